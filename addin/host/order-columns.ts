/** Where MO numbers stand in the workbook: any sheet with the headings MO and MO Status in one row, and what is watched beside them. */
import { readHeadings } from "../../shared/intake/match-headings.ts";
import { parseMoNumber } from "../../shared/row/mo-number.ts";
import { watchedColumns, type WatchedColumn } from "../../shared/sheet/sheet-patch.ts";
import { cellText } from "../../shared/intake/cell-text.ts";
import { toRows } from "./read-cells.ts";
import { readRows } from "./read-rows.ts";

const HEADING_ROWS = 50;

export interface OrderCell {
  readonly sheetId: string;
  readonly row: number;
  readonly number: string;
  /** Sheet column, from 0. */
  readonly numberColumn: number;
  /** Null when there is no such heading. */
  readonly message: Place | null;
  readonly watched: Partial<Record<WatchedColumn, Place>>;
}

/** What stands there now, and in which sheet column, from 0. */
interface Place {
  readonly column: number;
  readonly text: string;
}

interface UsedSheet {
  readonly sheetId: string;
  readonly used: Excel.Range;
}

/** Read afresh each time: a remembered place would be wrong after the first sort or insert (R36). */
export async function findOrderCells(context: Excel.RequestContext): Promise<readonly OrderCell[]> {
  const sheets = await usedSheets(context);
  const tops = sheets.map(({ sheetId, used }) => ({ sheetId, used, top: loadTop(context, sheetId, used) }));
  await context.sync();
  const found: OrderCell[] = [];
  for (const { sheetId, used, top } of tops) {
    const columns = orderColumns(used, top);
    const cells = columns === null ? [] : await readColumns(context, { sheetId, used, ...columns });
    for (const cell of cells) found.push(cell);
  }
  return found;
}

async function usedSheets(context: Excel.RequestContext): Promise<readonly UsedSheet[]> {
  const { worksheets } = context.workbook;
  worksheets.load("items/id");
  await context.sync();
  const sheets = worksheets.items.map((sheet) => {
    const used = sheet.getUsedRangeOrNullObject(true);
    used.load("rowIndex,columnIndex,rowCount,columnCount");
    return { sheetId: sheet.id, used };
  });
  await context.sync();
  return sheets.filter(({ used }) => !used.isNullObject);
}

function loadTop(context: Excel.RequestContext, sheetId: string, used: Excel.Range): Excel.Range {
  const rows = Math.min(used.rowCount, HEADING_ROWS);
  const top = context.workbook.worksheets
    .getItem(sheetId)
    .getRangeByIndexes(used.rowIndex, used.columnIndex, rows, used.columnCount);
  top.load("values,text");
  return top;
}

interface Columns {
  /** As Excel numbers it. */
  readonly headingRow: number;
  /** Sheet columns, from 0. */
  readonly numberColumn: number;
  readonly messageColumn: number | null;
  readonly watchedColumns: Partial<Record<WatchedColumn, number>>;
}

function orderColumns(used: Excel.Range, top: Excel.Range): Columns | null {
  for (const row of toRows(used.rowIndex + 1, top.values, top.text)) {
    const headings = readHeadings(row);
    const number = headings.find((heading) => heading.meaning === "orderNumber");
    const watched: Columns["watchedColumns"] = {};
    for (const name of watchedColumns) {
      const heading = headings.find(({ meaning }) => meaning === name);
      if (heading !== undefined) watched[name] = used.columnIndex + heading.index;
    }
    if (number === undefined || watched.orderStatus === undefined) continue;
    const numberColumn = used.columnIndex + number.index;
    const message = headings.find((heading) => heading.meaning === "orderMessage");
    const messageColumn = message === undefined ? null : used.columnIndex + message.index;
    return { headingRow: row.row, numberColumn, messageColumn, watchedColumns: watched };
  }
  return null;
}

async function readColumns(
  context: Excel.RequestContext,
  place: Columns & UsedSheet,
): Promise<readonly OrderCell[]> {
  const { sheetId, used, headingRow, numberColumn, messageColumn } = place;
  const count = used.rowIndex + used.rowCount - headingRow;
  if (count <= 0) return [];
  const rows = Array.from({ length: count }, (_, index) => headingRow + 1 + index);
  const columns = [numberColumn, messageColumn ?? numberColumn, ...Object.values(place.watchedColumns)];
  const [firstColumn, lastColumn] = [Math.min(...columns), Math.max(...columns)];
  const read = await readRows(context, { sheetId, rows, firstColumn, lastColumn });
  const text = (cells: Parameters<typeof cellText>[0][], column: number): string => {
    const cell = cells[column - firstColumn];
    return cell === undefined ? "" : cellText(cell);
  };
  return read.rows.flatMap(({ row, cells }) => {
    const number = parseMoNumber(text([...cells], numberColumn));
    if (number === null) return [];
    const at = (column: number): Place => ({ column, text: text([...cells], column) });
    const watched: Partial<Record<WatchedColumn, Place>> = {};
    for (const name of watchedColumns) {
      const column = place.watchedColumns[name];
      if (column !== undefined) watched[name] = at(column);
    }
    const message = messageColumn === null ? null : at(messageColumn);
    return [{ sheetId, row, number, numberColumn, message, watched }];
  });
}
