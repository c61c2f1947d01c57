/** Where the keys lead: one cell on, to the edge of the filled cells, home, end. Hidden rows are stepped over. */
import type { Sheet } from "../../host/model/sheet.ts";
import { COLUMNS, ROWS } from "../../host/model/area.ts";
import type { Place } from "./pick.ts";

export interface Direction {
  readonly rows: -1 | 0 | 1;
  readonly columns: -1 | 0 | 1;
}

export const DIRECTIONS: Readonly<Record<string, Direction>> = {
  ArrowUp: { rows: -1, columns: 0 },
  ArrowDown: { rows: 1, columns: 0 },
  ArrowLeft: { rows: 0, columns: -1 },
  ArrowRight: { rows: 0, columns: 1 },
};

/** One visible cell on; stays at the edge of the sheet. */
export function stepFrom(sheet: Sheet, from: Place, { rows, columns }: Direction): Place {
  let row = from.row + rows;
  while (rows !== 0 && sheet.hiddenRows.has(row)) row += rows;
  const column = from.column + columns;
  return row < 0 || row >= ROWS || column < 0 || column >= COLUMNS ? from : { row, column };
}

/** As Ctrl with an arrow does: to the last filled cell of this run, or to the next filled one. */
export function jumpFrom(sheet: Sheet, from: Place, direction: Direction): Place {
  const end = lastUsed(sheet, from, direction);
  let at = stepFrom(sheet, from, direction);
  const isRun = isFilled(sheet, from) && isFilled(sheet, at);
  while (isBefore(at, end, direction)) {
    const next = stepFrom(sheet, at, direction);
    if (isRun ? !isFilled(sheet, next) : isFilled(sheet, at)) break;
    at = next;
  }
  return at;
}

/** So many visible rows on or back. */
export function pageFrom(sheet: Sheet, from: Place, rows: number): Place {
  const direction: Direction = { rows: rows < 0 ? -1 : 1, columns: 0 };
  let at = from;
  for (let count = 0; count < Math.abs(rows); count += 1) at = stepFrom(sheet, at, direction);
  return at;
}

export function lastCell(sheet: Sheet): Place {
  const used = sheet.usedArea();
  if (used === null) return { row: 0, column: 0 };
  return { row: used.row + used.rowCount - 1, column: used.column + used.columnCount - 1 };
}

/** Nothing is filled past this cell, so a jump need not look further. */
function lastUsed(sheet: Sheet, from: Place, { rows, columns }: Direction): Place {
  const last = lastCell(sheet);
  return {
    row: rows > 0 ? Math.max(last.row, from.row) : rows < 0 ? 0 : from.row,
    column: columns > 0 ? Math.max(last.column, from.column) : columns < 0 ? 0 : from.column,
  };
}

function isBefore(at: Place, end: Place, { rows, columns }: Direction): boolean {
  return (end.row - at.row) * rows > 0 || (end.column - at.column) * columns > 0;
}

function isFilled(sheet: Sheet, { row, column }: Place): boolean {
  const { value, formula } = sheet.cell(row, column);
  return value !== "" || formula !== null;
}
