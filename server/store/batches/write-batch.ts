/** Writes all that one press made: the batch, its orders with materials and operations, demand, coverage and events. */
import type { CalendarDate } from "../../../shared/quantity/calendar-date.ts";
import { decimalText } from "../../../shared/quantity/decimal.ts";
import type { OrderSnapshot } from "../../../shared/event/event.ts";
import type { OrderType } from "../../../shared/order/life.ts";
import { moNumber } from "../../../shared/row/mo-number.ts";
import type { BatchState } from "../../../shared/order/undo-batch.ts";
import type { PlannedOrder } from "../../../shared/planning/planned-order.ts";
import type { PlannedRow } from "../../../shared/planning/plan-orders.ts";
import { insertBatchRows, resultsOf, storedRows, type RowResult } from "./batch-rows.ts";
import type { StoredBatch } from "./batch-store.ts";
import { outputLocations } from "../catalog/output-locations.ts";
import { countUp } from "../counter-store.ts";
import { appendEvents, sendEvents } from "../event-store.ts";
import { eachInTurns } from "../in-turns.ts";
import { insertRows } from "../insert-rows.ts";
import {
  explanationRow,
  materialRows,
  numberOrders,
  operationRows,
  orderRow,
  type NumberedOrder,
  type PressOfOrders,
  type RowToMake,
} from "../orders/rows-of-orders.ts";
import type { Transaction } from "../open-database.ts";
import { FreshLines } from "../demand/fresh-lines.ts";
import { writeCoverage } from "../demand/write-demand.ts";

export interface BatchToWrite {
  readonly key: string;
  readonly hash: string;
  readonly actor: string;
  readonly source: { readonly workbook: string; readonly sheet: string };
  readonly type: OrderType;
  readonly link: "regular" | "dynamic";
  readonly state: BatchState;
  readonly today: CalendarDate;
  readonly at: string;
}

/** Told how many orders are written, now and then; it may pause, or throw to have all of it taken back. */
export type Reached = (orders: number) => Promise<void>;

export interface WrittenBatch {
  /** As it is read again later. */
  readonly stored: StoredBatch;
  /** Of the last event. */
  readonly position: number;
}

/** Made ready in some 10 ms. */
const ORDERS_A_STEP = 250;

interface Begun {
  readonly press: PressOfOrders;
  /** There was before the batch. */
  readonly lastOrder: number;
  readonly lines: FreshLines;
}

export async function writeBatch(
  transaction: Transaction,
  batch: BatchToWrite,
  rows: readonly PlannedRow[],
): Promise<WrittenBatch> {
  const writer = await BatchWriter.begin(transaction, batch);
  await writer.sendOrders(readyRows(rows));
  return writer.finish(rows);
}

export function readyRows(rows: readonly PlannedRow[]): readonly RowToMake<PlannedOrder>[] {
  return rows.filter((row) => row.outcome === "ready");
}

/**
 * Begun, given its orders, and finished. Nothing is asked while orders are sent, so that a database in a thread of its
 * own is kept busy.
 */
export class BatchWriter {
  readonly #transaction: Transaction;
  readonly #press: PressOfOrders;
  readonly #batch: BatchToWrite;
  readonly #lastOrder: number;
  readonly #lines: FreshLines;
  readonly #ofRows: NumberedOrder[] = [];
  #sent = 0;

  private constructor(transaction: Transaction, batch: BatchToWrite, { press, lastOrder, lines }: Begun) {
    this.#transaction = transaction;
    this.#batch = batch;
    this.#press = press;
    this.#lastOrder = lastOrder;
    this.#lines = lines;
  }

  static async begin(transaction: Transaction, batch: BatchToWrite): Promise<BatchWriter> {
    const batchId = await countUp(transaction, "batch", 1);
    await insertBatch(transaction, batch, batchId);
    const { type, link, today, at, actor } = batch;
    const locations = await outputLocations(transaction);
    const press = { batchId, type, link, today, at, actor, locations };
    const lastOrder = await countUp(transaction, "order", 0);
    return new BatchWriter(transaction, batch, {
      press,
      lastOrder,
      lines: await FreshLines.begin(transaction),
    });
  }

  /** Orders of some of the batch's rows, or of all; each time those of later rows. */
  async sendOrders(rows: readonly RowToMake[], reached: Reached = () => Promise.resolve()): Promise<void> {
    const orders = numberOrders(rows, this.#lastOrder + this.#sent);
    const ofRows = orders.filter(({ parentId }) => parentId === null);
    this.#sent += orders.length;
    for (const order of ofRows) this.#ofRows.push(order);
    // Taking something apart serves nobody's demand.
    if (this.#press.type === "manufacture") await this.#lines.send(ofRows);
    for (let from = 0; from < orders.length; from += ORDERS_A_STEP) {
      await reached(from);
      await sendOrders(this.#transaction, this.#press, orders.slice(from, from + ORDERS_A_STEP));
    }
  }

  /** `rows`: their orders are those that were sent. */
  async finish(rows: readonly PlannedRow[]): Promise<WrittenBatch> {
    const [transaction, { batchId, actor, at }] = [this.#transaction, this.#press];
    await countUp(transaction, "order", this.#sent);
    await eachInTurns(numberOrders(readyRows(rows), this.#lastOrder), (piece) =>
      insertRows(transaction, "mo_explanation", piece.map(explanationRow)),
    );
    const results = resultsOf(rows, this.#ofRows);
    await insertBatchRows(transaction, batchId, results);
    const stored = this.#stored(results);
    if (this.#press.type === "manufacture") await writeCoverage(transaction, this.#ofRows, this.#lines);
    const event = { kind: "batch-created", moId: null, batchId, order: null } as const;
    const position = await appendEvents(transaction, [{ ...event, actor, at }]);
    return { stored, position };
  }

  #stored(results: readonly RowResult[]): StoredBatch {
    const { key, hash: requestHash, state, actor, at: createdAt } = this.#batch;
    const number = batchNumber(this.#press.batchId);
    return { number, key, requestHash, state, actor, createdAt, rows: storedRows(results) };
  }
}

function batchNumber(id: number): string {
  return `B-${String(id).padStart(6, "0")}`;
}

async function insertBatch(transaction: Transaction, batch: BatchToWrite, batchId: number): Promise<void> {
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

async function sendOrders(
  transaction: Transaction,
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
  const { batchId, actor, at } = press;
  await sendEvents(
    transaction,
    orders.map((one) => ({
      kind: "order-created",
      moId: one.id,
      batchId,
      order: snapshotOf(one),
      actor,
      at,
    })),
  );
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
