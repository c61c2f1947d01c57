/**
 * What people set in an order's materials, line by line, kept apart from the bill of materials: whenever the order is
 * planned anew, for another quantity, day or revision, it is laid over the new plan again. An edit holds what was
 * typed and the order's quantity it was typed for, so scaling there and back never drifts.
 */
import type { Decimal } from "../quantity/decimal.ts";
import { product, quotient, ratioOf, timesRoundedUp, type Ratio } from "../quantity/ratio.ts";

/** A line of the bill of materials: the how manyeth, from 0, that takes this component. */
export interface Origin {
  readonly itemId: number;
  readonly nth: number;
}

/** The unit materials are kept in, and how much of it one of the typed unit is. */
export interface InStock {
  readonly unit: string;
  readonly decimals: number;
  readonly ratio: Ratio;
}

/** What a line is to be. */
export interface LineAim {
  readonly itemId: number;
  /** As typed, in the typed unit, */
  readonly quantity: Decimal;
  readonly unit: string;
  /** for an order of this quantity. */
  readonly of: Decimal;
  /** Needed once, whatever the order's quantity. */
  readonly isFixed: boolean;
  readonly inStock: InStock;
}

export interface MaterialEdit {
  /** Null for a line that was added. */
  readonly origin: Origin | null;
  /** Where it stands, or stood before it was removed; null when the plan has no such line now. */
  readonly position: number | null;
  /** Null when the line was removed. */
  readonly to: LineAim | null;
  readonly by: string;
  readonly at: string;
}

export const editKinds = ["set", "replaced", "added", "removed"] as const;
export type EditKind = (typeof editKinds)[number];

export function editKind({ origin, to }: MaterialEdit): EditKind {
  if (to === null) return "removed";
  if (origin === null) return "added";
  return origin.itemId === to.itemId ? "set" : "replaced";
}

/** For an order of this quantity: exact, and rounded up once to what the unit can hold. */
export function scaledQuantity({ quantity, of, isFixed, inStock }: LineAim, orderQuantity: Decimal): Decimal {
  const times = isFixed
    ? inStock.ratio
    : product(inStock.ratio, quotient(ratioOf(orderQuantity), ratioOf(of)));
  return timesRoundedUp(quantity, times, inStock.decimals);
}

/** Fine enough to tell any recipe's share of one. */
const SHARE_DECIMALS = 9;
const ONCE: Decimal = { units: 1n, scale: 0 };

/** What one of the order's item takes; the order as a whole when the line is fixed. */
export function neededForOne({ quantity, of, isFixed, inStock }: LineAim): Decimal {
  const whole = product(inStock.ratio, ratioOf(quantity));
  return timesRoundedUp(ONCE, isFixed ? whole : quotient(whole, ratioOf(of)), SHARE_DECIMALS);
}

interface Planned {
  readonly position: number;
  readonly itemId: number;
}

export interface Laid<Line> {
  readonly position: number;
  /** The planned line; null for one that was added, or whose line the plan has no more. */
  readonly line: Line | null;
  readonly edit: MaterialEdit | null;
}

export interface LaidOver<Line> {
  readonly lines: readonly Laid<Line>[];
  /** All of them, with their places now. */
  readonly edits: readonly MaterialEdit[];
}

/** Edits laid over what the bill of materials says now. What finds no line any more is kept at the end. */
export function layOver<Line extends Planned>(
  planned: readonly Line[],
  edits: readonly MaterialEdit[],
): LaidOver<Line> {
  const met = new Map<number, number>();
  const places = new Map<MaterialEdit, number>();
  const lines: Laid<Line>[] = planned.map((line) => {
    const nth = met.get(line.itemId) ?? 0;
    met.set(line.itemId, nth + 1);
    const edit = edits.find(({ origin }) => origin?.itemId === line.itemId && origin.nth === nth) ?? null;
    if (edit !== null) places.set(edit, line.position);
    return { position: line.position, line, edit };
  });
  let last = Math.max(0, ...planned.map(({ position }) => position));
  for (const edit of edits.filter((one) => !places.has(one) && one.to !== null)) {
    last += 1;
    places.set(edit, last);
    lines.push({ position: last, line: null, edit });
  }
  return {
    lines: lines.filter(({ edit }) => edit === null || edit.to !== null),
    edits: edits.map((edit) => ({ ...edit, position: places.get(edit) ?? null })),
  };
}

/** Which line of the bill of materials an unedited line is, by the lines and edits around it. */
export function originOf(
  line: Planned,
  { lines, edits }: { readonly lines: readonly Planned[]; readonly edits: readonly MaterialEdit[] },
): Origin {
  const edited = new Set(edits.map(({ position }) => position));
  const plain = lines.filter((one) => one.itemId === line.itemId && !edited.has(one.position));
  const origins = edits.filter(({ origin }) => origin?.itemId === line.itemId);
  const before = [...plain, ...origins].filter(
    ({ position }) => position !== null && position < line.position,
  );
  return { itemId: line.itemId, nth: before.length };
}
