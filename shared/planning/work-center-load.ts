/** How busy work centers are, by week, against what they can do. */
import { dateOfDay, dayNumber, type CalendarDate } from "../quantity/calendar-date.ts";
import type { LoadFacts, OperationFacts, WorkingCalendar } from "../validation/facts.ts";
import { workOnFrom } from "./moment.ts";
import { withChildren, type PlannedOperation, type PlannedOrder } from "./planned-order.ts";
import { minutesOfWeek, mondayOf, workingMinutes } from "./working-calendar.ts";

export interface WeekLoad {
  readonly workCenter: string;
  /** The week's Monday. */
  readonly week: CalendarDate;
  /** Of open orders. */
  readonly openMinutes: number;
  /** Of the orders that would be made now. */
  readonly plannedMinutes: number;
  readonly capacityMinutes: number;
  readonly isOverloaded: boolean;
}

interface Center {
  readonly operation: OperationFacts;
  readonly calendar: WorkingCalendar | null;
  readonly weeks: Map<number, number>;
}

/** The weeks in which the planned orders work, by work center; overloaded is what exceeds the week's hours. */
export function workCenterLoad(
  orders: readonly PlannedOrder[],
  open: readonly LoadFacts[],
): readonly WeekLoad[] {
  const centers = new Map<number, Center>();
  for (const order of orders.flatMap(withChildren))
    for (const planned of order.operations) addPlanned(centers, planned, order.demand.store.calendar);
  const loads = [...centers.values()].flatMap((center) => weekLoads(center, openMinutesByWeek(center, open)));
  return loads.toSorted((left, right) => {
    const by = left.workCenter === right.workCenter ? "week" : "workCenter";
    return left[by] < right[by] ? -1 : 1;
  });
}

function addPlanned(
  centers: Map<number, Center>,
  { operation, minutes, begin }: PlannedOperation,
  storeCalendar: WorkingCalendar | null,
): void {
  const calendar = operation.calendar ?? storeCalendar;
  const center = centers.get(operation.workCenterId) ?? {
    operation,
    calendar,
    weeks: new Map<number, number>(),
  };
  centers.set(operation.workCenterId, center);
  workOnFrom(calendar, { begin, minutes }, (day, share) => {
    addTo(center.weeks, mondayOf(day), share);
  });
}

function weekLoads(center: Center, open: ReadonlyMap<number, number>): readonly WeekLoad[] {
  return [...center.weeks].map(([monday, plannedMinutes]) => {
    const openMinutes = Math.round(open.get(monday) ?? 0);
    const capacityMinutes = minutesOfWeek(center.calendar, monday);
    const isOverloaded = openMinutes + plannedMinutes > capacityMinutes;
    const week = dateOfDay(monday);
    return {
      workCenter: center.operation.workCenter,
      week,
      openMinutes,
      plannedMinutes,
      capacityMinutes,
      isOverloaded,
    };
  });
}

function openMinutesByWeek(
  { operation, calendar }: Center,
  open: readonly LoadFacts[],
): ReadonlyMap<number, number> {
  const weeks = new Map<number, number>();
  for (const load of open.filter((one) => one.workCenterId === operation.workCenterId))
    for (const [day, minutes] of spread(load, calendar)) addTo(weeks, mondayOf(day), minutes);
  return weeks;
}

/** An even share for each worked day of the load. */
export function spread(
  { start, end, minutes }: LoadFacts,
  calendar: WorkingCalendar | null,
): readonly (readonly [day: number, minutes: number])[] {
  const days: number[] = [];
  for (let day = dayNumber(start); day <= dayNumber(end); day += 1)
    if (workingMinutes(calendar, day) > 0) days.push(day);
  return days.map((day) => [day, minutes / days.length]);
}

function addTo(totals: Map<number, number>, key: number, amount: number): void {
  totals.set(key, (totals.get(key) ?? 0) + amount);
}
