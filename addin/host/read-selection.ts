/** The rows a planner selected, whatever they selected: cells, rows, whole columns, several areas, part of a table. */
import type { SheetRow, SheetRows } from "../../shared/intake/sheet-rows.ts";
import { isNoOneRange, isNoSelection } from "./host-errors.ts";
import { readRows } from "./read-rows.ts";
import type { Selection } from "./workbook.ts";

/** Headings are looked for this far below the top of what is used. */
const HEADING_ROWS = 25;

interface Area {
  readonly firstRow: number;
  readonly lastRow: number;
}

interface Outline {
  readonly sheetId: string;
  readonly sheetName: string;
  /** Rows and columns from 0, both ends included. */
  readonly used: {
    readonly top: number;
    readonly bottom: number;
    readonly left: number;
    readonly right: number;
  };
  readonly areas: readonly Area[];
  readonly tableIds: readonly string[];
}

/** Two round trips for an ordinary selection: where it is, then what is in it. */
export async function readSelection(context: Excel.RequestContext): Promise<Selection> {
  const outline = await readOutline(context);
  if (outline === null) return { kind: "nothing" };
  const rows = selectedRows(outline);
  if (rows.length === 0) return { kind: "nothing" };
  return { kind: "rows", rows: await readOutlined(context, outline, rows) };
}

async function readOutline(context: Excel.RequestContext): Promise<Outline | null> {
  try {
    const range = context.workbook.getSelectedRange();
    range.load("rowIndex,rowCount");
    return await outlineOf(context, range.worksheet, () => [range]);
  } catch (error) {
    if (isNoOneRange(error) && Office.context.requirements.isSetSupported("ExcelApi", "1.9"))
      return readSeveral(context);
    if (isNoSelection(error)) return null;
    throw error;
  }
}

/** Null when not even several areas are selected, but a chart or a shape (office-js#2268). */
async function readSeveral(context: Excel.RequestContext): Promise<Outline | null> {
  try {
    const selected = context.workbook.getSelectedRanges();
    selected.areas.load("items/rowIndex,items/rowCount");
    return await outlineOf(context, selected.worksheet, () => selected.areas.items);
  } catch (error) {
    if (isNoSelection(error)) return null;
    throw error;
  }
}

async function outlineOf(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  areas: () => readonly Excel.Range[],
): Promise<Outline | null> {
  sheet.load("id,name");
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load("rowIndex,columnIndex,rowCount,columnCount");
  sheet.tables.load("items/id,items/name,items/showTotals,items/showHeaders");
  await context.sync();
  if (used.isNullObject) return null;
  const top = used.rowIndex;
  const left = used.columnIndex;
  return {
    sheetId: sheet.id,
    sheetName: sheet.name,
    used: { top, left, bottom: top + used.rowCount - 1, right: left + used.columnCount - 1 },
    areas: areas().map((area) => ({ firstRow: area.rowIndex, lastRow: area.rowIndex + area.rowCount - 1 })),
    tableIds: sheet.tables.items.filter((table) => table.showHeaders).map((table) => table.id),
  };
}

/** As Excel numbers them: clipped to what is used (R34), in sheet order, each once (R35). */
function selectedRows({ areas, used }: Outline): readonly number[] {
  const rows = new Set<number>();
  for (const area of areas) {
    const last = Math.min(area.lastRow, used.bottom);
    for (let row = Math.max(area.firstRow, used.top); row <= last; row += 1) rows.add(row + 1);
  }
  return [...rows].toSorted((left, right) => left - right);
}

interface TableArea {
  readonly table: Excel.Table;
  readonly range: Excel.Range;
}

async function readOutlined(
  context: Excel.RequestContext,
  outline: Outline,
  selected: readonly number[],
): Promise<SheetRows> {
  const { used, sheetId, sheetName } = outline;
  const lastHeading = Math.min(used.top + HEADING_ROWS, selected[0] ?? 1);
  const above = Array.from(
    { length: Math.max(0, lastHeading - used.top) },
    (_, index) => used.top + 1 + index,
  );
  let tables: readonly TableArea[] = [];
  const rows = [...new Set([...above, ...selected])];
  const span = { sheetId, rows, firstColumn: used.left, lastColumn: used.right };
  const read = await readRows(context, span, {
    asksHidden: true,
    beside: ({ worksheets }) => {
      const sheet = worksheets.getItem(sheetId);
      tables = outline.tableIds.map((id) => loadTable(sheet, id));
    },
  });
  const table = tables.find(({ range }) => holds(range, selected[0] ?? 0)) ?? null;
  const wanted = new Set(selected);
  const isAbove = (row: SheetRow): boolean => row.row < (selected[0] ?? 0);
  const whole: SheetRows = {
    sheet: { id: sheetId, name: sheetName },
    firstColumn: used.left,
    table: null,
    headingCandidates: read.rows.filter(isAbove),
    rows: read.rows.filter((row) => wanted.has(row.row) && !read.hidden.has(row.row)),
    hiddenRows: selected.filter((row) => read.hidden.has(row)).length,
  };
  return table === null ? whole : insideTable(context, whole, table);
}

function loadTable(sheet: Excel.Worksheet, id: string): TableArea {
  const table = sheet.tables.getItem(id);
  table.load("id,name,showTotals");
  const range = table.getRange();
  range.load("rowIndex,rowCount,columnIndex,columnCount");
  return { table, range };
}

function holds(range: Excel.Range, row: number): boolean {
  return row > range.rowIndex && row <= range.rowIndex + range.rowCount;
}

/** Cut to the table's columns; its first row holds the headings, its totals row is no data (R51). */
async function insideTable(
  context: Excel.RequestContext,
  whole: SheetRows,
  { table, range }: TableArea,
): Promise<SheetRows> {
  const from = range.columnIndex - whole.firstColumn;
  const headingRow = range.rowIndex + 1;
  const lastRow = range.rowIndex + range.rowCount - (table.showTotals ? 1 : 0);
  const cut = (row: SheetRow): SheetRow => ({
    ...row,
    cells: row.cells.slice(from, from + range.columnCount),
  });
  const known = [...whole.headingCandidates, ...whole.rows].filter((row) => row.row === headingRow);
  const headings = known.length > 0 ? known.map(cut) : await readHeadingRow(context, whole, range);
  const rows = whole.rows.filter((row) => row.row > headingRow && row.row <= lastRow).map(cut);
  const { id, name } = table;
  return { ...whole, firstColumn: range.columnIndex, table: { id, name }, headingCandidates: headings, rows };
}

async function readHeadingRow(
  context: Excel.RequestContext,
  { sheet }: SheetRows,
  range: Excel.Range,
): Promise<readonly SheetRow[]> {
  const { rowIndex, columnIndex, columnCount } = range;
  const lastColumn = columnIndex + columnCount - 1;
  const read = await readRows(context, {
    sheetId: sheet.id,
    rows: [rowIndex + 1],
    firstColumn: columnIndex,
    lastColumn,
  });
  return read.rows;
}
