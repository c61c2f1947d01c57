/** Whether an order could be made: a figure of its own, apart from its status. */
import { dateOfDay, dayNumber, type CalendarDate } from "../quantity/calendar-date.ts";
import { add, compare, isAboveZero, smaller, subtract, ZERO, type Decimal } from "../quantity/decimal.ts";
import { quotient, ONE, timesRoundedDown } from "../quantity/ratio.ts";
import { NO_DAY, type Piece, type Taken } from "./availability.ts";
import type { FlatLine } from "./flat-bom.ts";
import type { PlannedMaterial } from "./planned-material.ts";

/** `ready`: all is there when work starts. `part`: enough for some of the quantity. `short`: for none of it. */
export const readinessStates = ["ready", "part", "short"] as const;
export type ReadinessState = (typeof readinessStates)[number];

/** As much of a material as its readiness needs: planned, or of an order that is on the books. */
export interface NeededMaterial {
  readonly quantity: Decimal;
  readonly line: Pick<FlatLine, "per" | "isFixed">;
}

/** Where a material comes from, as netting found it. */
export interface MaterialSupply<Material extends NeededMaterial = PlannedMaterial> {
  readonly material: Material;
  readonly taken: Taken;
}

export interface Shortage<Material extends NeededMaterial = PlannedMaterial> {
  readonly material: Material;
  /** What is not there when work starts. */
  readonly quantity: Decimal;
  /** The day on which all of it will be; null when that is not known. */
  readonly coveredOn: CalendarDate | null;
}

export interface Readiness<Material extends NeededMaterial = PlannedMaterial> {
  readonly state: ReadinessState;
  /** How much of the order the stock of today is enough for. */
  readonly canMakeNow: Decimal;
  readonly scheduleDate: CalendarDate;
  readonly supplies: readonly MaterialSupply<Material>[];
}

export interface ToMake {
  readonly quantity: Decimal;
  readonly decimals: number;
  readonly scheduleDate: CalendarDate;
  readonly today: CalendarDate;
}

/** Materials that stock is not kept in the unit of are left out: nobody can tell. */
export function readinessOf<Material extends NeededMaterial>(
  order: ToMake,
  supplies: readonly MaterialSupply<Material>[],
): Readiness<Material> {
  const [start, today] = [dayNumber(order.scheduleDate), dayNumber(order.today)];
  let [byStart, now] = [order.quantity, order.quantity];
  let isReady = true;
  for (const { material, taken } of supplies) {
    const there = thereBy(taken.pieces, start);
    if (compare(there, material.quantity) < 0) {
      isReady = false;
      byStart = smaller(byStart, enoughFor(order, material, there));
    }
    const thereNow = thereBy(taken.pieces, today);
    if (compare(thereNow, material.quantity) < 0) now = smaller(now, enoughFor(order, material, thereNow));
    // Nothing that follows can make it worse.
    if (!isAboveZero(byStart) && !isAboveZero(now)) break;
  }
  const state = isReady ? "ready" : isAboveZero(byStart) ? "part" : "short";
  return { state, canMakeNow: now, scheduleDate: order.scheduleDate, supplies };
}

/** The materials that are not all there when work begins. */
export function shortagesOf<Material extends NeededMaterial>({
  scheduleDate,
  supplies,
}: Readiness<Material>): readonly Shortage<Material>[] {
  const start = dayNumber(scheduleDate);
  return supplies.flatMap(({ material, taken }) => {
    const quantity = subtract(material.quantity, thereBy(taken.pieces, start));
    if (!isAboveZero(quantity)) return [];
    const last = taken.pieces.reduce((latest, piece) => Math.max(latest, piece.day), start);
    const isKnown = !isAboveZero(taken.missing) && last !== NO_DAY;
    return [{ material, quantity, coveredOn: isKnown ? dateOfDay(last) : null }];
  });
}

function thereBy(pieces: readonly Piece[], day: number): Decimal {
  let there = ZERO;
  for (const piece of pieces)
    if (piece.day <= day) there = there === ZERO ? piece.quantity : add(there, piece.quantity);
  return there;
}

/** How much of the order a part of one of its materials is enough for. */
function enoughFor({ decimals }: ToMake, { line }: NeededMaterial, there: Decimal): Decimal {
  if (line.isFixed || !isAboveZero(there)) return ZERO;
  return timesRoundedDown(there, quotient(ONE, line.per), decimals);
}
