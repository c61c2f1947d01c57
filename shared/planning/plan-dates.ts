/** Need date and lead time to schedule and due date. Late is a warning, never a refusal. */
import { addDays, daysBetween, type CalendarDate } from "../quantity/calendar-date.ts";
import type { DemandLine } from "../validation/demand-line.ts";
import { problemAt, type Problem } from "../row/problem.ts";
import type { PlannedDates } from "./planned-order.ts";

export interface DatedPlan extends PlannedDates {
  readonly warnings: readonly Problem[];
}

/**
 * Backwards from the need date by the lead time in calendar days; forwards from today when that day has passed
 * or when no date is asked for. Needed on the 10th, lead time 3: scheduled on the 7th, due on the 10th.
 */
export function planDates(demand: DemandLine, today: CalendarDate): DatedPlan {
  const leadTime = demand.item.leadTimeDays;
  const latestStart = demand.needDate === null ? today : addDays(demand.needDate, -leadTime);
  const scheduleDate = latestStart < today ? today : latestStart;
  const dueDate = addDays(scheduleDate, leadTime);
  return { scheduleDate, dueDate, warnings: lateness(demand, dueDate) };
}

function lateness(demand: DemandLine, dueDate: CalendarDate): readonly Problem[] {
  if (demand.needDate === null || dueDate <= demand.needDate) return [];
  const params = { due: dueDate, days: String(daysBetween(demand.needDate, dueDate)) };
  const at = { field: "needDate", value: demand.needDate } as const;
  return [{ row: demand.row, ...problemAt(at, "late", { severity: "warning", params }) }];
}
