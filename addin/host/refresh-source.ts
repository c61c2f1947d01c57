/** A source's sheet brought up to date where its rows stand now: only its own columns, and nothing that is right. */
import { cellText } from "../../shared/intake/cell-text.ts";
import { readHeadings } from "../../shared/intake/match-headings.ts";
import type { SheetRow } from "../../shared/intake/sheet-rows.ts";
import { parseMoNumber } from "../../shared/row/mo-number.ts";
import { lostColumns, sourceChangesInSteps, type SourceNow } from "../../shared/sheet/source-cells.ts";
import { appendRows } from "./append-rows.ts";
import { wholeInSteps } from "./in-steps.ts";
import { readRows } from "./read-rows.ts";
import type { RefreshReport } from "./workbook.ts";
import { writeBlocks, type Block } from "./write-blocks.ts";

export const NOTHING_REFRESHED: RefreshReport = {
  changed: 0,
  added: 0,
  gone: 0,
  notAdded: 0,
  obstacle: null,
  lostColumns: [],
  refusal: null,
};

/** What a refresh is about: all rows, or those that carry one of these MO numbers. */
export interface Refreshing {
  readonly tableName: string;
  readonly onlyOrders: readonly string[] | null;
}

export async function refreshSource(
  context: Excel.RequestContext,
  { tableName, onlyOrders }: Refreshing,
  source: SourceNow,
): Promise<RefreshReport> {
  const standing = await readTable(context, tableName);
  if (standing === null) return { ...NOTHING_REFRESHED, refusal: "table-gone" };
  const { headings, range, sheetId, hidden } = standing;
  const body = onlyOrders === null ? standing.body : carrying(standing, onlyOrders);
  const lost = lostColumns(source, headings);
  if (lost.length > 0) return { ...NOTHING_REFRESHED, lostColumns: lost };
  const { cells, added, gone } = await wholeInSteps(sourceChangesInSteps(source, headings, body));
  const blocks = cells.map(({ row, index, value }): Block => ({
    row,
    column: range.columnIndex + index,
    values: [[value]],
  }));
  const { refusal } = await writeBlocks(context, { sheetId, blocks, hidden }, () => undefined);
  const told = { ...NOTHING_REFRESHED, gone: gone.length, notAdded: onlyOrders === null ? added.length : 0 };
  if (refusal !== null) return { ...told, refusal };
  const isGone = new Set(gone);
  const changed = new Set(cells.map(({ row }) => row).filter((row) => !isGone.has(row))).size;
  if (onlyOrders !== null) return { ...told, changed };
  return { ...told, changed, ...(await appendRows(context, standing, { source, added })) };
}

/** Null when no table has this name any more. */
async function readTable(context: Excel.RequestContext, tableName: string) {
  const table = context.workbook.tables.getItemOrNullObject(tableName);
  const [range, { worksheet }] = [table.getRange(), table];
  table.load("showTotals");
  range.load("rowIndex,columnIndex,rowCount,columnCount");
  worksheet.load("id");
  await context.sync();
  if (table.isNullObject) return null;
  const { rowIndex, columnIndex, rowCount, columnCount } = range;
  const ownRows = table.showTotals ? rowCount - 1 : rowCount;
  const rows = Array.from({ length: ownRows }, (_, index) => rowIndex + 1 + index);
  const span = { sheetId: worksheet.id, firstColumn: columnIndex, lastColumn: columnIndex + columnCount - 1 };
  const { rows: read, hidden } = await readRows(context, { ...span, rows }, { asksHidden: true });
  const [heading, ...body] = read;
  const headings = heading?.cells.map((cell) => cellText(cell)) ?? [];
  const own = heading === undefined ? [] : readHeadings(heading);
  const numberAt = own.find(({ meaning }) => meaning === "orderNumber")?.index ?? -1;
  const hasTotals = table.showTotals;
  return { table, range, sheetId: worksheet.id, headings, numberAt, body, hidden, hasTotals };
}

function carrying(
  { body, numberAt }: NonNullable<Awaited<ReturnType<typeof readTable>>>,
  numbers: readonly string[],
): readonly SheetRow[] {
  const wanted = new Set(numbers);
  return body.filter(({ cells }) => {
    const cell = cells[numberAt];
    return cell !== undefined && wanted.has(parseMoNumber(cellText(cell)) ?? "");
  });
}
