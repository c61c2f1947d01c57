/** Orders as they are worked with: amounts read, units known, materials at hand. */
import type { OrderSnapshot } from "../../../shared/event/event.ts";
import type { OrderState, OrderStatus, OrderType } from "../../../shared/order/life.ts";
import type { OrderMaterial } from "../../../shared/order/backflush.ts";
import { decimal, decimalText, isAboveZero, type Decimal } from "../../../shared/quantity/decimal.ts";
import { forPieces } from "../chunks.ts";
import type { Transaction } from "../open-database.ts";

export interface WorkingOrder {
  readonly id: number;
  readonly number: string;
  readonly batchId: number;
  readonly type: OrderType;
  readonly status: OrderStatus;
  readonly holdReason: string | null;
  readonly itemId: number;
  readonly item: string;
  readonly revisionId: number;
  readonly storeId: number;
  readonly store: string;
  readonly locationId: number | null;
  readonly unit: string;
  readonly decimals: number;
  readonly quantity: Decimal;
  readonly produced: Decimal;
  readonly scrapped: Decimal;
  readonly priority: number;
  readonly scheduleDate: string;
  readonly dueDate: string;
  readonly needDate: string | null;
  readonly memo: string;
  readonly parentId: number | null;
  readonly version: number;
}

export interface WorkingMaterial extends OrderMaterial {
  readonly orderId: number;
  readonly itemId: number;
  readonly item: string;
  readonly unit: string;
  readonly stockUnit: string;
  readonly stockDecimals: number;
}

export type OrdersBy = { readonly numbers: readonly string[] } | { readonly parents: readonly number[] };

export async function workingOrders(
  transaction: Transaction,
  by: OrdersBy,
): Promise<readonly WorkingOrder[]> {
  const [column, values] =
    "numbers" in by ? (["mo.number", by.numbers] as const) : (["mo.parent_id", by.parents] as const);
  const rows = await forPieces<string | number, Row>(values, (piece) =>
    allOrders(transaction).where(column, "in", piece).orderBy("mo.id").execute(),
  );
  return rows.map(toWorkingOrder);
}

function allOrders(transaction: Transaction) {
  return transaction
    .selectFrom("manufacturing_order as mo")
    .innerJoin("unit", "unit.code", "mo.unit_code")
    .innerJoin("item", "item.id", "mo.item_id")
    .innerJoin("store", "store.id", "mo.store_id")
    .selectAll("mo")
    .select(["unit.decimals", "item.number as item", "store.code as store"]);
}

type Row = Awaited<ReturnType<ReturnType<typeof allOrders>["executeTakeFirstOrThrow"]>>;

function toWorkingOrder(row: Row): WorkingOrder {
  const { id, number, type, status, item, store, decimals, priority, memo, version } = row;
  return {
    id,
    number,
    type,
    status,
    item,
    store,
    decimals,
    priority,
    memo,
    version,
    batchId: row.batch_id,
    holdReason: row.hold_reason,
    itemId: row.item_id,
    revisionId: row.bom_revision_id,
    storeId: row.store_id,
    locationId: row.output_location_id,
    unit: row.unit_code,
    quantity: decimal(row.quantity),
    produced: decimal(row.produced_quantity),
    scrapped: decimal(row.scrapped_quantity),
    scheduleDate: row.schedule_date,
    dueDate: row.due_date,
    needDate: row.need_date,
    parentId: row.parent_id,
  };
}

export async function workingMaterials(
  transaction: Transaction,
  orderIds: readonly number[],
): Promise<readonly WorkingMaterial[]> {
  const rows = await forPieces(orderIds, (piece) => materialRows(transaction, piece));
  return rows.map((row) => ({
    ...row,
    quantity: decimal(row.quantity),
    issued: decimal(row.issued),
    isFixed: row.isFixed === 1,
  }));
}

function materialRows(transaction: Transaction, orderIds: readonly number[]) {
  return transaction
    .selectFrom("mo_material as material")
    .innerJoin("item", "item.id", "material.item_id")
    .innerJoin("unit", "unit.code", "material.unit_code")
    .innerJoin("unit as stock_unit", "stock_unit.code", "item.unit_code")
    .select(["material.mo_id as orderId", "material.position", "material.item_id as itemId"])
    .select(["item.number as item", "material.quantity", "material.issued_quantity as issued"])
    .select(["material.is_fixed as isFixed", "material.unit_code as unit", "unit.decimals"])
    .select(["item.unit_code as stockUnit", "stock_unit.decimals as stockDecimals"])
    .where("material.mo_id", "in", orderIds)
    .orderBy("material.mo_id")
    .orderBy("material.position")
    .execute();
}

export async function saveOrder(
  transaction: Transaction,
  order: WorkingOrder,
  { actor, at }: { readonly actor: string; readonly at: string },
): Promise<void> {
  await transaction
    .updateTable("manufacturing_order")
    .set({
      status: order.status,
      hold_reason: order.holdReason,
      quantity: decimalText(order.quantity),
      produced_quantity: decimalText(order.produced),
      scrapped_quantity: decimalText(order.scrapped),
      bom_revision_id: order.revisionId,
      store_id: order.storeId,
      output_location_id: order.locationId,
      priority: order.priority,
      schedule_date: order.scheduleDate,
      due_date: order.dueDate,
      need_date: order.needDate,
      memo: order.memo,
      parent_id: order.parentId,
      version: order.version,
      changed_at: at,
      changed_by: actor,
    })
    .where("id", "=", order.id)
    .execute();
}

export function snapshotOf(order: WorkingOrder): OrderSnapshot {
  const { number, status, holdReason, dueDate, version } = order;
  const quantities = { quantity: decimalText(order.quantity), producedQuantity: decimalText(order.produced) };
  return { number, status, holdReason, ...quantities, dueDate, version };
}

export function stateOf(order: WorkingOrder, materials: readonly WorkingMaterial[]): OrderState {
  const { status, holdReason, type } = order;
  const hasProduced = isAboveZero(order.produced) || isAboveZero(order.scrapped);
  return {
    status,
    holdReason,
    type,
    hasProduced,
    hasIssued: materials.some((one) => isAboveZero(one.issued)),
  };
}
