/** Rectangles of a sheet, counted from 0, and the addresses people write for them. */

export const ROWS = 1_048_576;
export const COLUMNS = 16_384;

export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rowCount: number;
  readonly columnCount: number;
}

const PART = /^\$?([A-Z]{1,3})?\$?(\d{1,7})?$/i;

/** "A1", "B2:C9", "A:C", "5:9"; null for anything else, and for places beyond the sheet. */
export function parseArea(address: string): Area | null {
  const [from = "", to = from] = address.replace(/^.*!/, "").split(":");
  const [start, end] = [PART.exec(from), PART.exec(to)];
  if (start === null || end === null || from === "" || to === "") return null;
  const firstRow = start[2] === undefined ? 0 : Number(start[2]) - 1;
  const lastRow = end[2] === undefined ? ROWS - 1 : Number(end[2]) - 1;
  const firstColumn = start[1] === undefined ? 0 : columnIndex(start[1]);
  const lastColumn = end[1] === undefined ? COLUMNS - 1 : columnIndex(end[1]);
  const area = {
    row: Math.min(firstRow, lastRow),
    column: Math.min(firstColumn, lastColumn),
    rowCount: Math.abs(lastRow - firstRow) + 1,
    columnCount: Math.abs(lastColumn - firstColumn) + 1,
  };
  return isOnSheet(area) ? area : null;
}

export function isOnSheet({ row, column, rowCount, columnCount }: Area): boolean {
  const isCounted = row >= 0 && column >= 0 && rowCount >= 1 && columnCount >= 1;
  return isCounted && row + rowCount <= ROWS && column + columnCount <= COLUMNS;
}

/** Without the sheet: "B2:C9", "A:C" for whole columns, "5:9" for whole rows. */
export function areaAddress({ row, column, rowCount, columnCount }: Area): string {
  if (rowCount === ROWS) return `${columnName(column)}:${columnName(column + columnCount - 1)}`;
  if (columnCount === COLUMNS) return `${String(row + 1)}:${String(row + rowCount)}`;
  const first = `${columnName(column)}${String(row + 1)}`;
  const last = `${columnName(column + columnCount - 1)}${String(row + rowCount)}`;
  return first === last ? first : `${first}:${last}`;
}

export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

function columnIndex(name: string): number {
  return Array.from(name.toUpperCase()).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

export function intersect(left: Area, right: Area): Area | null {
  const row = Math.max(left.row, right.row);
  const column = Math.max(left.column, right.column);
  const rowCount = Math.min(left.row + left.rowCount, right.row + right.rowCount) - row;
  const columnCount = Math.min(left.column + left.columnCount, right.column + right.columnCount) - column;
  return rowCount > 0 && columnCount > 0 ? { row, column, rowCount, columnCount } : null;
}

export function contains(outer: Area, inner: Area): boolean {
  const both = intersect(outer, inner);
  return both?.rowCount === inner.rowCount && both.columnCount === inner.columnCount;
}

/** The smallest area around both. */
export function around(left: Area, right: Area): Area {
  const row = Math.min(left.row, right.row);
  const column = Math.min(left.column, right.column);
  const rowCount = Math.max(left.row + left.rowCount, right.row + right.rowCount) - row;
  const columnCount = Math.max(left.column + left.columnCount, right.column + right.columnCount) - column;
  return { row, column, rowCount, columnCount };
}

export function cellArea(row: number, column: number): Area {
  return { row, column, rowCount: 1, columnCount: 1 };
}

/** first, first + 1, ...: rows or columns one by one. */
export function indexes(first: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => first + index);
}
