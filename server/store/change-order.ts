/** Writes the new state of one order. */
import type { OrderSnapshot } from "../../shared/event/event.ts";
import type { Transaction } from "./open-database.ts";

export interface ChangedOrder {
  readonly id: number;
  readonly order: OrderSnapshot;
  readonly actor: string;
  readonly at: string;
}

export async function changeOrder(
  transaction: Transaction,
  { id, order, actor, at }: ChangedOrder,
): Promise<void> {
  await transaction
    .updateTable("manufacturing_order")
    .set({
      status: order.status,
      hold_reason: order.holdReason,
      produced_quantity: order.producedQuantity,
      version: order.version,
      changed_at: at,
      changed_by: actor,
    })
    .where("id", "=", id)
    .execute();
}
