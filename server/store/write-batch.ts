/** Writes all that one press made: the batch, its orders with materials and operations, demand, coverage and events. */
import type { CalendarDate } from "../../shared/quantity/calendar-date.ts";
import { decimalText } from "../../shared/quantity/decimal.ts";
import type { OrderSnapshot } from "../../shared/event/event.ts";
import type { OrderType } from "../../shared/order/life.ts";
import { moNumber } from "../../shared/row/mo-number.ts";
import type { BatchState } from "../../shared/order/undo-batch.ts";
import { withChildren, type PlannedOrder } from "../../shared/planning/planned-order.ts";
import type { PlannedRow } from "../../shared/planning/plan-orders.ts";
import type { Insertable } from "kysely";
import { countUp } from "./counter-store.ts";
import { appendEvents } from "./event-store.ts";
import { insertRows } from "./insert-rows.ts";
import {
  explanationRow,
  materialRows,
  operationRows,
  orderRow,
  type NumberedOrder,
  type PressOfOrders,
} from "./rows-of-orders.ts";
import type { Transaction } from "./open-database.ts";
import type { BatchRowTable } from "./tables.ts";
import { writeDemand } from "./write-demand.ts";

export interface BatchToWrite {
  readonly key: string;
  readonly hash: string;
  readonly actor: string;
  readonly source: { readonly workbook: string; readonly sheet: string };
  readonly type: OrderType;
  readonly link: "regular" | "dynamic";
  readonly state: BatchState;
  readonly rows: readonly PlannedRow[];
  readonly today: CalendarDate;
  readonly at: string;
}

/** Told how many orders are written, now and then; it may pause, or throw to have all of it taken back. */
export type Reached = (orders: number) => Promise<void>;

interface Context {
  readonly transaction: Transaction;
  readonly batch: BatchToWrite;
  readonly batchId: number;
}

/** Written in some 20 ms. */
const ORDERS_A_STEP = 250;
const ROWS_A_STEP = 1_000;

/** Returns the position of the last event. */
export async function writeBatch(
  transaction: Transaction,
  batch: BatchToWrite,
  reached: Reached = () => Promise.resolve(),
): Promise<number> {
  const batchId = await countUp(transaction, "batch", 1);
  const context: Context = { transaction, batch, batchId };
  await insertBatch(context);
  const orders = await numberOrders(context);
  const press = await pressOf(context);
  for (let from = 0; from < orders.length; from += ORDERS_A_STEP) {
    await reached(from);
    await insertOrders(context, press, orders.slice(from, from + ORDERS_A_STEP));
  }
  await insertBatchRows(transaction, batchId, resultRows(batch.rows, orders));
  await reached(orders.length);
  return appendEvents(transaction, [
    { kind: "batch-created", moId: null, batchId, order: null, actor: batch.actor, at: batch.at },
  ]);
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
      state: batch.state,
      actor: batch.actor,
      source_workbook: batch.source.workbook,
      source_sheet: batch.source.sheet,
      created_at: batch.at,
      finished_at: batch.at,
    })
    .execute();
}

async function pressOf({ transaction, batch, batchId }: Context): Promise<PressOfOrders> {
  const { type, link, today, at, actor } = batch;
  return { batchId, type, link, today, at, actor, locations: await outputLocations(transaction) };
}

async function insertOrders(
  { transaction, batch, batchId }: Context,
  press: PressOfOrders,
  orders: readonly NumberedOrder[],
): Promise<void> {
  await insertRows(
    transaction,
    "manufacturing_order",
    orders.map((order) => orderRow(order, press)),
  );
  await insertRows(transaction, "mo_material", orders.flatMap(materialRows));
  await insertRows(transaction, "mo_operation", orders.flatMap(operationRows));
  await insertRows(transaction, "mo_explanation", orders.map(explanationRow));
  // Taking something apart serves nobody's demand.
  if (batch.type === "manufacture") await writeDemand(transaction, orders.filter(isOfRow));
  const { actor, at } = batch;
  await appendEvents(
    transaction,
    orders.map((one) => ({
      ...{ kind: "order-created", moId: one.id, batchId, order: snapshotOf(one), actor, at },
    })),
  );
}

function isOfRow({ parentId }: NumberedOrder): boolean {
  return parentId === null;
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

type Result = Omit<Insertable<BatchRowTable>, "batch_id"> & { readonly row: number };

function resultRows(rows: readonly PlannedRow[], orders: readonly NumberedOrder[]): readonly Result[] {
  const idByRow = new Map(orders.filter(isOfRow).map((one) => [one.row, one.id]));
  return rows.map((row) => ({
    row: row.row,
    outcome: row.outcome === "refused" ? "refused" : "created",
    mo_id: idByRow.get(row.outcome === "merged" ? row.into : row.row) ?? null,
    problems: JSON.stringify(row.outcome === "refused" ? row.problems : row.warnings),
  }));
}

async function insertBatchRows(
  transaction: Transaction,
  batchId: number,
  results: readonly Result[],
): Promise<void> {
  for (let from = 0; from < results.length; from += ROWS_A_STEP) {
    const piece = results.slice(from, from + ROWS_A_STEP);
    const rows = piece.map(({ row, outcome, mo_id, problems }) => ({
      ...{ batch_id: batchId, row, outcome, mo_id: mo_id ?? null, problems },
    }));
    await insertRows(transaction, "batch_row", rows);
  }
}

interface Filling {
  readonly key: string;
  readonly hash: string;
  readonly rows: readonly PlannedRow[];
}

/** A press that was cancelled before it came gets its rows when it comes. */
export async function fillCancelledBatch(
  transaction: Transaction,
  { key, hash, rows }: Filling,
): Promise<void> {
  const { id } = await transaction
    .updateTable("batch")
    .set({ request_hash: hash })
    .where("request_key", "=", key)
    .returning("id")
    .executeTakeFirstOrThrow();
  await insertBatchRows(transaction, id, resultRows(rows, []));
}

function snapshotOf({ id, order }: NumberedOrder): OrderSnapshot {
  return {
    number: moNumber(id),
    status: "open",
    holdReason: null,
    quantity: decimalText(order.demand.quantity),
    producedQuantity: "0",
    dueDate: order.dueDate,
    version: 1,
  };
}
