/** A planned row as it is told to clients. */
import { decimalText } from "../../../shared/quantity/decimal.ts";
import { momentText } from "../../../shared/planning/moment.ts";
import type { PlannedMaterial } from "../../../shared/planning/planned-material.ts";
import type { PlannedRow } from "../../../shared/planning/plan-orders.ts";
import type { PlannedOperation, PlannedOrder } from "../../../shared/planning/planned-order.ts";
import { shortagesOf, type Readiness } from "../../../shared/planning/readiness.ts";
import type { DemandLine } from "../../../shared/validation/demand-line.ts";
import type { WorkingCalendar } from "../../../shared/validation/facts.ts";
import { toWireProblem } from "../../../shared/wire/lines.ts";
import type { PlanRow, SubOrder, WireMaterial, WireReadiness } from "../../../shared/wire/plan.ts";
import { fingerprint, type ShownBy } from "./fingerprint.ts";

export function toPlanRow(row: PlannedRow, shownBy: ShownBy): PlanRow {
  if (row.outcome === "refused") return { ...row, problems: row.problems.map(toWireProblem) };
  if (row.outcome === "merged") return toMergedRow(row);
  const own = row.order.demand.merged?.[0];
  return {
    outcome: "ready",
    row: row.row,
    order: { ...toWireOrder(row.order), subOrders: toSubOrders(row.order) },
    fingerprint: fingerprint(row.order, shownBy),
    warnings: row.warnings.map(toWireProblem),
    ...(own !== undefined && { share: toShare(own) }),
  };
}

function toMergedRow({ row, into, share, warnings }: Extract<PlannedRow, { outcome: "merged" }>): PlanRow {
  const { needDate } = share;
  const told = { ...toShare(share), needDate, warnings: warnings.map(toWireProblem) };
  return { outcome: "merged", row, into, ...told };
}

function toShare({ quantity, item }: DemandLine): { readonly quantity: string; readonly unit: string } {
  return { quantity: decimalText(quantity), unit: item.unit.code };
}

/** The tree below the order as a list, each naming the one it is for. */
function toSubOrders(top: PlannedOrder): SubOrder[] {
  const found: SubOrder[] = [];
  const add = (order: PlannedOrder, parent: number): void => {
    for (const child of order.children) {
      const id = found.length + 1;
      found.push({ id, parent, ...toWireOrder(child) });
      add(child, id);
    }
  };
  add(top, 0);
  return found;
}

function toWireOrder(order: PlannedOrder) {
  const { item, quantity, store, needDate } = order.demand;
  return {
    item: item.number,
    description: item.description,
    quantity: decimalText(quantity),
    unit: item.unit.code,
    store: store.code,
    bom: order.bomRevision.bom,
    revision: order.bomRevision.revision,
    scheduleDate: order.scheduleDate,
    dueDate: order.dueDate,
    needDate,
    materials: order.materials.map(toWireMaterial),
    operations: order.operations.map((planned) => toWireOperation(planned, store.calendar)),
    readiness: toWireReadiness(order.readiness),
  };
}

function toWireMaterial({ position, line, quantity }: PlannedMaterial): WireMaterial {
  const { number: item, description } = line.component;
  const { instruction } = line.line;
  return { position, item, description, quantity: decimalText(quantity), unit: line.unit.code, instruction };
}

function toWireOperation(planned: PlannedOperation, storeCalendar: WorkingCalendar | null) {
  const { operation, minutes } = planned;
  const { position, workCenter, resource, instruction } = operation;
  const calendar = operation.calendar ?? storeCalendar;
  return {
    position,
    workCenter,
    resource,
    instruction,
    minutes,
    setupMinutes: decimalText(operation.setupMinutes),
    runMinutes: decimalText(operation.runMinutes),
    begin: momentText(calendar, planned.begin),
    end: momentText(calendar, planned.end),
  };
}

export function toWireReadiness(readiness: Readiness): WireReadiness {
  return {
    state: readiness.state,
    canMakeNow: decimalText(readiness.canMakeNow),
    shortages: shortagesOf(readiness).map(({ material, quantity, coveredOn }) => ({
      position: material.position,
      item: material.line.component.number,
      quantity: decimalText(quantity),
      unit: material.line.unit.code,
      coveredOn,
    })),
  };
}
