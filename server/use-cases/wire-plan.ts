/** A planned row as it is told to clients. */
import { decimalText } from "../../shared/quantity/decimal.ts";
import type { PlannedOrder } from "../../shared/planning/planned-order.ts";
import type { OperationFacts } from "../../shared/validation/facts.ts";
import { toWireProblem } from "../../shared/wire/lines.ts";
import type { PlanRow, WireMaterial, WirePlannedOrder } from "../../shared/wire/plan.ts";
import type { FingerprintedRow } from "./plan-rows.ts";

export function toPlanRow(row: FingerprintedRow): PlanRow {
  if (row.outcome === "refused") return { ...row, problems: row.problems.map(toWireProblem) };
  const { fingerprint, warnings } = row;
  return {
    outcome: "ready",
    row: row.row,
    order: toWireOrder(row.order),
    fingerprint,
    warnings: warnings.map(toWireProblem),
  };
}

function toWireOrder(order: PlannedOrder): WirePlannedOrder {
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
    operations: order.operations.map(toWireOperation),
  };
}

function toWireMaterial(material: PlannedOrder["materials"][number]): WireMaterial {
  return {
    position: material.position,
    item: material.itemNumber,
    description: material.description,
    quantity: decimalText(material.quantity),
    unit: material.unit.code,
    instruction: material.instruction,
  };
}

function toWireOperation(operation: OperationFacts) {
  const { position, workCenter, resource, instruction } = operation;
  const times = {
    setupMinutes: decimalText(operation.setupMinutes),
    runMinutes: decimalText(operation.runMinutes),
  };
  return { position, workCenter, resource, instruction, ...times };
}
