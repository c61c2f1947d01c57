/** An order to take something apart, planned: its materials are what comes back, its day is the day it is wanted. */
import { chooseRevision } from "../../../shared/planning/choose-revision.ts";
import { takeApart } from "../../../shared/planning/explode.ts";
import { flattenBom } from "../../../shared/planning/flat-bom.ts";
import type { PlannedWork } from "../../../shared/planning/plan-one.ts";
import type { CalendarDate } from "../../../shared/quantity/calendar-date.ts";
import { isAboveZero } from "../../../shared/quantity/decimal.ts";
import type { DemandLine } from "../../../shared/validation/demand-line.ts";
import type { Facts } from "../../../shared/validation/facts.ts";

/** Null when no BOM is valid on that day. Taking apart has no steps: the routing is about making. */
export function planApart(demand: DemandLine, facts: Facts, today: CalendarDate): PlannedWork | null {
  const { item, quantity, needDate } = demand;
  const day = needDate === null || needDate < today ? today : needDate;
  const bomRevision = chooseRevision(item, day);
  if (bomRevision === null) return null;
  const flat = flattenBom({ item, revision: bomRevision, day }, facts, { scrap: "ignored" });
  const materials = takeApart(quantity, flat).filter((material) => isAboveZero(material.quantity));
  return { demand, bomRevision, materials, operations: [], scheduleDate: day, dueDate: day };
}
