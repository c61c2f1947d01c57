/** Writes all that one press made: the batch, its orders with materials and operations, demand, coverage and events. */
import type { CalendarDate } from "../../shared/quantity/calendar-date.ts";
import { decimalText } from "../../shared/quantity/decimal.ts";
import type { OrderSnapshot } from "../../shared/event/event.ts";
import { moNumber } from "../../shared/row/mo-number.ts";
import { explainBriefly } from "../../shared/planning/explain.ts";
import { neededForOne } from "../../shared/planning/explode.ts";
import { momentText } from "../../shared/planning/moment.ts";
import { withChildren, type PlannedOrder } from "../../shared/planning/planned-order.ts";
import type { PlannedRow } from "../../shared/planning/plan-orders.ts";
import { rowsInPieces } from "./chunks.ts";
import { countUp } from "./counter-store.ts";
import { appendEvents } from "./event-store.ts";
import type { Transaction } from "./open-database.ts";

export interface BatchToWrite {
  readonly key: string;
  readonly hash: string;
  readonly actor: string;
  readonly source: { readonly workbook: string; readonly sheet: string };
  readonly rows: readonly PlannedRow[];
  readonly today: CalendarDate;
  readonly at: string;
}

/** One order on its way into the tables. */
interface NumberedOrder {
  readonly id: number;
  /** The order it is made for; null for a row's own. */
  readonly parentId: number | null;
  readonly row: number;
  readonly order: PlannedOrder;
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
  await insertMaterials(context, orders);
  await insertOperations(context, orders);
  await insertExplanations(context, orders);
  await insertDemand(context, orders.filter(isOfRow));
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
  const locations = await outputLocations(context.transaction);
  const rows = orders.map((one) =>
    toOrderRow(context, one, locations.get(one.order.demand.store.id) ?? null),
  );
  for (const piece of rowsInPieces(rows, 28)) {
    await context.transaction.insertInto("manufacturing_order").values(piece).execute();
  }
}

function toOrderRow(
  { batch, batchId }: Context,
  { id, parentId, row, order }: NumberedOrder,
  locationId: number | null,
) {
  const { demand } = order;
  return {
    id,
    number: moNumber(id),
    batch_id: batchId,
    batch_row: parentId === null ? row : -id,
    type: "manufacture",
    link: "regular",
    item_id: demand.item.id,
    bom_revision_id: order.bomRevision.id,
    store_id: demand.store.id,
    output_location_id: locationId,
    unit_code: demand.item.unit.code,
    quantity: decimalText(demand.quantity),
    produced_quantity: "0",
    scrapped_quantity: "0",
    status: "open",
    hold_reason: null,
    priority: 0,
    order_date: batch.today,
    schedule_date: order.scheduleDate,
    due_date: order.dueDate,
    need_date: demand.needDate,
    memo: demand.notes,
    project: "",
    parent_id: parentId,
    version: 1,
    created_at: batch.at,
    created_by: batch.actor,
    changed_at: batch.at,
    changed_by: batch.actor,
  } as const;
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

async function insertMaterials({ transaction }: Context, orders: readonly NumberedOrder[]): Promise<void> {
  const rows = orders.flatMap(({ id, order }) =>
    order.materials.map(({ position, line, quantity }) => ({
      mo_id: id,
      position,
      item_id: line.component.id,
      quantity: decimalText(quantity),
      unit_code: line.unit.code,
      quantity_per: decimalText(neededForOne(line)),
      is_fixed: line.isFixed ? (1 as const) : (0 as const),
      scrap_percent: decimalText(line.line.scrapPercent),
      issued_quantity: "0",
      bom_line_id: line.line.id,
      instruction: line.line.instruction,
    })),
  );
  for (const piece of rowsInPieces(rows, 11))
    await transaction.insertInto("mo_material").values(piece).execute();
}

async function insertOperations({ transaction }: Context, orders: readonly NumberedOrder[]): Promise<void> {
  const rows = orders.flatMap(({ id, order }) =>
    order.operations.map(({ operation, minutes, begin, end }) => {
      const calendar = operation.calendar ?? order.demand.store.calendar;
      return {
        mo_id: id,
        position: operation.position,
        work_center_id: operation.workCenterId,
        resource: operation.resource,
        setup_minutes: decimalText(operation.setupMinutes),
        run_minutes: decimalText(operation.runMinutes),
        instruction: operation.instruction,
        status: "open" as const,
        planned_start: momentText(calendar, begin),
        planned_end: momentText(calendar, end),
        planned_minutes: minutes,
      };
    }),
  );
  for (const piece of rowsInPieces(rows, 11))
    await transaction.insertInto("mo_operation").values(piece).execute();
}

/** What cannot be told later from the order itself: what was on the shelf and on the way when it was made. */
async function insertExplanations({ transaction }: Context, orders: readonly NumberedOrder[]): Promise<void> {
  const rows = orders.map(({ id, order }) => ({ mo_id: id, steps: JSON.stringify(explainBriefly(order)) }));
  for (const piece of rowsInPieces(rows, 2))
    await transaction.insertInto("mo_explanation").values(piece).execute();
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
