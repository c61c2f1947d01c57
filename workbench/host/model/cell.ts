/** One cell: its value, the formula behind it if any, what Excel makes of something typed into it, how it is shown. */

export type CellValue = string | number | boolean;

export interface Cell {
  /** "" for an empty cell. Error values are text such as "#N/A". */
  readonly value: CellValue;
  /** With its "="; null when the value was typed. */
  readonly formula: string | null;
  readonly numberFormat: string;
}

export const EMPTY: Cell = { value: "", formula: null, numberFormat: "General" };

const ERRORS = ["#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!"];

export function isBlank({ value, formula }: Cell): boolean {
  return value === "" && formula === null;
}

export function isError(value: CellValue): boolean {
  return typeof value === "string" && ERRORS.includes(value);
}

/** As Excel.RangeValueType names it. */
export function valueType({ value }: Cell): string {
  if (value === "") return "Empty";
  if (typeof value === "number") return "Double";
  if (typeof value === "boolean") return "Boolean";
  return isError(value) ? "Error" : "String";
}

/**
 * What Excel makes of something written into a cell: text that looks like a number or a date becomes one, unless the
 * cell is formatted as text or the text begins with an apostrophe; "=" begins a formula, kept but not calculated.
 */
export function written(input: CellValue, before: Cell): Cell {
  const { numberFormat } = before;
  if (typeof input !== "string" || numberFormat === "@") return { value: input, formula: null, numberFormat };
  if (input.startsWith("'")) return { value: input.slice(1), formula: null, numberFormat };
  if (input.startsWith("=") && input.length > 1)
    return { value: before.formula === input ? before.value : 0, formula: input, numberFormat };
  const { value, format = "General" } = typed(input);
  return { value, formula: null, numberFormat: numberFormat === "General" ? format : numberFormat };
}

interface Typed {
  readonly value: CellValue;
  /** The number format a General cell takes on with it. */
  readonly format?: string;
}

const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;
const GROUPED = /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/;
const PERCENT = /^[+-]?(\d+(\.\d+)?)%$/;
const ISO_DATE = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const US_DATE = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;

function typed(input: string): Typed {
  const text = input.trim();
  if (NUMBER.test(text)) return { value: Number(text) };
  if (GROUPED.test(text))
    return { value: Number(text.replaceAll(",", "")), format: text.includes(".") ? "#,##0.00" : "#,##0" };
  if (PERCENT.test(text))
    return { value: Number(text.slice(0, -1)) / 100, format: text.includes(".") ? "0.00%" : "0%" };
  if (/^(true|false)$/i.test(text)) return { value: text.toLowerCase() === "true" };
  return typedDate(text) ?? { value: input };
}

/** The stand-in is an English (United States) Excel: month before day, and the short date of that country for any day typed. */
function typedDate(text: string): Typed | null {
  const [, isoYear, isoMonth, isoDay] = ISO_DATE.exec(text) ?? [];
  const [, usMonth, usDay, usYear] = US_DATE.exec(text) ?? [];
  const [year, month, day] = [isoYear ?? usYear, isoMonth ?? usMonth, isoDay ?? usDay];
  if (year === undefined || month === undefined || day === undefined) return null;
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const serial = dateSerial(iso);
  const isDay = !Number.isNaN(serial) && serialDate(serial) === iso;
  return isDay ? { value: serial, format: "m/d/yyyy" } : null;
}

const MS_PER_DAY = 86_400_000;

/** The serial of an ISO date in the 1900 date system. */
export function dateSerial(iso: string): number {
  return Math.round((Date.parse(`${iso}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / MS_PER_DAY);
}

/** The ISO date of a serial, without its time. */
export function serialDate(serial: number): string {
  return new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * MS_PER_DAY).toISOString().slice(0, 10);
}

/** What a cell shows: its value under its number format. Only formats that planners' sheets have are known. */
export function shownText({ value, numberFormat }: Cell): string {
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "string") return value;
  if (numberFormat === "General" || numberFormat === "@") return generalNumber(value);
  if (/[ymd]/i.test(literalsRemoved(numberFormat))) return shownDate(value, numberFormat);
  return patterned(value, numberFormat) ?? generalNumber(value);
}

function literalsRemoved(format: string): string {
  return format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, "");
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

function shownDate(serial: number, format: string): string {
  const [year = "", month = "", day = ""] = serialDate(serial).split("-");
  const parts: Record<string, string> = {
    yyyy: year,
    yy: year.slice(2),
    mmm: MONTHS[Number(month) - 1] ?? "",
    mm: month,
    m: String(Number(month)),
    dd: day,
    d: String(Number(day)),
  };
  return literalsRemoved(format)
    .toLowerCase()
    .replace(/yyyy|yy|mmm|mm?|dd?/g, (part) => parts[part] ?? part);
}

/** "00000", "#,##0.00", "0%", "$#,##0.00" and "0.0 \"pcs\"". */
const PATTERN = /^([^0#]*)((?:#,##)?0+)(?:\.(0+))?([^0#]*)$/;

function patterned(value: number, format: string): string | null {
  const [first = ""] = format.split(";");
  const found = PATTERN.exec(first);
  if (found === null) return null;
  const [, before = "", whole = "", decimals = "", after = ""] = found;
  const shown = Math.abs(after.includes("%") ? value * 100 : value).toLocaleString("en-US", {
    minimumIntegerDigits: whole.startsWith("#") ? 1 : whole.length,
    minimumFractionDigits: decimals.length,
    maximumFractionDigits: decimals.length,
    useGrouping: whole.startsWith("#"),
  });
  return (value < 0 ? "-" : "") + literal(before) + shown + literal(after);
}

function literal(text: string): string {
  return text.replace(/"([^"]*)"/g, "$1").replace(/\\(.)/g, "$1");
}

/** General shows eleven characters, and longer numbers with an exponent: 5012345678900 is 5.01235E+12 (R47). */
function generalNumber(value: number): string {
  const size = Math.abs(value);
  if (size !== 0 && (size >= 1e11 || size < 1e-9)) {
    const [mantissa = "", exponent = "0"] = value.toExponential(5).split("e");
    const sign = exponent.startsWith("-") ? "-" : "+";
    return `${String(Number(mantissa))}E${sign}${exponent.replace(/[+-]/, "").padStart(2, "0")}`;
  }
  if (Number.isInteger(value)) return String(value);
  const wholeDigits = String(Math.trunc(size)).length;
  return String(Number(value.toFixed(Math.max(0, 10 - wholeDigits))));
}
