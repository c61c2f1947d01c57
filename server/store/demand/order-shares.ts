/** The lines that one order is for, as they stand now. */
import { decimal, decimalText, type Decimal } from "../../../shared/quantity/decimal.ts";
import type { Transaction } from "../open-database.ts";

export interface ShareOfOrder {
  readonly lineId: number;
  readonly quantity: Decimal;
  /** Its line still wants something, and the item that the order makes. */
  readonly isLive: boolean;
  readonly needDate: string | null;
  readonly storeId: number;
  readonly store: string;
}

export async function sharesOfOrder(
  transaction: Transaction,
  orderId: number,
): Promise<readonly ShareOfOrder[]> {
  const rows = await transaction
    .selectFrom("coverage")
    .innerJoin("demand_line as line", "line.id", "coverage.demand_line_id")
    .innerJoin("manufacturing_order as mo", "mo.id", "coverage.mo_id")
    .innerJoin("store", "store.id", "line.store_id")
    .where("coverage.mo_id", "=", orderId)
    .select([
      "line.store_id as storeId",
      "store.code as store",
      "line.item_id as wanted",
      "mo.item_id as made",
    ])
    .select(["line.id as lineId", "coverage.quantity", "line.status", "line.need_date as needDate"])
    .orderBy("line.id")
    .execute();
  return rows.map(({ status, quantity, wanted, made, ...row }) => {
    const isLive = status !== "closed" && status !== "cancelled" && wanted === made;
    return { ...row, quantity: decimal(quantity), isLive };
  });
}

export async function resizeShare(
  transaction: Transaction,
  orderId: number,
  { lineId, quantity }: Pick<ShareOfOrder, "lineId" | "quantity">,
): Promise<void> {
  await transaction
    .updateTable("coverage")
    .set({ quantity: decimalText(quantity) })
    .where("mo_id", "=", orderId)
    .where("demand_line_id", "=", lineId)
    .execute();
}
