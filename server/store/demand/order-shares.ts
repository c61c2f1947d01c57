/** The lines that one order is for, as they stand now. */
import { decimal, decimalText, type Decimal } from "../../../shared/quantity/decimal.ts";
import type { Transaction } from "../open-database.ts";

export interface ShareOfOrder {
  readonly lineId: number;
  readonly quantity: Decimal;
  /** Its line still wants something. */
  readonly isLive: boolean;
  readonly needDate: string | null;
}

export async function sharesOfOrder(
  transaction: Transaction,
  orderId: number,
): Promise<readonly ShareOfOrder[]> {
  const rows = await transaction
    .selectFrom("coverage")
    .innerJoin("demand_line as line", "line.id", "coverage.demand_line_id")
    .where("coverage.mo_id", "=", orderId)
    .select(["line.id as lineId", "coverage.quantity", "line.status", "line.need_date as needDate"])
    .orderBy("line.id")
    .execute();
  return rows.map(({ status, quantity, ...row }) => {
    const isLive = status !== "closed" && status !== "cancelled";
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
