/** Working calendars by id. */
import { dayNumber, knownDate } from "../../../shared/quantity/calendar-date.ts";
import { decimal, multiply, roundUp, type Decimal } from "../../../shared/quantity/decimal.ts";
import type { WorkingCalendar } from "../../../shared/validation/facts.ts";
import type { Transaction } from "../open-database.ts";
import { pushTo } from "./push-to.ts";

export type Calendars = ReadonlyMap<number, WorkingCalendar>;

/** A calendar without any working time is left out: whatever names it works every day, rather than never. */
export async function loadCalendars(transaction: Transaction): Promise<Calendars> {
  const rows = await transaction.selectFrom("calendar").selectAll().orderBy("id").execute();
  const exceptions = await transaction.selectFrom("calendar_exception").selectAll().execute();
  const byCalendar = new Map<number, [number, number][]>();
  for (const { calendar_id, day, hours } of exceptions)
    pushTo(byCalendar, calendar_id, [dayNumber(knownDate(day)), minutesOf(decimal(hours))]);
  const calendars = rows.map((row): [number, WorkingCalendar] => [
    row.id,
    {
      code: row.code,
      weekdays: Array.from(row.weekdays, (mark) => mark === "1"),
      minutesPerDay: minutesOf(decimal(row.hours_per_day)),
      exceptions: new Map(byCalendar.get(row.id) ?? []),
    },
  ]);
  return new Map(calendars.filter(([, calendar]) => hasWorkingTime(calendar)));
}

const SIXTY = decimal("60");

function minutesOf(hours: Decimal): number {
  return Number(roundUp(multiply(hours, SIXTY), 0).units);
}

function hasWorkingTime({ weekdays, minutesPerDay }: WorkingCalendar): boolean {
  return minutesPerDay > 0 && weekdays.includes(true);
}

const EVERY_DAY = {
  code: "",
  weekdays: Array.from({ length: 7 }, () => true),
  exceptions: new Map<number, number>(),
};

/** So many hours a week, evenly on the days that are worked. More than a day has are cut off. */
export function weeklyCalendar(
  weeklyHours: Decimal,
  store: Pick<WorkingCalendar, "code" | "weekdays" | "exceptions"> = EVERY_DAY,
): WorkingCalendar {
  const days = store.weekdays.filter((isWorked) => isWorked).length;
  const minutesPerDay = Math.min(MINUTES_OF_DAY, Math.floor(minutesOf(weeklyHours) / days));
  const holidays = [...store.exceptions].filter(([, minutes]) => minutes === 0);
  return { ...store, minutesPerDay, exceptions: new Map(holidays) };
}

const MINUTES_OF_DAY = 1_440;
