/** How far a line that wants something is on orders, in one word. */
import { isAboveZero, subtract, type Decimal } from "../quantity/decimal.ts";

export const coverageStates = ["none", "part", "full", "over", "done"] as const;
export type CoverageState = (typeof coverageStates)[number];

export interface CoveredLine {
  readonly wanted: Decimal;
  /** Shipped or received. */
  readonly done: Decimal;
  /** On all orders that are not cancelled. */
  readonly covered: Decimal;
}

/** Done: nothing is left to ship or receive, whatever is made. All in one unit. */
export function coverageState({ wanted, done, covered }: CoveredLine): CoverageState {
  const open = subtract(wanted, done);
  if (!isAboveZero(open)) return "done";
  if (!isAboveZero(covered)) return "none";
  if (isAboveZero(subtract(covered, open))) return "over";
  return isAboveZero(subtract(open, covered)) ? "part" : "full";
}
