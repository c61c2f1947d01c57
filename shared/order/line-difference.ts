/** By how much a line's orders become more or less when the line does (R18). */
import { isAboveZero, larger, smaller, subtract, ZERO, type Decimal } from "../quantity/decimal.ts";

export interface LineThenAndNow {
  /** What had to be made for it: ordered, less what was shipped of other stock. */
  readonly was: Decimal;
  readonly is: Decimal;
  /** On all its orders now. */
  readonly covered: Decimal;
}

/**
 * More: by as much as it wants more, and never more than it lacks. Less (below zero): by as much as it wants less, and
 * only what would be over. An order for a part of its line stays while the rest of the line still wants that much.
 */
export function lineDifference({ was, is, covered }: LineThenAndNow): Decimal {
  const [more, lack] = [subtract(is, was), subtract(is, covered)];
  if (isAboveZero(more)) return larger(ZERO, smaller(more, lack));
  return smaller(ZERO, larger(more, lack));
}
