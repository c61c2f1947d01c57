/** Writes all that one press made: the batch, its orders with materials and operations, demand, coverage and events. */
import type { CalendarDate } from "../../shared/quantity/calendar-date.ts";
import { decimalText } from "../../shared/quantity/decimal.ts";
import type { OrderSnapshot } from "../../shared/event/event.ts";
import type { OrderType } from "../../shared/order/life.ts";
import { moNumber } from "../../shared/row/mo-number.ts";
import { withChildren, type PlannedOrder } from "../../shared/planning/planned-order.ts";
import type { PlannedRow } from "../../shared/planning/plan-orders.ts";
import { rowsInPieces } from "./chunks.ts";
import { countUp } from "./counter-store.ts";
import { appendEvents } from "./event-store.ts";
import {
  explanationRow,
  materialRows,
  operationRows,
  orderRow,
  type NumberedOrder,
} from "./rows-of-orders.ts";
import type { Transaction } from "./open-database.ts";

export interface BatchToWrite {
  readonly key: string;
  readonly hash: string;
  readonly actor: string;
  readonly source: { readonly workbook: string; readonly sheet: string };
  readonly type: OrderType;
  readonly rows: readonly PlannedRow[];
  readonly today: CalendarDate;
  readonly at: string;
}

interface Context {
  readonly transaction: Transaction;
  readonly batch: BatchToWrite;
  readonly batchId: number;
}

/** Returns the position of the last event. */
export async function writeBatch(transaction: Transaction, batch: BatchToWrite): Promise<number> {
  const batchId = await countUp(transaction, "batch", 1);
  const context: Context = { transaction, batch, batchId };
  await insertBatch(context);
  const orders = await numberOrders(context);
  await insertOrders(context, orders);
  // Taking something apart serves nobody's demand.
  if (batch.type === "manufacture") await insertDemand(context, orders.filter(isOfRow));
  await insertBatchRows(context, orders.filter(isOfRow));
  return appendBatchEvents(context, orders);
}

function isOfRow({ parentId }: NumberedOrder): boolean {
  return parentId === null;
}

/** Numbers follow the rows, and a row's sub-assemblies follow its own order. */
async function numberOrders({ transaction, batch }: Context): Promise<readonly NumberedOrder[]> {
  const ready = batch.rows.filter((row) => row.outcome === "ready");
  const count = ready.reduce((total, { order }) => total + withChildren(order).length, 0);
  let id = (await countUp(transaction, "order", count)) - count;
  const numbered: NumberedOrder[] = [];
  const add = (row: number, order: PlannedOrder, parentId: number | null): void => {
    id += 1;
    const own = id;
    numbered.push({ id: own, parentId, row, order });
    for (const child of order.children) add(row, child, own);
  };
  for (const { row, order } of ready) add(row, order, null);
  return numbered;
}

async function insertBatch({ transaction, batch, batchId }: Context): Promise<void> {
  await transaction
    .insertInto("batch")
    .values({
      id: batchId,
      number: `B-${String(batchId).padStart(6, "0")}`,
      request_key: batch.key,
      request_hash: batch.hash,
      state: "done",
      actor: batch.actor,
      source_workbook: batch.source.workbook,
      source_sheet: batch.source.sheet,
      created_at: batch.at,
      finished_at: batch.at,
    })
    .execute();
}

async function insertOrders(context: Context, orders: readonly NumberedOrder[]): Promise<void> {
  const { transaction, batch, batchId } = context;
  const locations = await outputLocations(transaction);
  const press = {
    batchId,
    type: batch.type,
    today: batch.today,
    at: batch.at,
    actor: batch.actor,
    locations,
  };
  for (const piece of rowsInPieces(
    orders.map((order) => orderRow(order, press)),
    28,
  ))
    await transaction.insertInto("manufacturing_order").values(piece).execute();
  for (const piece of rowsInPieces(orders.flatMap(materialRows), 11))
    await transaction.insertInto("mo_material").values(piece).execute();
  for (const piece of rowsInPieces(orders.flatMap(operationRows), 11))
    await transaction.insertInto("mo_operation").values(piece).execute();
  for (const piece of rowsInPieces(orders.map(explanationRow), 2))
    await transaction.insertInto("mo_explanation").values(piece).execute();
}

/** Where finished products of each store go: its first output location. */
async function outputLocations(transaction: Transaction): Promise<ReadonlyMap<number, number>> {
  const rows = await transaction
    .selectFrom("location")
    .select(["id", "store_id"])
    .where("is_output", "=", 1)
    .orderBy("id", "desc")
    .execute();
  return new Map(rows.map((row) => [row.store_id, row.id]));
}

/** Each row is a demand line of its own, and its order covers it whole. */
async function insertDemand({ transaction }: Context, orders: readonly NumberedOrder[]): Promise<void> {
  const coverage: { demand_line_id: number; mo_id: number; quantity: string }[] = [];
  for (const { id, order } of orders) {
    const { demand } = order;
    const quantity = decimalText(demand.quantity);
    const { id: demandLineId } = await transaction
      .insertInto("demand_line")
      .values({
        is_imported: 0,
        kind: demand.kind,
        document: demand.document,
        line: demand.line,
        item_id: demand.item.id,
        store_id: demand.store.id,
        unit_code: demand.item.unit.code,
        quantity,
        done_quantity: "0",
        need_date: demand.needDate,
        status: "released",
        party: "",
        notes: demand.notes,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    coverage.push({ demand_line_id: demandLineId, mo_id: id, quantity });
  }
  for (const piece of rowsInPieces(coverage, 3))
    await transaction.insertInto("coverage").values(piece).execute();
}

async function insertBatchRows(
  { transaction, batch, batchId }: Context,
  orders: readonly NumberedOrder[],
): Promise<void> {
  const idByRow = new Map(orders.map((one) => [one.row, one.id]));
  const rows = batch.rows.map((row) => ({
    batch_id: batchId,
    row: row.row,
    outcome: row.outcome === "ready" ? ("created" as const) : ("refused" as const),
    mo_id: idByRow.get(row.row) ?? null,
    problems: JSON.stringify(row.outcome === "ready" ? row.warnings : row.problems),
  }));
  for (const piece of rowsInPieces(rows, 5))
    await transaction.insertInto("batch_row").values(piece).execute();
}

function appendBatchEvents(
  { transaction, batch, batchId }: Context,
  orders: readonly NumberedOrder[],
): Promise<number> {
  const { actor, at } = batch;
  const created = orders.map(({ id, order }) => {
    const state: OrderSnapshot = {
      number: moNumber(id),
      status: "open",
      holdReason: null,
      quantity: decimalText(order.demand.quantity),
      producedQuantity: "0",
      dueDate: order.dueDate,
      version: 1,
    };
    return { kind: "order-created", moId: id, batchId, order: state, actor, at } as const;
  });
  return appendEvents(transaction, [
    ...created,
    { kind: "batch-created", moId: null, batchId, order: null, actor, at },
  ]);
}
