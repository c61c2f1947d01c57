/** The lines that orders are for, as they stand now. */
import { decimal, decimalText, isAboveZero, type Decimal } from "../../../shared/quantity/decimal.ts";
import { forPieces } from "../chunks.ts";
import { pushTo } from "../facts/push-to.ts";
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

export function isWanted({ isLive, quantity }: ShareOfOrder): boolean {
  return isLive && isAboveZero(quantity);
}

export async function sharesOfOrder(
  transaction: Transaction,
  orderId: number,
): Promise<readonly ShareOfOrder[]> {
  return (await sharesOfOrders(transaction, [orderId])).get(orderId) ?? [];
}

/** By the order's id. */
export async function sharesOfOrders(
  transaction: Transaction,
  orderIds: readonly number[],
): Promise<ReadonlyMap<number, readonly ShareOfOrder[]>> {
  const rows = await forPieces(orderIds, (piece) => sharesIn(transaction, piece));
  const shares = new Map<number, ShareOfOrder[]>();
  for (const { orderId, status, quantity, wanted, made, ...row } of rows) {
    const isLive = status !== "closed" && status !== "cancelled" && wanted === made;
    pushTo(shares, orderId, { ...row, quantity: decimal(quantity), isLive });
  }
  return shares;
}

function sharesIn(transaction: Transaction, orderIds: readonly number[]) {
  return transaction
    .selectFrom("coverage")
    .innerJoin("demand_line as line", "line.id", "coverage.demand_line_id")
    .innerJoin("manufacturing_order as mo", "mo.id", "coverage.mo_id")
    .innerJoin("store", "store.id", "line.store_id")
    .where("coverage.mo_id", "in", orderIds)
    .select([
      "coverage.mo_id as orderId",
      "line.store_id as storeId",
      "store.code as store",
      "line.item_id as wanted",
      "mo.item_id as made",
    ])
    .select(["line.id as lineId", "coverage.quantity", "line.status", "line.need_date as needDate"])
    .orderBy("line.id")
    .execute();
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
