/** A planned order as the rows it is kept in. */
import type { Insertable } from "kysely";
import { explainBriefly } from "../../../shared/planning/explain.ts";
import { neededForOne } from "../../../shared/planning/explode.ts";
import { momentText } from "../../../shared/planning/moment.ts";
import type { PlannedOrder } from "../../../shared/planning/planned-order.ts";
import type { OrderType } from "../../../shared/order/life.ts";
import type { CalendarDate } from "../../../shared/quantity/calendar-date.ts";
import { decimalText } from "../../../shared/quantity/decimal.ts";
import type { OutputLocations } from "../catalog/output-locations.ts";
import { moNumber } from "../../../shared/row/mo-number.ts";
import type {
  ManufacturingOrderTable,
  MoExplanationTable,
  MoMaterialTable,
  MoOperationTable,
} from "../tables.ts";

/** All that an order's own rows are made of. */
export type OrderToWrite = Omit<PlannedOrder, "readiness" | "children">;

/** One order on its way into the tables. */
export interface NumberedOrder<Order extends OrderToWrite = OrderToWrite> {
  readonly id: number;
  /** The order it is made for; null for a row's own. */
  readonly parentId: number | null;
  readonly row: number;
  readonly order: Order;
}

/** An order with those below it. */
export interface OrderTree extends OrderToWrite {
  readonly children: readonly this[];
}

/** A row that becomes an order. */
export interface RowToMake<Order extends OrderTree = OrderTree> {
  readonly row: number;
  readonly order: Order;
}

/** Numbers follow the rows, and a row's sub-assemblies follow its own order. */
export function numberOrders<Order extends OrderTree>(
  rows: readonly RowToMake<Order>[],
  lastId: number,
): readonly NumberedOrder<Order>[] {
  const numbered: NumberedOrder<Order>[] = [];
  const add = (row: number, order: Order, parentId: number | null): void => {
    const id = lastId + numbered.length + 1;
    numbered.push({ id, parentId, row, order });
    for (const child of order.children) add(row, child, id);
  };
  for (const { row, order } of rows) add(row, order, null);
  return numbered;
}

/** What all orders of one press share. */
export interface PressOfOrders {
  readonly batchId: number;
  readonly type: OrderType;
  readonly link: "regular" | "dynamic";
  readonly today: CalendarDate;
  readonly at: string;
  readonly actor: string;
  /** By store id: where its finished products go. */
  readonly locations: OutputLocations;
}

export function orderRow(
  { id, parentId, row, order }: NumberedOrder,
  { batchId, type, link, today, at, actor, locations }: PressOfOrders,
): Insertable<ManufacturingOrderTable> {
  const { demand } = order;
  return {
    id,
    number: moNumber(id),
    batch_id: batchId,
    batch_row: parentId === null ? row : -id,
    type,
    link: parentId === null ? link : "regular",
    item_id: demand.item.id,
    bom_revision_id: order.bomRevision.id,
    store_id: demand.store.id,
    output_location_id: (demand.chosen?.location ?? locations.get(demand.store.id))?.id ?? null,
    unit_code: demand.item.unit.code,
    quantity: decimalText(demand.quantity),
    produced_quantity: "0",
    scrapped_quantity: "0",
    status: "open",
    hold_reason: null,
    priority: demand.chosen?.priority ?? 0,
    order_date: today,
    schedule_date: order.scheduleDate,
    due_date: order.dueDate,
    need_date: demand.needDate,
    memo: demand.notes,
    project: "",
    parent_id: parentId,
    version: 1,
    created_at: at,
    created_by: actor,
    changed_at: at,
    changed_by: actor,
  };
}

interface MaterialsOf {
  readonly id: number;
  readonly order: Pick<PlannedOrder, "materials">;
}

export function materialRows({ id, order }: MaterialsOf): readonly Insertable<MoMaterialTable>[] {
  return order.materials.map(({ position, line, quantity }) => ({
    mo_id: id,
    position,
    item_id: line.component.id,
    quantity: decimalText(quantity),
    unit_code: line.unit.code,
    quantity_per: decimalText(neededForOne(line)),
    is_fixed: line.isFixed ? 1 : 0,
    scrap_percent: decimalText(line.line.scrapPercent),
    issued_quantity: "0",
    bom_line_id: line.line.id,
    instruction: line.line.instruction,
  }));
}

interface OperationsOf {
  readonly id: number;
  readonly order: Pick<PlannedOrder, "operations" | "demand">;
}

export function operationRows({ id, order }: OperationsOf): readonly Insertable<MoOperationTable>[] {
  return order.operations.map(({ operation, minutes, begin, end }) => {
    const calendar = operation.calendar ?? order.demand.store.calendar;
    return {
      mo_id: id,
      position: operation.position,
      work_center_id: operation.workCenterId,
      resource: operation.resource,
      setup_minutes: decimalText(operation.setupMinutes),
      run_minutes: decimalText(operation.runMinutes),
      instruction: operation.instruction,
      status: "open",
      planned_start: momentText(calendar, begin),
      planned_end: momentText(calendar, end),
      planned_minutes: minutes,
    };
  });
}

/** What cannot be told later from the order itself: what was on the shelf and on the way when it was made. */
export function explanationRow({
  id,
  order,
}: Pick<NumberedOrder<PlannedOrder>, "id" | "order">): Insertable<MoExplanationTable> {
  return { mo_id: id, steps: JSON.stringify(explainBriefly(order)) };
}
