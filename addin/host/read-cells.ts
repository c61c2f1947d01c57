/** Values and shown texts from office.js to cells. */
import type { Cell, SheetRow } from "../../shared/intake/sheet-rows.ts";

const ERROR =
  /^#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA|BUSY!|FIELD!|BLOCKED!)$/;

export function toCell(value: unknown, shown: string): Cell {
  if (typeof value === "number") return { kind: "number", number: value, shown };
  if (typeof value === "boolean") return { kind: "boolean", shown };
  if (typeof value !== "string" || value === "") return { kind: "empty" };
  return ERROR.test(value) ? { kind: "error", shown: value } : { kind: "text", text: value };
}

/** The rows of a loaded range; `firstRow` as Excel numbers it. */
export function toRows(
  firstRow: number,
  values: readonly (readonly unknown[])[],
  texts: readonly (readonly string[])[],
): readonly SheetRow[] {
  return values.map((row, at) => ({
    row: firstRow + at,
    cells: row.map((value, column) => toCell(value, texts[at]?.[column] ?? "")),
  }));
}
