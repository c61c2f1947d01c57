/** The rows that supply is told from. */
import { orderStatuses } from "../../../shared/order/life.ts";
import { add, decimal, larger, subtract, ZERO } from "../../../shared/quantity/decimal.ts";
import { forPieces } from "../chunks.ts";
import type { Transaction } from "../open-database.ts";

/** Orders that still need material and will still yield their product. */
const open = orderStatuses.filter((status) => ["open", "released", "in-progress"].includes(status));

export function stockLevels(transaction: Transaction, itemIds: readonly number[]) {
  return forPieces(itemIds, (ids) =>
    transaction
      .selectFrom("stock_level")
      .select(["item_id", "store_id", "available", "allocated"])
      .where("item_id", "in", ids)
      .execute(),
  );
}

/** Lines of released purchase orders. */
export function openPurchases(transaction: Transaction, itemIds: readonly number[]) {
  return forPieces(itemIds, (ids) =>
    transaction
      .selectFrom("demand_line")
      .select(["id", "item_id", "store_id", "need_date", "document"])
      .where("item_id", "in", ids)
      .where("kind", "=", "purchase-order")
      .where("is_imported", "=", 1)
      .where("status", "=", "released")
      .orderBy("id")
      .execute(),
  );
}

/** What each still brings: pieces that were scrapped are not made again. */
export async function openOrders(transaction: Transaction, itemIds: readonly number[]) {
  const rows = await forPieces(itemIds, (ids) =>
    transaction
      .selectFrom("manufacturing_order")
      .select(["item_id", "store_id", "number", "due_date"])
      .select(["quantity", "produced_quantity", "scrapped_quantity"])
      .where("item_id", "in", ids)
      .where("status", "in", open)
      .where("type", "=", "manufacture")
      .orderBy("id")
      .execute(),
  );
  return rows.map(({ quantity, produced_quantity, scrapped_quantity, ...row }) => {
    const reported = add(decimal(produced_quantity), decimal(scrapped_quantity));
    return { ...row, expected: larger(ZERO, subtract(decimal(quantity), reported)) };
  });
}
