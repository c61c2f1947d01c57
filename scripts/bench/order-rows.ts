/** Planned orders as rows of the three tables an order lives in. */
import { withChildren, type PlannedOrder } from "../../shared/planning/planned-order.ts";
import { knownDate } from "../../shared/quantity/calendar-date.ts";
import {
  materialRows,
  operationRows,
  orderRow,
  type NumberedOrder,
} from "../../server/store/orders/rows-of-orders.ts";
import type { TableRows } from "./bare-insert.ts";

const PRESS = {
  batchId: 1,
  type: "manufacture" as const,
  link: "regular" as const,
  today: knownDate("2027-03-10"),
  at: "2027-03-10T08:00:00.000Z",
  actor: "Ana",
  locations: new Map(),
};

export function orderRows(planned: readonly PlannedOrder[]): readonly TableRows[] {
  const orders = planned
    .flatMap(withChildren)
    .map((order, index): NumberedOrder => ({ id: index + 1, parentId: null, row: index + 1, order }));
  return [
    { table: "manufacturing_order", rows: orders.map((order) => bindable(orderRow(order, PRESS))) },
    { table: "mo_material", rows: orders.flatMap(materialRows).map(bindable) },
    { table: "mo_operation", rows: orders.flatMap(operationRows).map(bindable) },
  ];
}

function bindable(row: object): TableRows["rows"][number] {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      typeof value === "number" || value === null ? value : String(value),
    ]),
  );
}
