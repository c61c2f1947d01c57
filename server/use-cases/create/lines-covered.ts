/** How far the lines that a planned order is for are on orders already, before it is made. */
import type { PlannedOrder } from "../../../shared/planning/planned-order.ts";
import { rowsOf } from "../../../shared/validation/demand-line.ts";
import type { LineCoverage } from "../../../shared/wire/coverage.ts";
import { lineTold } from "../demand/line-told.ts";

/** Each line once; rows for no known line have none. */
export function linesCovered({ demand }: Pick<PlannedOrder, "demand">): readonly LineCoverage[] {
  const known = rowsOf(demand).flatMap((row) => row.known ?? []);
  return [...new Map(known.map((line) => [line.id, line])).values()].map(lineTold);
}
