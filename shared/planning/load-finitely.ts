/**
 * Work that waits for its turn: from today on, the most pressing first, each operation as soon as the one before it
 * is done and its work center has time. Sub-assemblies are worked on before the order they are for.
 */
import { dateOfDay, dayNumber, type CalendarDate } from "../quantity/calendar-date.ts";
import type { LoadFacts, WorkingCalendar } from "../validation/facts.ts";
import { beginOf, isBefore, type Moment } from "./moment.ts";
import type { NetWork } from "./net-orders.ts";
import type { PlannedWork } from "./plan-one.ts";
import type { PlannedOperation } from "./planned-order.ts";
import { addWorkingDays, workingDayFrom, workingMinutes } from "./working-calendar.ts";
import { spread } from "./work-center-load.ts";

/** Minutes of each day that are taken already, by work center. */
type Taken = Map<number, Map<number, number>>;

interface Shop {
  readonly open: readonly LoadFacts[];
  readonly taken: Taken;
  readonly dated: Map<PlannedWork, PlannedWork>;
}

export function loadFinitely(
  orders: readonly NetWork[],
  open: readonly LoadFacts[],
  today: CalendarDate,
): ReadonlyMap<PlannedWork, PlannedWork> {
  const shop: Shop = { open, taken: new Map(), dated: new Map() };
  for (const order of orders.toSorted(byUrgency)) load(order, beginOf(dayNumber(today)), shop);
  return shop.dated;
}

/** The earlier need first; those without one wait for all others. */
function byUrgency({ work: left }: NetWork, { work: right }: NetWork): number {
  const [one, other] = [left.demand.needDate ?? "9999", right.demand.needDate ?? "9999"];
  if (one !== other) return one < other ? -1 : 1;
  return left.demand.row - right.demand.row;
}

/** Returns when the order is finished. */
function load({ work, children }: NetWork, earliest: Moment, shop: Shop): Moment {
  const childEnds = children.map((child) => load(child, earliest, shop));
  const from = childEnds.reduce((last, end) => (isBefore(last, end) ? end : last), earliest);
  const { calendar } = work.demand.store;
  const first = beginOf(workingDayFrom(calendar, from.day, 1));
  const begin = first.day === from.day ? from : first;
  const operations: PlannedOperation[] = [];
  let end = begin;
  for (const planned of work.operations) {
    const at = place(planned, end, { shop, calendar });
    operations.push({ ...planned, ...at });
    end = at.end;
  }
  if (operations.length === 0)
    end = { ...begin, day: addWorkingDays(calendar, begin.day, work.demand.item.leadTimeDays) };
  const scheduleDate = dateOfDay((operations[0]?.begin ?? begin).day);
  shop.dated.set(work, { ...work, operations, scheduleDate, dueDate: dateOfDay(end.day) });
  return end;
}

interface Floor {
  readonly shop: Shop;
  /** The store's, where the work center has none. */
  readonly calendar: WorkingCalendar | null;
}

/** Fills what is free of each day behind `earliest`; a gap before it stays a gap. */
function place(
  { operation, minutes }: PlannedOperation,
  earliest: Moment,
  floor: Floor,
): { readonly begin: Moment; readonly end: Moment } {
  const calendar = operation.calendar ?? floor.calendar;
  const taken = takenAt(operation.workCenterId, calendar, floor.shop);
  let begin: Moment | null = null;
  let left = minutes;
  for (let day = workingDayFrom(calendar, earliest.day, 1); ; day = workingDayFrom(calendar, day + 1, 1)) {
    const used = Math.max(taken.get(day) ?? 0, day === earliest.day ? earliest.minute : 0);
    const part = Math.min(left, workingMinutes(calendar, day) - used);
    if (part <= 0 && left > 0) continue;
    begin ??= { day, minute: used };
    taken.set(day, used + part);
    left -= part;
    if (left <= 0) return { begin, end: { day, minute: used + part } };
  }
}

function takenAt(workCenterId: number, calendar: WorkingCalendar | null, shop: Shop): Map<number, number> {
  const known = shop.taken.get(workCenterId);
  if (known !== undefined) return known;
  const days = new Map<number, number>();
  for (const one of shop.open.filter((open) => open.workCenterId === workCenterId))
    for (const [day, minutes] of spread(one, calendar))
      days.set(day, Math.ceil((days.get(day) ?? 0) + minutes));
  shop.taken.set(workCenterId, days);
  return days;
}
