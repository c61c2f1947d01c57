/** How long an operation takes for a quantity: setup once, then the run time. */
import { add, compare, roundUp, type Decimal } from "../quantity/decimal.ts";
import { ONE, product, quotient, ratioOf, timesRoundedUp } from "../quantity/ratio.ts";
import type { OperationFacts } from "../validation/facts.ts";
import type { Conventions } from "./conventions.ts";

/** No order may keep a work center busy for longer than about ten years of working days: it is a slip of the pen. */
export const LONGEST_MINUTES = 10 * 250 * 480;

/**
 * Whole minutes, rounded up. A work center of capacity 4 works on four at once: 10 pieces of 6 minutes take 15,
 * or 18 where a started batch takes its whole time.
 */
export function operationMinutes(
  operation: OperationFacts,
  quantity: Decimal,
  { operationTime }: Conventions,
): number {
  const { setupMinutes, runMinutes, capacity } = operation;
  const atOnce = quotient(ONE, ratioOf(capacity));
  const running =
    operationTime === "per-unit"
      ? timesRoundedUp(quantity, product(ratioOf(runMinutes), atOnce), DECIMALS)
      : timesRoundedUp(timesRoundedUp(quantity, atOnce, 0), ratioOf(runMinutes), DECIMALS);
  const minutes = roundUp(add(setupMinutes, running), 0);
  return compare(minutes, LONGEST) > 0 ? LONGEST_MINUTES + 1 : Number(minutes.units);
}

/** Fine enough that adding setup and run rounds only once to the eye, coarse enough to stay short. */
const DECIMALS = 9;
const LONGEST: Decimal = { units: BigInt(LONGEST_MINUTES), scale: 0 };
