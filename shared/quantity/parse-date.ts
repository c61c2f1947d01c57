/** Dates typed or pasted as text. The order of day and month is never guessed (R44). */
import { calendarDate, isCalendarDate, type CalendarDate } from "./calendar-date.ts";

/** How a text date such as 03/04/2027 is to be read. */
export type DateOrder = "month-first" | "day-first";

export type ParsedDate =
  | { readonly kind: "date"; readonly date: CalendarDate }
  | { readonly kind: "ambiguous" }
  | { readonly kind: "unreadable" };

const UNREADABLE: ParsedDate = { kind: "unreadable" };
const NUMERIC = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;
const YEAR_FIRST = /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$/;
const DAY_NAME_YEAR = /^(\d{1,2})[ -]([a-z]{3,9})\.?[ ,-]+(\d{4})$/i;
const NAME_DAY_YEAR = /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/i;
const MIDNIGHT = /[T ]00:00(:00(\.0+)?)?Z?$/;
/** English, German and Dutch, whole or cut as people cut them; nothing that only begins like one. */
const MONTHS = [
  ["january", "januar", "januari", "jan"],
  ["february", "februar", "februari", "feb"],
  ["march", "mar"],
  ["april", "apr"],
  ["may"],
  ["june", "juni", "jun"],
  ["july", "juli", "jul"],
  ["august", "augustus", "aug"],
  ["september", "sept", "sep"],
  ["october", "oct"],
  ["november", "nov"],
  ["december", "dec"],
];

/** Reads one text date. `order` null means: say "ambiguous" where both readings are possible days. */
export function parseDate(text: string, order: DateOrder | null): ParsedDate {
  const day = text.trim().replace(MIDNIGHT, "");
  if (isCalendarDate(day)) return { kind: "date", date: day };
  return parseNumeric(day, order) ?? parseYearFirst(day) ?? parseNamed(day) ?? UNREADABLE;
}

function parseNumeric(text: string, order: DateOrder | null): ParsedDate | null {
  const parts = NUMERIC.exec(text);
  if (!parts) return null;
  const [first, second, year] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const monthFirst = calendarDate(year, first, second);
  const dayFirst = calendarDate(year, second, first);
  if (order !== null) return asParsed(order === "month-first" ? monthFirst : dayFirst);
  if (monthFirst !== null && dayFirst !== null && monthFirst !== dayFirst) return { kind: "ambiguous" };
  return asParsed(monthFirst ?? dayFirst);
}

function parseYearFirst(text: string): ParsedDate | null {
  const parts = YEAR_FIRST.exec(text);
  return parts && asParsed(calendarDate(Number(parts[1]), Number(parts[2]), Number(parts[3])));
}

function parseNamed(text: string): ParsedDate | null {
  const dayFirst = DAY_NAME_YEAR.exec(text);
  if (dayFirst) return named(dayFirst[3], dayFirst[2], dayFirst[1]);
  const nameFirst = NAME_DAY_YEAR.exec(text);
  return nameFirst && named(nameFirst[3], nameFirst[1], nameFirst[2]);
}

function named(year = "", name = "", day = ""): ParsedDate {
  const month = MONTHS.findIndex((names) => names.includes(name.toLowerCase())) + 1;
  return month === 0 ? UNREADABLE : asParsed(calendarDate(Number(year), month, Number(day)));
}

function asParsed(date: CalendarDate | null): ParsedDate {
  return date === null ? UNREADABLE : { kind: "date", date };
}
