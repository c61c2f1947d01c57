/** Writes all that one press made: the batch, its orders with materials and operations, demand, coverage and events. */
import type { CalendarDate } from "../../shared/quantity/calendar-date.ts";
import { decimalText } from "../../shared/quantity/decimal.ts";
import type { OrderSnapshot } from "../../shared/event/event.ts";
import type { OrderType } from "../../shared/order/life.ts";
import { moNumber } from "../../shared/row/mo-number.ts";
import type { BatchState } from "../../shared/order/undo-batch.ts";
import { withChildren, type PlannedOrder } from "../../shared/planning/planned-order.ts";
import type { PlannedRow } from "../../shared/planning/plan-orders.ts";
import { insertBatchRows, resultsOf, storedRows, type RowResult } from "./batch-rows.ts";
import type { StoredBatch } from "./batch-store.ts";
import { countUp } from "./counter-store.ts";
import { appendEvents, sendEvents } from "./event-store.ts";
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
import { sendDemandLines, writeCoverage } from "./write-demand.ts";

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

/** Made ready in some 10 ms. */
const ORDERS_A_STEP = 250;

export interface WrittenBatch {
  /** As it is read again later. */
  readonly stored: StoredBatch;
  /** Of the last event. */
  readonly position: number;
}

/** Nothing is asked while orders are written, so that a database in a thread of its own is kept busy. */
export async function writeBatch(
  transaction: Transaction,
  batch: BatchToWrite,
  reached: Reached = () => Promise.resolve(),
): Promise<WrittenBatch> {
  const batchId = await countUp(transaction, "batch", 1);
  const context: Context = { transaction, batch, batchId };
  await insertBatch(context);
  const orders = await numberOrders(context);
  const ofRows = orders.filter(({ parentId }) => parentId === null);
  const press = await pressOf(context);
  // Taking something apart serves nobody's demand.
  const demand = batch.type === "manufacture" ? await sendDemandLines(transaction, ofRows) : null;
  for (let from = 0; from < orders.length; from += ORDERS_A_STEP) {
    await reached(from);
    await insertOrders(context, press, orders.slice(from, from + ORDERS_A_STEP));
  }
  const results = resultsOf(batch.rows, ofRows);
  await insertBatchRows(transaction, batchId, results);
  await reached(orders.length);
  const stored = storedBatch(context, results);
  if (demand !== null) await writeCoverage(transaction, ofRows, demand);
  const event = { kind: "batch-created", moId: null, batchId, order: null } as const;
  const position = await appendEvents(transaction, [{ ...event, actor: batch.actor, at: batch.at }]);
  return { stored, position };
}

function storedBatch({ batch, batchId }: Context, results: readonly RowResult[]): StoredBatch {
  const { key, hash: requestHash, state, actor, at: createdAt } = batch;
  return {
    number: batchNumber(batchId),
    key,
    requestHash,
    state,
    actor,
    createdAt,
    rows: storedRows(results),
  };
}

function batchNumber(id: number): string {
  return `B-${String(id).padStart(6, "0")}`;
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
      number: batchNumber(batchId),
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
  const { actor, at } = batch;
  await sendEvents(
    transaction,
    orders.map((one) => ({
      ...{ kind: "order-created", moId: one.id, batchId, order: snapshotOf(one), actor, at },
    })),
  );
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
