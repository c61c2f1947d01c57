/** The only clock of the service; tests bring their own. */
import { knownDate, type CalendarDate } from "../shared/quantity/calendar-date.ts";

export interface Clock {
  /** UTC, ISO 8601. */
  readonly now: () => string;
  /** The calendar day in the plant's zone (R45). */
  readonly today: () => CalendarDate;
}

export function plantClock(timeZone: string): Clock {
  const day = new Intl.DateTimeFormat("sv-SE", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  });
  return {
    now: () => new Date().toISOString(),
    today: () => knownDate(day.format(new Date())),
  };
}
