/** What items still lack, of those that have orders made from rows of stock figures. */
import { add, decimal, larger, subtract, ZERO, type Decimal } from "../../../shared/quantity/decimal.ts";
import { stockKinds } from "../../../shared/row/draft-line.ts";
import { stockFigures, toOrder } from "../../../shared/stock/stock-figures.ts";
import { unfinishedStatuses } from "../../../shared/order/life.ts";
import { supplyKey, type Facts, type StockNeed } from "../../../shared/validation/facts.ts";
import { forPieces } from "../chunks.ts";
import { inTurns } from "../in-turns.ts";
import type { Transaction } from "../open-database.ts";
import { ROWS_AT_ONCE, stockParts } from "../stock/stock-parts.ts";

/** By `supplyKey`: what will be there of items when all that is open is done, as the sheets of the service tell it. */
export type ProjectedStock = ReadonlyMap<number, Decimal>;

export interface StockOfRows {
  readonly projected: ProjectedStock;
  readonly needs: Facts["stockNeeds"];
}

export async function stockOfRows(transaction: Transaction, items: readonly number[]): Promise<StockOfRows> {
  const needs = new Map<number, StockNeed>();
  const projected = new Map<number, Decimal>();
  if (items.length === 0) return { projected, needs };
  const orders = await ordersOfStock(transaction, items);
  const wanted = { store: null, inEveryStore: true };
  const parts = (piece: readonly number[]) => stockParts(transaction, { ...wanted, items: piece });
  for (const { item, storeId, parts: booked } of await inTurns(items, parts, ROWS_AT_ONCE)) {
    const key = supplyKey(item.id, storeId);
    const figures = stockFigures(booked);
    projected.set(key, figures.projected);
    const suggestions = [true, false].map((withReorderData) => toOrder(figures, withReorderData).quantity);
    const made = orders.get(key);
    if (made !== undefined) needs.set(key, { ...made, suggestions });
  }
  return { projected, needs };
}

type Made = Pick<StockNeed, "orders" | "expected">;

/** Unfinished ones that were made from rows of stock figures. */
async function ordersOfStock(
  transaction: Transaction,
  itemIds: readonly number[],
): Promise<ReadonlyMap<number, Made>> {
  const rows = await forPieces(itemIds, (piece) =>
    transaction
      .selectFrom("manufacturing_order as mo")
      .where("mo.item_id", "in", piece)
      .where("mo.status", "in", unfinishedStatuses)
      .where("mo.type", "=", "manufacture")
      .where((eb) =>
        eb.exists(
          eb
            .selectFrom("coverage")
            .innerJoin("demand_line as line", "line.id", "coverage.demand_line_id")
            .whereRef("coverage.mo_id", "=", "mo.id")
            .where("line.kind", "in", stockKinds)
            .select("line.id"),
        ),
      )
      .select(["mo.item_id as itemId", "mo.store_id as storeId", "mo.number", "mo.created_by as actor"])
      .select(["mo.quantity", "mo.produced_quantity as produced", "mo.scrapped_quantity as scrapped"])
      .orderBy("mo.id")
      .execute(),
  );
  const found = new Map<number, Made>();
  for (const { itemId, storeId, number, actor, ...amounts } of rows) {
    const key = supplyKey(itemId, storeId);
    const { orders, expected } = found.get(key) ?? { orders: [], expected: ZERO };
    const reported = add(decimal(amounts.produced), decimal(amounts.scrapped));
    const left = larger(ZERO, subtract(decimal(amounts.quantity), reported));
    found.set(key, { orders: [...orders, { number, actor }], expected: add(expected, left) });
  }
  return found;
}
