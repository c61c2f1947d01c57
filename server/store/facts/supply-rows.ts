/** The rows that supply is told from. */
import { orderStatuses } from "../../../shared/order/life.ts";
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
      .select([
        "id",
        "item_id",
        "store_id",
        "unit_code",
        "quantity",
        "done_quantity",
        "need_date",
        "document",
      ])
      .where("item_id", "in", ids)
      .where("kind", "=", "purchase-order")
      .where("is_imported", "=", 1)
      .where("status", "=", "released")
      .orderBy("id")
      .execute(),
  );
}

export function openOrders(transaction: Transaction, itemIds: readonly number[]) {
  return forPieces(itemIds, (ids) =>
    transaction
      .selectFrom("manufacturing_order")
      .select(["item_id", "store_id", "number", "quantity", "produced_quantity", "due_date"])
      .where("item_id", "in", ids)
      .where("status", "in", open)
      .where("type", "=", "manufacture")
      .orderBy("id")
      .execute(),
  );
}
