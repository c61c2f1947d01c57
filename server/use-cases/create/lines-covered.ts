/** How far the lines that a planned order is for are on orders already, before it is made. */
import { coverageState } from "../../../shared/order/coverage-state.ts";
import type { PlannedOrder } from "../../../shared/planning/planned-order.ts";
import { decimalText } from "../../../shared/quantity/decimal.ts";
import { rowsOf } from "../../../shared/validation/demand-line.ts";
import type { KnownLine } from "../../../shared/validation/known-line.ts";
import type { LineCoverage } from "../../../shared/wire/coverage.ts";

/** Each line once; rows for no known line have none. */
export function linesCovered({ demand }: Pick<PlannedOrder, "demand">): readonly LineCoverage[] {
  const known = rowsOf(demand).flatMap((row) => row.known ?? []);
  return [...new Map(known.map((line) => [line.id, line])).values()].map(told);
}

function told({ kind, document, line, item, unit, quantity, done, covered, expected, orders }: KnownLine) {
  return {
    kind,
    document,
    line,
    item,
    unit,
    wanted: decimalText(quantity),
    done: decimalText(done),
    covered: decimalText(covered),
    coverage: coverageState({ wanted: quantity, done, covered, expected }),
    orders: orders.map(({ number }) => number),
  };
}
