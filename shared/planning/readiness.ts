/** Whether an order could be made: a figure of its own, apart from its status. */
import { dateOfDay, dayNumber, type CalendarDate } from "../quantity/calendar-date.ts";
import { compare, smaller, subtract, sum, ZERO, type Decimal } from "../quantity/decimal.ts";
import { quotient, ONE, timesRoundedDown } from "../quantity/ratio.ts";
import { NO_DAY, type Piece } from "./availability.ts";
import type { PlannedMaterial } from "./planned-material.ts";

/** `ready`: all is there when work starts. `part`: enough for some of the quantity. `short`: for none of it. */
export const readinessStates = ["ready", "part", "short"] as const;
export type ReadinessState = (typeof readinessStates)[number];

/** Where a material comes from, as netting found it. */
export interface MaterialSupply {
  readonly material: PlannedMaterial;
  readonly pieces: readonly Piece[];
  /** What nothing in stock, on order or being made covers. */
  readonly missing: Decimal;
}

export interface Shortage {
  readonly material: PlannedMaterial;
  /** What is not there when work starts. */
  readonly quantity: Decimal;
  /** The day on which all of it will be; null when that is not known. */
  readonly coveredOn: CalendarDate | null;
}

export interface Readiness {
  readonly state: ReadinessState;
  /** How much of the order the stock of today is enough for. */
  readonly canMakeNow: Decimal;
  readonly shortages: readonly Shortage[];
  readonly supplies: readonly MaterialSupply[];
}

export interface ToMake {
  readonly quantity: Decimal;
  readonly decimals: number;
  readonly scheduleDate: CalendarDate;
  readonly today: CalendarDate;
}

/** Materials that stock is not kept in the unit of are left out: nobody can tell. */
export function readinessOf(order: ToMake, supplies: readonly MaterialSupply[]): Readiness {
  const start = dayNumber(order.scheduleDate);
  const today = dayNumber(order.today);
  const shortages = supplies.flatMap((supply) => shortageOf(supply, start));
  const makeable = makeableBy(order, supplies, start);
  const state = shortages.length === 0 ? "ready" : compare(makeable, ZERO) > 0 ? "part" : "short";
  return { state, canMakeNow: makeableBy(order, supplies, today), shortages, supplies };
}

function shortageOf(supply: MaterialSupply, start: number): readonly Shortage[] {
  const { material, pieces, missing } = supply;
  if (pieces.every((piece) => piece.day <= start) && missing.units === 0n) return [];
  const quantity = subtract(material.quantity, thereBy(pieces, start));
  const last = pieces.reduce((latest, piece) => Math.max(latest, piece.day), start);
  const isKnown = missing.units === 0n && last !== NO_DAY;
  return [{ material, quantity, coveredOn: isKnown ? dateOfDay(last) : null }];
}

function thereBy(pieces: readonly Piece[], day: number): Decimal {
  return sum(pieces.filter((piece) => piece.day <= day).map((piece) => piece.quantity));
}

function makeableBy(
  { quantity, decimals }: ToMake,
  supplies: readonly MaterialSupply[],
  day: number,
): Decimal {
  let most = quantity;
  for (const { material, pieces } of supplies) {
    const there = thereBy(pieces, day);
    if (compare(there, material.quantity) >= 0) continue;
    if (material.line.isFixed) return ZERO;
    most = smaller(most, timesRoundedDown(there, quotient(ONE, material.line.per), decimals));
  }
  return most;
}
