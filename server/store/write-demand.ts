/** Whom new orders are for. */
import { decimalText } from "../../shared/quantity/decimal.ts";
import { insertRows } from "./insert-rows.ts";
import type { Transaction } from "./open-database.ts";
import type { NumberedOrder } from "./rows-of-orders.ts";

/** Each row is a demand line of its own, and its order covers it whole. */
export async function writeDemand(transaction: Transaction, orders: readonly NumberedOrder[]): Promise<void> {
  const last = await lastDemandLine(transaction);
  await insertRows(
    transaction,
    "demand_line",
    orders.map(({ order: { demand } }) => ({
      is_imported: 0 as const,
      kind: demand.kind,
      document: demand.document,
      line: demand.line,
      item_id: demand.item.id,
      store_id: demand.store.id,
      unit_code: demand.item.unit.code,
      quantity: decimalText(demand.quantity),
      done_quantity: "0",
      need_date: demand.needDate,
      status: "released" as const,
      party: "",
      notes: demand.notes,
    })),
  );
  const lines = await demandLinesAfter(transaction, last);
  await insertRows(
    transaction,
    "coverage",
    orders.map(({ id, order }, index) => ({
      demand_line_id: lines[index] ?? missing(),
      mo_id: id,
      quantity: decimalText(order.demand.quantity),
    })),
  );
}

async function lastDemandLine(transaction: Transaction): Promise<number> {
  const { last } = await transaction
    .selectFrom("demand_line")
    .select((eb) => eb.fn.max<number | null>("id").as("last"))
    .executeTakeFirstOrThrow();
  return last ?? 0;
}

/** Ids rise in the order of the rows that were written, and nobody else writes meanwhile. */
async function demandLinesAfter(transaction: Transaction, last: number): Promise<readonly number[]> {
  const rows = await transaction
    .selectFrom("demand_line")
    .select("id")
    .where("id", ">", last)
    .orderBy("id")
    .execute();
  return rows.map((row) => row.id);
}

function missing(): never {
  throw new Error("A demand line was written and has no id");
}
