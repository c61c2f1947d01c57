/** What stands in a cell when it is opened for editing: the formula, or the value as it would be typed. */
import { shownText, written, type Cell } from "../../host/model/cell.ts";

/** Text that would turn into something else when typed again keeps its apostrophe. */
export function editText(cell: Cell): string {
  const { value, formula, numberFormat } = cell;
  if (formula !== null) return formula;
  if (typeof value === "number") return isDateFormat(numberFormat) ? shownText(cell) : String(value);
  if (typeof value === "boolean") return shownText(cell);
  const again = written(value, { ...cell, formula: null });
  return again.value === value && again.formula === null ? value : `'${value}`;
}

function isDateFormat(numberFormat: string): boolean {
  return numberFormat !== "General" && /y/i.test(numberFormat);
}
