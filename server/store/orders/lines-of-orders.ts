/** The lines that orders are for, each with all orders it is on. */
import { forPieces } from "../chunks.ts";
import { coverageOf } from "../demand/coverage-store.ts";
import type { BalancedLine } from "../demand/line-coverage.ts";
import type { Transaction } from "../open-database.ts";

export interface LineOfOrder extends BalancedLine {
  readonly hasEnded: boolean;
  /** The order it was asked for. */
  readonly number: string;
  readonly kind: string;
  readonly document: string;
  readonly line: string;
  readonly item: string;
  readonly unit: string;
}

/**
 * Lines whose unit nothing converts are left out: nobody can tell how much of them an order covers. Closed and cancelled
 * ones want no more than was shipped or received.
 */
export async function linesOfOrders(
  transaction: Transaction,
  numbers: readonly string[],
): Promise<readonly LineOfOrder[]> {
  const rows = await forPieces(numbers, (piece) => linesFor(transaction, piece));
  const lines = await coverageOf(transaction, [...new Set(rows.map(({ id }) => id))]);
  return rows.flatMap(({ id, status, ...row }) => {
    const line = lines.get(id);
    if (line?.isInStockUnit !== true) return [];
    const hasEnded = status === "closed" || status === "cancelled";
    return [{ ...row, ...line, ...(hasEnded && { quantity: line.done }), hasEnded }];
  });
}

function linesFor(transaction: Transaction, numbers: readonly string[]) {
  return transaction
    .selectFrom("coverage")
    .innerJoin("manufacturing_order as mo", "mo.id", "coverage.mo_id")
    .innerJoin("demand_line as line", "line.id", "coverage.demand_line_id")
    .innerJoin("item", "item.id", "line.item_id")
    .select(["mo.number", "line.id", "line.kind", "line.document", "line.line", "line.status"])
    .select(["item.number as item", "item.unit_code as unit"])
    .where("mo.number", "in", numbers)
    .orderBy("mo.id")
    .orderBy("line.id")
    .execute();
}
