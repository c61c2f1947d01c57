/**
 * When an order is worked on: backwards from its need date over working days, by its operations, or by lead time
 * when it has none; forwards from today when that would have begun already. Late is a warning, never a refusal.
 */
import { dateOfDay, dayNumber, daysBetween, type CalendarDate } from "../quantity/calendar-date.ts";
import type { DemandLine } from "../validation/demand-line.ts";
import type { OperationFacts, WorkingCalendar } from "../validation/facts.ts";
import { problemAt, type Problem } from "../row/problem.ts";
import type { Conventions } from "./conventions.ts";
import { beginOf, endOfWork, isBefore, workBackFrom, workOnFrom, type Moment } from "./moment.ts";
import { operationMinutes } from "./operation-minutes.ts";
import type { PlannedDates, PlannedOperation } from "./planned-order.ts";
import { addWorkingDays, workingDayFrom } from "./working-calendar.ts";

export interface DatedWork extends PlannedDates {
  readonly operations: readonly PlannedOperation[];
}

export interface WorkToDate {
  readonly demand: Pick<DemandLine, "item" | "quantity" | "store" | "needDate">;
  readonly operations: readonly OperationFacts[];
  readonly today: CalendarDate;
  readonly conventions: Conventions;
}

/** With lead time 3, needed on Friday the 12th: scheduled on Tuesday the 9th, due on the 12th. */
export function planDates(work: WorkToDate): DatedWork {
  const { demand, operations, today } = work;
  if (operations.length === 0) return byLeadTime(demand, today);
  const steps = operations.map((operation) => ({
    operation,
    minutes: operationMinutes(operation, demand.quantity, work.conventions),
  }));
  const calendar = demand.store.calendar;
  const begin = beginOf(workingDayFrom(calendar, dayNumber(today), 1));
  const needDay = demand.needDate === null ? null : dayNumber(demand.needDate);
  const backwards = needDay === null ? null : backFrom(steps, calendar, needDay);
  const isTooLate = backwards === null || isBefore(backwards[0]?.begin ?? begin, begin);
  return dated(isTooLate ? onFrom(steps, calendar, begin) : backwards, begin);
}

function byLeadTime({ item, store, needDate }: WorkToDate["demand"], today: CalendarDate): DatedWork {
  const { calendar } = store;
  const first = workingDayFrom(calendar, dayNumber(today), 1);
  const due = needDate === null ? first : workingDayFrom(calendar, dayNumber(needDate), -1);
  const latest = addWorkingDays(calendar, due, -item.leadTimeDays);
  if (needDate !== null && latest >= first)
    return { scheduleDate: dateOfDay(latest), dueDate: dateOfDay(due), operations: [] };
  const ready = addWorkingDays(calendar, first, item.leadTimeDays);
  return { scheduleDate: dateOfDay(first), dueDate: dateOfDay(ready), operations: [] };
}

interface Step {
  readonly operation: OperationFacts;
  readonly minutes: number;
}

function backFrom(
  steps: readonly Step[],
  calendar: WorkingCalendar | null,
  needDay: number,
): readonly PlannedOperation[] {
  const planned: PlannedOperation[] = [];
  let end = endOfWork(calendar, needDay);
  for (const { operation, minutes } of steps.toReversed()) {
    const begin = workBackFrom(operation.calendar ?? calendar, end, minutes);
    planned.push({ operation, minutes, begin, end });
    end = begin;
  }
  return planned.reverse();
}

function onFrom(
  steps: readonly Step[],
  calendar: WorkingCalendar | null,
  from: Moment,
): readonly PlannedOperation[] {
  const planned: PlannedOperation[] = [];
  let begin = from;
  for (const { operation, minutes } of steps) {
    const end = workOnFrom(operation.calendar ?? calendar, { begin, minutes });
    planned.push({ operation, minutes, begin, end });
    begin = end;
  }
  return planned;
}

function dated(operations: readonly PlannedOperation[], from: Moment): DatedWork {
  const begin = operations[0]?.begin ?? from;
  const end = operations.at(-1)?.end ?? from;
  return { scheduleDate: dateOfDay(begin.day), dueDate: dateOfDay(end.day), operations };
}

export function lateness(demand: DemandLine, dueDate: CalendarDate): readonly Problem[] {
  if (demand.needDate === null || dueDate <= demand.needDate) return [];
  const params = { due: dueDate, days: String(daysBetween(demand.needDate, dueDate)) };
  const at = { field: "needDate", value: demand.needDate } as const;
  return [{ row: demand.row, ...problemAt(at, "late", { severity: "warning", params }) }];
}
