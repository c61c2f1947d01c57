/** Cells to the text of a draft line: codes as shown, quantities exact, real dates as ISO days. */
import { dateFromSerial } from "../quantity/calendar-date.ts";
import { decimal, decimalFromNumber, decimalText, multiply } from "../quantity/decimal.ts";
import type { DraftField } from "../row/draft-line.ts";
import { problemAt, type ProblemDetail } from "../row/problem.ts";
import { cellText } from "./cell-text.ts";
import type { Cell } from "./sheet-rows.ts";

export type CellRead = { readonly text: string } | { readonly problem: ProblemDetail };

const MINUS_ONE = decimal("-1");
/** Excel keeps 15 digits of a number: a longer code has lost its end (R47). */
const MOST_DIGITS = 15;

export function readCell(field: DraftField, cell: Cell | undefined, isSigned = false): CellRead {
  if (cell === undefined) return { text: "" };
  if (cell.kind === "error") return { problem: problemAt({ field, value: cell.shown }, "cell-error") };
  if (cell.kind !== "number") return { text: cellText(cell).trim() };
  if (field === "quantity") return { text: quantityText(cell.number, isSigned) };
  if (field === "needDate") return { text: dateFromSerial(cell.number) ?? cell.shown };
  if (field === "item") return readCode(cell);
  return { text: cell.shown.trim() };
}

/** Need is negative in columns such as Missing/Excess: the sign is turned there and nowhere else (domain trap 3). */
function quantityText(number: number, isSigned: boolean): string {
  const value = decimalFromNumber(number);
  if (value === null) return String(number);
  return decimalText(isSigned ? multiply(value, MINUS_ONE) : value);
}

/** What the cell shows is the code, with the zeros its format shows (R46). */
function readCode(cell: Extract<Cell, { kind: "number" }>): CellRead {
  const shown = cell.shown.trim();
  const whole = Math.abs(cell.number).toFixed(0);
  if (whole.length > MOST_DIGITS)
    return { problem: problemAt({ field: "item", value: shown }, "item-code-damaged") };
  const isHidden = /e\+/i.test(shown) || /^#+$/.test(shown);
  return { text: isHidden && Number.isInteger(cell.number) ? whole : shown };
}
