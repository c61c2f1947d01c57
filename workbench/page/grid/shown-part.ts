/** Which part of a sheet the grid shows: what is filled, some room beyond it, and no hidden rows. */
import type { Sheet } from "../../host/model/sheet.ts";

const FEWEST_ROWS = 100;
const FEWEST_COLUMNS = 26;
const ROOM = { rows: 40, columns: 4 } as const;
/** Nobody scrolls further; a whole column of a million rows would only cost memory. */
const MOST_ROWS = 50_000;

/** The rows shown, from the top; `least` is one that somebody wants to see although nothing is in it. */
export function shownRows(sheet: Sheet, least: number): readonly number[] {
  const used = sheet.usedArea();
  const end = Math.max(used === null ? 0 : used.row + used.rowCount, least + 1) + ROOM.rows;
  const count = Math.min(MOST_ROWS, Math.max(FEWEST_ROWS, end));
  return Array.from({ length: count }, (_, row) => row).filter((row) => !sheet.hiddenRows.has(row));
}

export function shownColumnCount(sheet: Sheet): number {
  const used = sheet.usedArea();
  return Math.max(FEWEST_COLUMNS, used === null ? 0 : used.column + used.columnCount + ROOM.columns);
}

/** The index of the first row shown that is this one or lies below it; `rows.length` when there is none. */
export function indexOfRow(rows: readonly number[], row: number): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle] ?? Infinity) < row) low = middle + 1;
    else high = middle;
  }
  return low;
}
