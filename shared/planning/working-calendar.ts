/** Working days and hours. Days are counted from 1 January 1970; a calendar that is not there works every day. */
import type { WorkingCalendar } from "../validation/facts.ts";

/** A store without a calendar: eight hours, every day, so that lead times are plain days. */
const USUAL_MINUTES = 480;
/** Further than this nobody looks for a working day: a calendar without any is taken as if it were not there. */
const LONGEST_REST = 366;
const DAYS_OF_WEEK = 7;
/** 1 January 1970 was a Thursday, and weeks begin on Monday. */
const MONDAY_OFFSET = 3;

export function workingMinutes(calendar: WorkingCalendar | null, day: number): number {
  if (calendar === null) return USUAL_MINUTES;
  const exception = calendar.exceptions.get(day);
  if (exception !== undefined) return exception;
  return calendar.weekdays[day - mondayOf(day)] === true ? calendar.minutesPerDay : 0;
}

export function mondayOf(day: number): number {
  return day - ((((day + MONDAY_OFFSET) % DAYS_OF_WEEK) + DAYS_OF_WEEK) % DAYS_OF_WEEK);
}

export function minutesOfWeek(calendar: WorkingCalendar | null, monday: number): number {
  let minutes = 0;
  for (let day = monday; day < monday + DAYS_OF_WEEK; day += 1) minutes += workingMinutes(calendar, day);
  return minutes;
}

/** The day itself when it is worked, else the next one (`step` 1) or the one before (`step` -1). */
export function workingDayFrom(calendar: WorkingCalendar | null, day: number, step: 1 | -1): number {
  for (let away = 0; away <= LONGEST_REST; away += 1)
    if (workingMinutes(calendar, day + step * away) > 0) return day + step * away;
  return day;
}

/** `days` working days after `day`, or before it when negative. */
export function addWorkingDays(calendar: WorkingCalendar | null, day: number, days: number): number {
  if (calendar === null) return day + days;
  const step = days < 0 ? -1 : 1;
  let at = workingDayFrom(calendar, day, step);
  for (let left = Math.abs(days); left > 0; left -= 1) at = workingDayFrom(calendar, at + step, step);
  return at;
}
