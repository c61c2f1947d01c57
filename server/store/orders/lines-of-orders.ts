/** The lines that orders are for, each with all orders it is on. */
import { ZERO, decimal } from "../../../shared/quantity/decimal.ts";
import { inStockUnit } from "../../../shared/quantity/in-stock-unit.ts";
import type { CoveredLine } from "../../../shared/order/coverage-state.ts";
import { forPieces } from "../chunks.ts";
import { coverageOf } from "../demand/coverage-store.ts";
import { loadConversions } from "../facts/conversion-facts.ts";
import { pushTo } from "../facts/push-to.ts";
import type { Transaction } from "../open-database.ts";

export interface LineOfOrder extends CoveredLine {
  /** The order it was asked for. */
  readonly number: string;
  readonly kind: string;
  readonly document: string;
  readonly line: string;
  readonly item: string;
  readonly unit: string;
  /** All that are not cancelled. */
  readonly orders: readonly string[];
}

/** Lines whose unit nothing converts are left out: nobody can tell how much of them an order covers. */
export async function linesOfOrders(
  transaction: Transaction,
  numbers: readonly string[],
): Promise<readonly LineOfOrder[]> {
  const conversions = await loadConversions(transaction);
  const rows = await forPieces(numbers, (piece) => linesFor(transaction, piece));
  const ids = [...new Set(rows.map(({ id }) => id))];
  const coverage = await coverageOf(transaction, ids);
  const orders = await ordersOf(transaction, ids);
  return rows.flatMap(({ id, quantity, doneQuantity, ...row }) => {
    const wanted = inStockUnit(conversions, row, decimal(quantity));
    const done = inStockUnit(conversions, row, decimal(doneQuantity));
    if (wanted === null || done === null) return [];
    const { number, kind, document, line, item, stockUnit: unit } = row;
    const { covered, expected } = coverage.get(id) ?? { covered: ZERO, expected: ZERO };
    const whose = { number, kind, document, line, item, unit };
    return [{ ...whose, wanted, done, covered, expected, orders: orders.get(id) ?? [] }];
  });
}

function linesFor(transaction: Transaction, numbers: readonly string[]) {
  return transaction
    .selectFrom("coverage")
    .innerJoin("manufacturing_order as mo", "mo.id", "coverage.mo_id")
    .innerJoin("demand_line as line", "line.id", "coverage.demand_line_id")
    .innerJoin("item", "item.id", "line.item_id")
    .innerJoin("unit", "unit.code", "item.unit_code")
    .select(["mo.number", "line.id", "line.kind", "line.document", "line.line", "line.quantity"])
    .select(["line.done_quantity as doneQuantity", "line.unit_code as lineUnit", "item.id as itemId"])
    .select(["item.number as item", "item.unit_code as stockUnit", "unit.decimals"])
    .where("mo.number", "in", numbers)
    .orderBy("mo.id")
    .orderBy("line.id")
    .execute();
}

async function ordersOf(
  transaction: Transaction,
  lineIds: readonly number[],
): Promise<ReadonlyMap<number, readonly string[]>> {
  const rows = await forPieces(lineIds, (piece) =>
    transaction
      .selectFrom("coverage")
      .innerJoin("demand_line as line", "line.id", "coverage.demand_line_id")
      .innerJoin("manufacturing_order as mo", "mo.id", "coverage.mo_id")
      .whereRef("mo.item_id", "=", "line.item_id")
      .select(["coverage.demand_line_id as lineId", "mo.number"])
      .where("coverage.demand_line_id", "in", piece)
      .where("mo.status", "!=", "cancelled")
      .orderBy("mo.id")
      .execute(),
  );
  const orders = new Map<number, string[]>();
  for (const { lineId, number } of rows) pushTo(orders, lineId, number);
  return orders;
}
