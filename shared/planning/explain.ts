/** Why an order is what it is, step by step, as data: anybody can follow it from the demand to the last screw. */
import { dateOfDay, type CalendarDate } from "../quantity/calendar-date.ts";
import { decimalText, isAboveZero } from "../quantity/decimal.ts";
import { ratioText } from "../quantity/ratio.ts";
import { toOrderCodes } from "../stock/explain-to-order.ts";
import { NO_DAY, type Piece } from "./availability.ts";
import { isValidOn } from "./choose-revision.ts";
import { demandSteps, mergeSteps, toldDemand } from "./explain-demand.ts";
import type { PlannedOrder } from "./planned-order.ts";
import type { MaterialSupply } from "./readiness.ts";

export const explanationCodes = [
  "demand",
  "share",
  "share-of-stock",
  "over-reason",
  "merged",
  "merged-into",
  "merged-by-day",
  "unit-converted",
  "quantity-rounded",
  "quantity-reduced",
  ...toOrderCodes,
  "by-operations",
  "by-lead-time",
  "revision",
  "revision-passed-over",
  "material",
  "material-from",
  "material-made",
  "material-missing",
  "material-set",
  "material-replaced",
  "material-added",
  "material-removed",
  "readiness",
] as const;

export interface ExplanationStep {
  readonly code: (typeof explanationCodes)[number];
  readonly params: Readonly<Record<string, string>>;
}

/** `origin`: what else is known of how its quantity came about. */
export function explainOrder(
  order: PlannedOrder,
  origin: readonly ExplanationStep[] = [],
): readonly ExplanationStep[] {
  return [
    ...demandSteps(toldDemand(order.demand)),
    ...mergeSteps(order.demand),
    ...origin,
    datesStep(order),
    ...revisionSteps(order),
    ...order.materials.flatMap((material) => {
      const supply = order.readiness.supplies.find((one) => one.material === material);
      return [materialStep(order, material), ...(supply === undefined ? [] : supplySteps(supply))];
    }),
    readinessStep(order),
  ];
}

/** The steps that only this moment knows; the others can be told from the order and its materials later. */
export function explainBriefly(order: PlannedOrder): readonly ExplanationStep[] {
  const waitedFor = order.readiness.supplies.filter(({ taken }) => {
    const { pieces, missing } = taken;
    return isAboveZero(missing) || pieces.some((piece) => piece.documents.length > 0 || piece.isMade);
  });
  return [
    ...mergeSteps(order.demand),
    datesStep(order),
    ...revisionSteps(order),
    ...waitedFor.flatMap(supplySteps),
    readinessStep(order),
  ];
}

function datesStep({ demand, operations, scheduleDate, dueDate }: PlannedOrder): ExplanationStep {
  const needDate = demand.needDate ?? "";
  const calendar = demand.store.calendar?.code ?? "";
  if (operations.length === 0) {
    const days = String(demand.item.leadTimeDays);
    return { code: "by-lead-time", params: { scheduleDate, dueDate, needDate, calendar, days } };
  }
  const minutes = String(operations.reduce((total, one) => total + one.minutes, 0));
  const count = String(operations.length);
  const params = { scheduleDate, dueDate, needDate, calendar, operations: count, minutes };
  return { code: "by-operations", params };
}

function revisionSteps({ demand, bomRevision, scheduleDate }: PlannedOrder): readonly ExplanationStep[] {
  const { bom, revision, outputQuantity } = bomRevision;
  const others = demand.item.bomRevisions.filter((one) => one.id !== bomRevision.id);
  return [
    { code: "revision", params: { bom, revision, day: scheduleDate, output: decimalText(outputQuantity) } },
    ...others.map((one): ExplanationStep => {
      const params = { bom: one.bom, revision: one.revision, day: scheduleDate };
      return { code: "revision-passed-over", params: { ...params, why: passedOver(one, scheduleDate) } };
    }),
  ];
}

function passedOver(revision: PlannedOrder["bomRevision"], day: CalendarDate): string {
  if (!isValidOn(revision, day)) return "not-valid";
  return revision.isDefault ? "older" : "not-default";
}

function materialStep(order: PlannedOrder, material: PlannedOrder["materials"][number]): ExplanationStep {
  const { line, quantity } = material;
  const { component, per, isFixed, through, unit } = line;
  const of = { component: component.number, quantity: decimalText(quantity), unit: unit.code };
  const how = { per: ratioText(per), isFixed: String(isFixed), of: decimalText(order.demand.quantity) };
  const scrap = decimalText(line.line.scrapPercent);
  return {
    code: "material",
    params: { ...of, ...how, scrap, through: through.map((item) => item.number).join(" → ") },
  };
}

function supplySteps({ material, taken: { pieces, missing } }: MaterialSupply): readonly ExplanationStep[] {
  const component = material.line.component.number;
  const unit = material.line.unit.code;
  const steps = pieces.map((piece): ExplanationStep => {
    const of = { component, unit, quantity: decimalText(piece.quantity) };
    return piece.isMade
      ? { code: "material-made", params: { ...of, day: dayOf(piece) } }
      : {
          code: "material-from",
          params: { ...of, day: dayOf(piece), documents: piece.documents.join(", ") },
        };
  });
  if (!isAboveZero(missing)) return steps;
  return [
    ...steps,
    { code: "material-missing", params: { component, unit, quantity: decimalText(missing) } },
  ];
}

/** Empty for stock, which is there, and for a receipt that nobody promised a day for. */
function dayOf({ day }: Piece): string {
  return day > 0 && day < NO_DAY ? dateOfDay(day) : "";
}

function readinessStep({ readiness, demand }: PlannedOrder): ExplanationStep {
  const { state } = readiness;
  const canMakeNow = decimalText(readiness.canMakeNow);
  const quantity = decimalText(demand.quantity);
  return { code: "readiness", params: { state, canMakeNow, quantity, unit: demand.item.unit.code } };
}
