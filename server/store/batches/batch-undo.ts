/** All orders of one batch with what decides whether they can be taken back, and the taking back. */
import type { OrderSnapshot } from "../../../shared/event/event.ts";
import { isUnfinished } from "../../../shared/order/life.ts";
import type { BatchState, UndoableOrder } from "../../../shared/order/undo-batch.ts";
import type { BatchOrder } from "../../../shared/wire/batch-history.ts";
import { appendEvents } from "../event-store.ts";
import { inTurns } from "../in-turns.ts";
import { mergesOf, type Merges } from "../orders/merge-history.ts";
import type { Transaction } from "../open-database.ts";

export interface OrderOfBatch extends UndoableOrder {
  readonly snapshot: OrderSnapshot;
  readonly told: BatchOrder;
}

export interface UndoableBatch {
  readonly id: number;
  readonly number: string;
  readonly state: BatchState;
}

export function undoableBatch(transaction: Transaction, number: string): Promise<UndoableBatch | undefined> {
  return transaction
    .selectFrom("batch")
    .select(["id", "number", "state"])
    .where("number", "=", number)
    .executeTakeFirst();
}

/** In the order of their numbers: a row's own first, then its sub-assemblies. */
export async function ordersOfBatch(
  transaction: Transaction,
  batchId: number,
): Promise<readonly OrderOfBatch[]> {
  const found = await transaction
    .selectFrom("manufacturing_order")
    .select("id")
    .where("batch_id", "=", batchId)
    .execute();
  const ids = found.map(({ id }) => id).toSorted((left, right) => left - right);
  const merges = await mergesOf(transaction, batchId);
  return inTurns(ids, async (piece) => {
    const issued = await withMaterialsOut(transaction, piece);
    const rows = await orderRows(transaction, piece);
    return rows.map((row) => toOrderOfBatch(row, { batchId, hasIssued: issued.has(row.id), merges }));
  });
}

type OrderRow = Awaited<ReturnType<typeof orderRows>>[number];

interface Known {
  readonly batchId: number;
  readonly hasIssued: boolean;
  readonly merges: Merges;
}

function toOrderOfBatch(row: OrderRow, { batchId, hasIssued, merges }: Known): OrderOfBatch {
  const { id, number, status, holdReason, type, quantity, producedQuantity, dueDate, version } = row;
  const hasProduced = producedQuantity !== "0" || row.scrapped !== "0";
  const isForeign = row.parentBatch !== null && row.parentBatch !== batchId;
  return {
    id,
    number,
    parentId: row.parentId,
    state: { status, holdReason, type, hasProduced, hasIssued },
    foreignParent: isForeign && isUnfinished(row.parentStatus ?? "cancelled") ? row.parent : null,
    survivor: merges.survivors.get(id) ?? null,
    foreignPart: merges.foreignParts.get(id) ?? null,
    snapshot: { number, status, holdReason, quantity, producedQuantity, dueDate, version },
    told: { ...toldOf(row), number, quantity },
  };
}

function toldOf(row: { item: string; unit: string; row: number; parent: string | null }) {
  return { item: row.item, unit: row.unit, row: row.row > 0 ? row.row : null, parent: row.parent };
}

function orderRows(transaction: Transaction, ids: readonly number[]) {
  return transaction
    .selectFrom("manufacturing_order as mo")
    .innerJoin("item", "item.id", "mo.item_id")
    .leftJoin("manufacturing_order as parent", "parent.id", "mo.parent_id")
    .where("mo.id", "in", ids)
    .select(["mo.id", "mo.number", "mo.status", "mo.hold_reason as holdReason", "mo.type", "mo.version"])
    .select(["mo.quantity", "mo.produced_quantity as producedQuantity", "mo.scrapped_quantity as scrapped"])
    .select(["mo.due_date as dueDate", "mo.unit_code as unit", "mo.batch_row as row", "item.number as item"])
    .select(["mo.parent_id as parentId", "parent.number as parent", "parent.status as parentStatus"])
    .select("parent.batch_id as parentBatch")
    .orderBy("mo.id")
    .execute();
}

async function withMaterialsOut(
  transaction: Transaction,
  ids: readonly number[],
): Promise<ReadonlySet<number>> {
  const found = await transaction
    .selectFrom("mo_material")
    .select("mo_id as id")
    .distinct()
    .where("mo_id", "in", ids)
    .where("issued_quantity", "!=", "0")
    .execute();
  return new Set(found.map(({ id }) => id));
}

export interface Undo {
  readonly batch: UndoableBatch;
  readonly state: BatchState;
  readonly takesBack: readonly OrderOfBatch[];
  readonly stays: number;
  readonly reason: string;
  readonly actor: string;
  readonly at: string;
}

/**
 * Cancels the orders as a cancel by hand does, but many in a statement: a batch may have 20,000. Returns the position
 * of the last event.
 */
export async function writeUndo(transaction: Transaction, undo: Undo): Promise<number> {
  const { batch, state, takesBack, stays, reason, actor, at } = undo;
  await inTurns(takesBack, (piece) => cancelAll(transaction, piece, undo));
  await transaction
    .updateTable("batch")
    .set({ state, undone_at: at, undone_by: actor, undo_reason: reason })
    .where("id", "=", batch.id)
    .execute();
  const undone = { batch: batch.number, reason, takenBack: takesBack.length, stays };
  const event = {
    kind: "batch-undone",
    moId: null,
    order: null,
    undone,
    batchId: batch.id,
    actor,
    at,
  } as const;
  return appendEvents(transaction, [event]);
}

async function cancelAll(
  transaction: Transaction,
  orders: readonly OrderOfBatch[],
  { batch, actor, at }: Undo,
): Promise<readonly never[]> {
  const ids = orders.map(({ id }) => id);
  await transaction
    .updateTable("manufacturing_order")
    .set((eb) => ({
      status: "cancelled",
      hold_reason: null,
      changed_at: at,
      changed_by: actor,
      version: eb("version", "+", 1),
    }))
    .where("id", "in", ids)
    .execute();
  const by = { kind: "order-cancelled", batchId: batch.id, actor, at } as const;
  const events = orders.map(({ id, snapshot }) => ({ ...by, moId: id, order: asCancelled(snapshot) }));
  await appendEvents(transaction, events);
  return [];
}

function asCancelled(snapshot: OrderSnapshot): OrderSnapshot {
  return { ...snapshot, status: "cancelled", holdReason: null, version: snapshot.version + 1 };
}
