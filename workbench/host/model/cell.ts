/** One cell: its value, the formula behind it if any, and how it is shown. */

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
 * What Excel makes of something written into a cell: text that looks like a number becomes one, unless the cell is
 * formatted as text or the text begins with an apostrophe; "=" begins a formula, which is kept but not calculated.
 */
export function written(input: CellValue, before: Cell): Cell {
  const { numberFormat } = before;
  if (typeof input !== "string") return { value: input, formula: null, numberFormat };
  if (numberFormat === "@") return { value: input, formula: null, numberFormat };
  if (input.startsWith("'")) return { value: input.slice(1), formula: null, numberFormat };
  if (input.startsWith("="))
    return { value: before.formula === input ? before.value : 0, formula: input, numberFormat };
  return typed(input, numberFormat);
}

const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;
const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

function typed(input: string, numberFormat: string): Cell {
  const text = input.trim();
  if (NUMBER.test(text)) return { value: Number(text), formula: null, numberFormat };
  const date = ISO_DATE.exec(text);
  if (date)
    return {
      value: dateSerial(text),
      formula: null,
      numberFormat: numberFormat === "General" ? "yyyy-mm-dd" : numberFormat,
    };
  if (/^(true|false)$/i.test(text))
    return { value: text.toLowerCase() === "true", formula: null, numberFormat };
  return { value: input, formula: null, numberFormat };
}

const MS_PER_DAY = 86_400_000;

/** The serial of an ISO date in the 1900 date system. */
export function dateSerial(iso: string): number {
  return Math.round((Date.parse(`${iso}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / MS_PER_DAY);
}

/** What the cell shows. */
export function shownText({ value, numberFormat }: Cell): string {
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "string") return value;
  if (/y/i.test(numberFormat) && numberFormat !== "General") return shownDate(value, numberFormat);
  if (/^0+$/.test(numberFormat) && numberFormat.length > 1)
    return String(Math.round(value)).padStart(numberFormat.length, "0");
  if (/^(#,##)?0(\.0+)?$/.test(numberFormat)) return shownNumber(value, numberFormat);
  return generalNumber(value);
}

function shownDate(serial: number, format: string): string {
  const iso = new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * MS_PER_DAY).toISOString();
  const [year = "", month = "", day = ""] = iso.slice(0, 10).split("-");
  const parts: Record<string, string> = {
    yyyy: year,
    mm: month,
    m: String(Number(month)),
    dd: day,
    d: String(Number(day)),
  };
  return format.toLowerCase().replace(/yyyy|mm?|dd?/g, (part) => parts[part] ?? part);
}

function shownNumber(value: number, format: string): string {
  const decimals = format.split(".")[1]?.length ?? 0;
  return value.toLocaleString("en-US", {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    useGrouping: format.startsWith("#"),
  });
}

/** General shows 11 digits, and long numbers with an exponent: 5012345678900 is 5.01235E+12 (R47). */
function generalNumber(value: number): string {
  if (value !== 0 && (Math.abs(value) >= 1e11 || Math.abs(value) < 1e-9)) {
    const [mantissa = "", exponent = "0"] = value.toExponential(5).split("e");
    const sign = exponent.startsWith("-") ? "-" : "+";
    return `${String(Number(mantissa))}E${sign}${exponent.replace(/[+-]/, "").padStart(2, "0")}`;
  }
  return String(Number.isInteger(value) ? value : Number(value.toPrecision(10)));
}
