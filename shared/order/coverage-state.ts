/** How far a line that wants something is on orders, in one word. */
import { isAboveZero, subtract } from "../quantity/decimal.ts";
import { lackOf, type LineBalance } from "../validation/line-balance.ts";

export const coverageStates = ["none", "part", "full", "over", "done"] as const;
export type CoverageState = (typeof coverageStates)[number];

/** Closed or cancelled: nobody wants what is still to be made for it. */
export interface EndedOrNot {
  readonly hasEnded?: boolean;
}

/**
 * Done: nothing is left to ship or receive, whatever is made. Over: more is on orders than is ordered, less what came
 * from other stock than they make.
 */
export function coverageState(line: LineBalance & EndedOrNot): CoverageState {
  if (line.hasEnded === true) return isAboveZero(subtract(line.covered, line.made)) ? "over" : "done";
  if (!isAboveZero(subtract(line.quantity, line.done))) return "done";
  if (!isAboveZero(line.covered)) return "none";
  const lack = lackOf(line);
  if (lack.units < 0n) return "over";
  return isAboveZero(lack) ? "part" : "full";
}
