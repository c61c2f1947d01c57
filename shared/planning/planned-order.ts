/** What Create would make of one row: plain data, shown in the preview and written as it stands. */
import type { CalendarDate } from "../quantity/calendar-date.ts";
import type { BomRevisionFacts, OperationFacts } from "../validation/facts.ts";
import type { DemandLine } from "../validation/demand-line.ts";
import type { Moment } from "./moment.ts";
import type { PlannedMaterial } from "./planned-material.ts";
import type { Readiness } from "./readiness.ts";

export interface PlannedOperation {
  readonly operation: OperationFacts;
  /** From begin to end, setup included, in whole minutes. */
  readonly minutes: number;
  readonly begin: Moment;
  readonly end: Moment;
}

export interface PlannedDates {
  /** The day work starts; the BOM valid on it is taken. */
  readonly scheduleDate: CalendarDate;
  /** The day the product is finished. */
  readonly dueDate: CalendarDate;
}

export interface PlannedOrder extends PlannedDates {
  readonly demand: DemandLine;
  readonly bomRevision: BomRevisionFacts;
  readonly materials: readonly PlannedMaterial[];
  readonly operations: readonly PlannedOperation[];
  readonly readiness: Readiness;
  /** Orders for the sub-assemblies that are missing, when the press makes them too. */
  readonly children: readonly PlannedOrder[];
}

/** The order and the orders below it, parents before children. */
export function withChildren(order: PlannedOrder): readonly PlannedOrder[] {
  return order.children.length === 0 ? [order] : [order, ...order.children.flatMap(withChildren)];
}
