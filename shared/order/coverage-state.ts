/** How far a line that wants something is on orders, in one word. */
import { compare, isAboveZero, subtract, type Decimal } from "../quantity/decimal.ts";

export const coverageStates = ["none", "part", "full", "over", "done"] as const;
export type CoverageState = (typeof coverageStates)[number];

export interface CoveredLine {
  readonly wanted: Decimal;
  /** Shipped or received. */
  readonly done: Decimal;
  /** On all orders that are not cancelled. */
  readonly covered: Decimal;
  /** Of that, what is still to be made. */
  readonly expected: Decimal;
}

/**
 * Done: nothing is left to ship or receive, whatever is made. Over: more than was ordered is on orders, or will have been
 * when what is still to be made is added to what is shipped; what was made may be what was shipped. All in one unit.
 */
export function coverageState({ wanted, done, covered, expected }: CoveredLine): CoverageState {
  const open = subtract(wanted, done);
  if (!isAboveZero(open)) return "done";
  if (!isAboveZero(covered)) return "none";
  if (compare(covered, wanted) > 0 || compare(expected, open) > 0) return "over";
  return isAboveZero(subtract(open, covered)) ? "part" : "full";
}
