/** How far a line is on orders, as clients are told. */
import { coverageState } from "../../../shared/order/coverage-state.ts";
import { decimalText, larger, ZERO } from "../../../shared/quantity/decimal.ts";
import type { CoveringOrder } from "../../../shared/validation/known-line.ts";
import { remainingOf, wantedOfOrders, type LineBalance } from "../../../shared/validation/line-balance.ts";
import type { LineCoverage } from "../../../shared/wire/coverage.ts";

type Told = LineBalance &
  Pick<LineCoverage, "kind" | "document" | "line" | "item" | "unit"> & {
    readonly orders: readonly CoveringOrder[];
  };

export function lineTold(told: Told): LineCoverage {
  const { kind, document, line, item, unit, quantity, done, covered, orders } = told;
  return {
    kind,
    document,
    line,
    item,
    unit,
    wanted: decimalText(quantity),
    done: decimalText(done),
    toMake: decimalText(larger(ZERO, wantedOfOrders(told))),
    covered: decimalText(covered),
    remaining: decimalText(remainingOf(told)),
    coverage: coverageState(told),
    orders: orders.map(({ number }) => number),
  };
}
