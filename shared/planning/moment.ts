/** A moment of work: a day and the working minutes of it that have passed. Its clock time is written only at the end. */
import { dateOfDay } from "../quantity/calendar-date.ts";
import type { WorkingCalendar } from "../validation/facts.ts";
import { workingDayFrom, workingMinutes } from "./working-calendar.ts";

export interface Moment {
  readonly day: number;
  /** From 0 at the beginning of work to the day's working minutes at its end. */
  readonly minute: number;
}

/** Work begins at eight; where more than sixteen hours are worked, at midnight. */
const USUAL_BEGIN = 480;
const LONG_DAY = 960;
const MINUTES_PER_HOUR = 60;

export function beginOf(day: number): Moment {
  return { day, minute: 0 };
}

/** The end of work on the day, or on the last worked day before it. */
export function endOfWork(calendar: WorkingCalendar | null, day: number): Moment {
  const worked = workingDayFrom(calendar, day, -1);
  return { day: worked, minute: workingMinutes(calendar, worked) };
}

export function isBefore(left: Moment, right: Moment): boolean {
  return left.day === right.day ? left.minute < right.minute : left.day < right.day;
}

/** Where work of so many minutes must begin to be done at `end`. */
export function workBackFrom(calendar: WorkingCalendar | null, end: Moment, minutes: number): Moment {
  let { day, minute } = end;
  let left = minutes;
  minute = Math.min(minute, workingMinutes(calendar, day));
  while (left > minute) {
    left -= minute;
    ({ day, minute } = endOfWork(calendar, day - 1));
    if (minute === 0) return { day, minute };
  }
  return { day, minute: minute - left };
}

export interface WorkedOn {
  (day: number, minutes: number): void;
}

/** Where work of so many minutes that begins at `begin`, or when work is next done, ends. Tells each day's share. */
export function workOnFrom(
  calendar: WorkingCalendar | null,
  { begin, minutes }: { readonly begin: Moment; readonly minutes: number },
  tell: WorkedOn = () => undefined,
): Moment {
  let day = workingDayFrom(calendar, begin.day, 1);
  let passed = day === begin.day ? Math.min(begin.minute, workingMinutes(calendar, day)) : 0;
  let left = minutes;
  for (let free = workingMinutes(calendar, day) - passed; left > free;) {
    if (free > 0) tell(day, free);
    left -= free;
    day = workingDayFrom(calendar, day + 1, 1);
    [passed, free] = [0, workingMinutes(calendar, day)];
    if (free === 0) return { day, minute: 0 };
  }
  if (left > 0) tell(day, left);
  return { day, minute: passed + left };
}

/** "09:30" for each minute of a day, its end included: a big press writes tens of thousands of them. */
const clockTexts: readonly string[] = Array.from({ length: 24 * MINUTES_PER_HOUR + 1 }, (_, minute) =>
  [Math.floor(minute / MINUTES_PER_HOUR), minute % MINUTES_PER_HOUR]
    .map((part) => String(part).padStart(2, "0"))
    .join(":"),
);

/** "2027-03-10T09:30", in the plant's own time. */
export function momentText(calendar: WorkingCalendar | null, { day, minute }: Moment): string {
  const begin = workingMinutes(calendar, day) > LONG_DAY ? 0 : USUAL_BEGIN;
  return `${dateOfDay(day)}T${clockTexts[begin + minute] ?? ""}`;
}
