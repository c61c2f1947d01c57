/**
 * What of each item will be free on which day: stock, then what is on order or being made, less what open orders
 * have claimed already. Planning takes from it, in order, so that nothing is promised twice.
 */
import { dayNumber, type CalendarDate } from "../quantity/calendar-date.ts";
import { add, compare, isAboveZero, smaller, subtract, ZERO, type Decimal } from "../quantity/decimal.ts";
import type { Claim, Facts, Receipt, SupplyFacts } from "../validation/facts.ts";
import type { Conventions } from "./conventions.ts";

/** The day of a receipt that nobody promised a day for: after all others. */
export const NO_DAY = Number.MAX_SAFE_INTEGER;

/** A part of what was asked for, and where it comes from. */
export interface Piece {
  readonly day: number;
  readonly quantity: Decimal;
  /** Empty for stock. */
  readonly documents: readonly string[];
  /** By an order planned for just this. */
  readonly isMade?: true;
}

export interface Taken {
  readonly pieces: readonly Piece[];
  readonly missing: Decimal;
}

interface Layer {
  readonly day: number;
  readonly documents: string[];
  left: Decimal;
}

const IN_STOCK = Number.MIN_SAFE_INTEGER;

export class Availability {
  readonly #supply: Facts["supply"];
  readonly #today: number;
  readonly #conventions: Conventions;
  readonly #shelves = new Map<number, Shelf>();

  constructor(supply: Facts["supply"], today: CalendarDate, conventions: Conventions) {
    this.#supply = supply;
    this.#today = dayNumber(today);
    this.#conventions = conventions;
  }

  /** What is free of one item in one store; `key` is `supplyKey`. */
  of(key: number): Shelf {
    const known = this.#shelves.get(key);
    if (known !== undefined) return known;
    const supply = this.#supply.get(key);
    const shelf = new Shelf(supply === undefined ? [] : this.#freeLayers(supply));
    this.#shelves.set(key, shelf);
    return shelf;
  }

  #freeLayers(supply: SupplyFacts): Layer[] {
    const layers = layersOf(supply, this.#today);
    if (!isAboveZero(supply.stock) && this.#conventions.negativeStock === "counts")
      takeFrom(layers, subtract(ZERO, supply.stock));
    for (const claim of supply.claims.toSorted(byDay))
      takeLatest(layers, claim.quantity, dayNumber(claim.day));
    return layers.filter((layer) => isAboveZero(layer.left));
  }
}

export class Shelf {
  readonly #layers: Layer[];

  constructor(layers: Layer[]) {
    this.#layers = layers;
  }

  /** Takes the earliest there is. */
  take(quantity: Decimal): Taken {
    return takeFrom(this.#layers, quantity);
  }
}

function byDay(left: Claim, right: Claim): number {
  if (left.day === right.day) return 0;
  return left.day < right.day ? -1 : 1;
}

/** By document, in its claims' order: what each open order gets when the earlier need is served first. */
export type Shares = ReadonlyMap<string, readonly Taken[]>;

export function shareOut(supply: SupplyFacts, today: CalendarDate, { negativeStock }: Conventions): Shares {
  const layers = layersOf(supply, dayNumber(today));
  if (!isAboveZero(supply.stock) && negativeStock === "counts")
    takeFrom(layers, subtract(ZERO, supply.stock));
  const shares = new Map<string, Taken[]>();
  for (const claim of supply.claims.toSorted(byDay)) {
    const taken = takeFrom(layers, claim.quantity);
    const earlier = shares.get(claim.document);
    if (earlier === undefined) shares.set(claim.document, [taken]);
    else earlier.push(taken);
  }
  return shares;
}

/** Earliest first, one layer a day. A receipt that is overdue is expected today. */
function layersOf({ stock, receipts }: SupplyFacts, today: number): Layer[] {
  const found = new Map<number, Layer>();
  if (isAboveZero(stock)) found.set(IN_STOCK, { day: IN_STOCK, documents: [], left: stock });
  for (const receipt of receipts) {
    const day = dayOf(receipt, today);
    const layer = found.get(day) ?? { day, documents: [], left: ZERO };
    layer.left = add(layer.left, receipt.quantity);
    layer.documents.push(receipt.document);
    found.set(day, layer);
  }
  return [...found.values()].toSorted((left, right) => left.day - right.day);
}

function dayOf({ day }: Receipt, today: number): number {
  return day === null ? NO_DAY : Math.max(dayNumber(day), today);
}

const NO_PIECES: readonly Piece[] = [];

function takeFrom(layers: Layer[], quantity: Decimal): Taken {
  if (layers.length === 0) return { pieces: NO_PIECES, missing: quantity };
  const pieces: Piece[] = [];
  let missing = quantity;
  for (const layer of layers) {
    if (!isAboveZero(missing)) break;
    missing = takePart(layer, missing, pieces);
  }
  while (layers[0] !== undefined && !isAboveZero(layers[0].left)) layers.shift();
  return { pieces, missing };
}

/** Returns what is still missing after the layer. */
function takePart(layer: Layer, wanted: Decimal, pieces: Piece[]): Decimal {
  const quantity = smaller(layer.left, wanted);
  if (!isAboveZero(quantity)) return wanted;
  layer.left = subtract(layer.left, quantity);
  pieces.push({ day: layer.day, quantity, documents: layer.documents });
  return compare(quantity, wanted) === 0 ? ZERO : subtract(wanted, quantity);
}

/**
 * An open order leaves early stock to those who need it earlier: it takes the latest that is there by its day, and
 * only then what comes after.
 */
function takeLatest(layers: readonly Layer[], quantity: Decimal, day: number): void {
  const inTime = layers.filter((layer) => layer.day <= day).toReversed();
  const after = layers.filter((layer) => layer.day > day);
  let missing = quantity;
  for (const layer of [...inTime, ...after]) missing = takePart(layer, missing, []);
}
