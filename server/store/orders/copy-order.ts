/** A new order like another one: the part of it that is split off. */
import { decimalText, ZERO } from "../../../shared/quantity/decimal.ts";
import { moNumber } from "../../../shared/row/mo-number.ts";
import { countUp } from "../counter-store.ts";
import type { Transaction } from "../open-database.ts";
import type { WorkingOrder } from "./working-orders.ts";

export interface NewPart {
  readonly of: WorkingOrder;
  readonly part: Pick<WorkingOrder, "quantity" | "status" | "scheduleDate" | "dueDate" | "parentId">;
  readonly actor: string;
  readonly at: string;
}

/** Nothing of it is made yet. Its materials and operations are the caller's to write. */
export async function copyOrder(
  transaction: Transaction,
  { of, part, actor, at }: NewPart,
): Promise<WorkingOrder> {
  const id = await countUp(transaction, "order", 1);
  const { id: _id, ...original } = await transaction
    .selectFrom("manufacturing_order")
    .selectAll()
    .where("id", "=", of.id)
    .executeTakeFirstOrThrow();
  const number = moNumber(id);
  const stamps = { version: 1, created_at: at, created_by: actor, changed_at: at, changed_by: actor };
  await transaction
    .insertInto("manufacturing_order")
    .values({
      ...original,
      ...stamps,
      id,
      number,
      batch_row: -id,
      status: part.status,
      parent_id: part.parentId,
      quantity: decimalText(part.quantity),
      produced_quantity: "0",
      scrapped_quantity: "0",
      schedule_date: part.scheduleDate,
      due_date: part.dueDate,
    })
    .execute();
  return { ...of, ...part, id, number, produced: ZERO, scrapped: ZERO, version: 1 };
}
