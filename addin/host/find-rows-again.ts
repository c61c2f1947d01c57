/** Reads again, just before painting, what the rows of a patch say now, and finds those that have moved (R36). */
import { ownColumns } from "../../shared/intake/intake.ts";
import type { SheetRow } from "../../shared/intake/sheet-rows.ts";
import type { SheetPatch } from "../../shared/sheet/sheet-patch.ts";
import { layoutIn, locateInSteps, type Layout, type Search } from "./find-patched-rows.ts";
import { wholeInSteps } from "./in-steps.ts";
import { readRows, type RowsRead } from "./read-rows.ts";

export interface FoundRows extends Search {
  readonly layout: Layout;
  readonly headingRow: number;
  /** The sheet column, from 0, of the first cell that was read of each row. */
  readonly firstColumn: number;
  /** The sheet column right of the table, or of everything in use. */
  readonly rightEdge: number;
  /** Null where the rows are in no table, or no longer: the planner may have turned it into a range. */
  readonly table: Excel.Table | null;
  readonly hidden: ReadonlySet<number>;
}

/** Rows and columns from 0, both ends included. */
interface Bounds {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** One trip when everything is where it was; one more, over the whole list, when something has moved. */
export async function findRowsAgain(
  context: Excel.RequestContext,
  patch: SheetPatch,
): Promise<FoundRows | null> {
  const { sheetId, headingRow, firstColumn } = patch;
  // Our own columns may have been added beside the rows since they were read.
  const lastColumn = patch.lastColumn + ownColumns.length;
  const rows = [headingRow, ...patch.rows.map((row) => row.row)];
  let place: Place | null = null;
  const span = { sheetId, rows, firstColumn, lastColumn };
  const beside = (workbook: Excel.Workbook): void => void (place = loadPlace(workbook, patch));
  const read = await readRows(context, span, { asksHidden: true, beside });
  const bounds = boundsOf(place);
  if (bounds === null) return null;
  const table = tableOf(place);
  const here = within(read, { firstColumn, bounds: table === null ? null : bounds });
  const found = await search(here, patch, headingRow);
  const covers = firstColumn <= bounds.left && bounds.right <= lastColumn;
  const edge = { rightEdge: bounds.right + 1, table };
  if (found !== null && found.lost.length === 0 && (covers || isComplete(found)))
    return { ...found, ...edge, firstColumn: here.firstColumn, hidden: read.hidden };
  const everything = await readRows(context, spanOf(sheetId, bounds), { asksHidden: true });
  const all = { rows: everything.rows, firstColumn: bounds.left };
  const heading = table === null ? await nearestHeading(all, patch) : bounds.top + 1;
  const again = heading === null ? null : await search(all, patch, heading);
  return again === null ? null : { ...again, ...edge, firstColumn: bounds.left, hidden: everything.hidden };
}

interface Place {
  readonly used: Excel.Range;
  readonly table: Excel.Table | null;
  readonly range: Excel.Range | null;
}

function loadPlace({ worksheets }: Excel.Workbook, { sheetId, tableId }: SheetPatch): Place {
  const sheet = worksheets.getItem(sheetId);
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load("rowIndex,rowCount,columnIndex,columnCount");
  if (tableId === null) return { used, table: null, range: null };
  const table = sheet.tables.getItemOrNullObject(tableId);
  table.load("id");
  const range = table.getRange();
  range.load("rowIndex,rowCount,columnIndex,columnCount");
  return { used, table, range };
}

function tableOf(place: Place | null): Excel.Table | null {
  return place?.table?.isNullObject === false ? place.table : null;
}

/** Of the table, as it stands now: the planner may have put columns into it since (R36). Otherwise of all in use. */
function boundsOf(place: Place | null): Bounds | null {
  if (place === null || place.used.isNullObject) return null;
  const range = tableOf(place) === null ? place.used : (place.range ?? place.used);
  const { rowIndex: top, columnIndex: left } = range;
  return { top, left, bottom: top + range.rowCount - 1, right: left + range.columnCount - 1 };
}

function spanOf(sheetId: string, { top, bottom, left, right }: Bounds) {
  const rows = Array.from({ length: bottom - top + 1 }, (_, index) => top + 1 + index);
  return { sheetId, rows, firstColumn: left, lastColumn: right };
}

interface Slice {
  readonly rows: readonly SheetRow[];
  readonly firstColumn: number;
}

/** Cut to the table's columns: what stands beside it may have the same headings, and is another list. */
function within(
  { rows }: RowsRead,
  { firstColumn, bounds }: { readonly firstColumn: number; readonly bounds: Bounds | null },
): Slice {
  if (bounds === null) return { rows, firstColumn };
  const from = Math.max(firstColumn, bounds.left);
  const cut = (row: SheetRow): SheetRow => ({
    row: row.row,
    cells: row.cells.slice(from - firstColumn, Math.max(0, bounds.right + 1 - firstColumn)),
  });
  return { rows: rows.map(cut), firstColumn: from };
}

type Found = Search & Pick<FoundRows, "layout" | "headingRow">;

async function search(
  { rows, firstColumn }: Slice,
  patch: SheetPatch,
  headingRow: number,
): Promise<Found | null> {
  const heading = rows.find((row) => row.row === headingRow);
  const layout = heading === undefined ? null : layoutIn(heading, { ...patch, firstColumn });
  if (layout === null) return null;
  const below = rows.filter((row) => row.row > headingRow);
  return { ...(await wholeInSteps(locateInSteps(patch.rows, below, layout))), layout, headingRow };
}

function isComplete({ layout }: Found): boolean {
  return ownColumns.every((name) => layout.own[name] !== undefined);
}

async function nearestHeading({ rows, firstColumn }: Slice, patch: SheetPatch): Promise<number | null> {
  const { found } = await wholeInSteps(headingsInSteps(rows, { ...patch, firstColumn }));
  const distance = (row: number): number => Math.abs(row - patch.headingRow);
  return found.toSorted((left, right) => distance(left) - distance(right))[0] ?? null;
}

function* headingsInSteps(
  rows: readonly SheetRow[],
  patch: SheetPatch,
): Generator<undefined, { readonly found: readonly number[] }, undefined> {
  const found: number[] = [];
  for (const row of rows) {
    yield;
    if (layoutIn(row, patch) !== null) found.push(row.row);
  }
  return { found };
}
