/** Calendar days without time or zone, so that no zone can move one (R44, R45). */

declare const brand: unique symbol;

/** "2026-12-01". Text of this form sorts as the days do. */
export type CalendarDate = string & { readonly [brand]: "CalendarDate" };

const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;
const MS_PER_DAY = 86_400_000;
/** Day 0 of Excel's 1900 date system, counted so that serials from 1 March 1900 on are right. */
const EXCEL_EPOCH_MS = Date.UTC(1899, 11, 30);
/** Serial 60 is the 29 February 1900 that Excel shows and that never was. */
const FIRST_SAFE_SERIAL = 61;
const LAST_SERIAL = 2_958_465;

export function isCalendarDate(text: string): text is CalendarDate {
  if (dayNumbers.has(text)) return true;
  const parts = ISO.exec(text);
  if (!parts) return false;
  const [, year, month, day] = parts;
  return dateParts(Number(year), Number(month), Number(day)) === text;
}

/** The day's text, or null when there is no such day (31 April, 29 February 2027). */
export function calendarDate(year: number, month: number, day: number): CalendarDate | null {
  const text = dateParts(year, month, day);
  return text !== null && isCalendarDate(text) ? text : null;
}

/** Reads text this product wrote. Throws on anything else. */
export function knownDate(text: string): CalendarDate {
  if (!isCalendarDate(text)) throw new Error(`Not a calendar date: "${text}"`);
  return text;
}

/** The day an Excel date serial shows in the 1900 date system; a time of day is cut off. Null when out of range. */
export function dateFromSerial(serial: number): CalendarDate | null {
  const day = Math.floor(serial);
  if (day < FIRST_SAFE_SERIAL || day > LAST_SERIAL) return null;
  return fromEpochMs(EXCEL_EPOCH_MS + day * MS_PER_DAY);
}

/** The day as Excel's 1900 date system counts it. */
export function dateSerial(date: CalendarDate): number {
  return dayNumber(date) - EXCEL_EPOCH_MS / MS_PER_DAY;
}

/** Days since 1 January 1970, a Thursday: planning counts in these and writes dates at the end. */
export function dayNumber(date: CalendarDate): number {
  const known = dayNumbers.get(date);
  if (known !== undefined) return known;
  return remember(date, Math.round(toEpochMs(date) / MS_PER_DAY)).day;
}

export function dateOfDay(day: number): CalendarDate {
  return datesOfDays.get(day) ?? remember(fromEpochMs(day * MS_PER_DAY), day).date;
}

/** A plan asks for the same few hundred days a million times; begun anew before it could grow for ever. */
const MOST_REMEMBERED = 20_000;
const dayNumbers = new Map<string, number>();
const datesOfDays = new Map<number, CalendarDate>();

function remember(date: CalendarDate, day: number): { readonly date: CalendarDate; readonly day: number } {
  if (dayNumbers.size >= MOST_REMEMBERED) {
    dayNumbers.clear();
    datesOfDays.clear();
  }
  dayNumbers.set(date, day);
  datesOfDays.set(day, date);
  return { date, day };
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  return dateOfDay(dayNumber(date) + days);
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return dayNumber(to) - dayNumber(from);
}

function dateParts(year: number, month: number, day: number): string | null {
  if (year < 1900 || year > 9999) return null;
  const at = new Date(Date.UTC(year, month - 1, day));
  const exists = at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
  return exists ? at.toISOString().slice(0, 10) : null;
}

function toEpochMs(date: CalendarDate): number {
  return Date.parse(`${date}T00:00:00Z`);
}

function fromEpochMs(ms: number): CalendarDate {
  return knownDate(new Date(ms).toISOString().slice(0, 10));
}
