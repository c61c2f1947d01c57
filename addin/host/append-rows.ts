/** Rows that are new in a source become rows of its table, below the others; what stands there already stays. */
import { sourceCell } from "../../shared/sheet/source-cells.ts";
import type { Source } from "../../shared/wire/sources.ts";
import { mayHide } from "./hidden-rows.ts";
import { refusalAmong } from "./refusal-among.ts";
import { formatOf, setFormat } from "./source-formats.ts";
import { untilFree, whenFree } from "./while-busy.ts";
import { isBusy, type RefreshReport } from "./workbook.ts";
import { writeBlocks, type CellValue } from "./write-blocks.ts";

export interface GrowingTable {
  readonly table: Excel.Table;
  /** Loaded: where it stands and how large it is. */
  readonly range: Excel.Range;
  readonly sheetId: string;
  readonly headings: readonly string[];
  readonly hasTotals: boolean;
}

export interface Additions {
  readonly source: Source;
  readonly added: readonly (readonly string[])[];
}

type Appended = Pick<RefreshReport, "added" | "notAdded" | "obstacle" | "refusal">;

/** All, or none where there is no room. */
export async function appendRows(
  context: Excel.RequestContext,
  growing: GrowingTable,
  additions: Additions,
): Promise<Appended> {
  const { range, sheetId, hasTotals } = growing;
  const { added } = additions;
  const none: Appended = { added: 0, notAdded: added.length, obstacle: null, refusal: null };
  if (added.length === 0) return none;
  // Rows below a totals row would have it in their midst.
  if (hasTotals) return { ...none, obstacle: "totals-row" };
  // Growing a table in place came with ExcelApi 1.13; adding rows through the table is what co-authors trip over (R38).
  if (!Office.context.requirements.isSetSupported("ExcelApi", "1.13"))
    return { ...none, obstacle: "no-room" };
  const { rowIndex, columnIndex, rowCount, columnCount } = range;
  const end = rowIndex + rowCount;
  const sheet = context.workbook.worksheets.getItem(sheetId);
  const room = sheet.getRangeByIndexes(end, columnIndex, added.length, columnCount);
  room.load("rowHidden");
  const below = room.getUsedRangeOrNullObject(true);
  await context.sync();
  if (!below.isNullObject) return { ...none, obstacle: "no-room" };
  const values = added.map((row) => cellsOf(row, growing, additions));
  // Rows that somebody hid below the table are hidden in it, too.
  const hidden = new Set(mayHide(room.rowHidden) ? added.map((_, index) => end + 1 + index) : []);
  const written = { sheetId, blocks: [{ row: end + 1, column: columnIndex, values }], hidden };
  const grown = await refusalAmong(() => grow(context, growing, additions).then(() => null));
  if (isBusy(grown)) return { ...none, refusal: grown };
  const refusal = grown ?? (await untilFree(() => writeBlocks(context, written, () => undefined))).refusal;
  if (refusal === null) return { ...none, added: added.length, notAdded: 0 };
  await refusalAmong(() => whenFree(() => shrink(context, growing, room)).then(() => null));
  return { ...none, refusal };
}

/**
 * The table grows before anything is written: Excel would let it grow by itself as soon as something stands below it,
 * and a refusal in between would leave rows that are in the way of every later refresh.
 */
async function grow(
  context: Excel.RequestContext,
  { table, range, sheetId, headings }: GrowingTable,
  { source, added }: Additions,
): Promise<void> {
  const { rowIndex, columnIndex, rowCount, columnCount } = range;
  const sheet = context.workbook.worksheets.getItem(sheetId);
  table.resize(sheet.getRangeByIndexes(rowIndex, columnIndex, rowCount + added.length, columnCount));
  for (const column of source.columns) {
    const [place, format] = [headings.indexOf(column.heading), formatOf(column)];
    if (place === -1 || format === null) continue;
    setFormat(sheet.getRangeByIndexes(rowIndex + rowCount, columnIndex + place, added.length, 1), format);
  }
  await context.sync();
}

/** The table as it was, and nothing below it: neither our rows nor what Excel calculated in them. */
async function shrink(
  context: Excel.RequestContext,
  { table, range, sheetId }: GrowingTable,
  room: Excel.Range,
): Promise<void> {
  const { rowIndex, columnIndex, rowCount, columnCount } = range;
  const sheet = context.workbook.worksheets.getItem(sheetId);
  table.resize(sheet.getRangeByIndexes(rowIndex, columnIndex, rowCount, columnCount));
  room.clear("Contents");
  await context.sync();
}

/** In the planner's own columns stays what Excel puts there: nothing, or what it calculates in all rows. */
function cellsOf(
  row: readonly string[],
  { headings }: GrowingTable,
  { source: { columns } }: Additions,
): readonly CellValue[] {
  return headings.map((heading) => {
    const at = columns.findIndex((column) => column.heading === heading);
    const column = columns[at];
    return column === undefined ? null : sourceCell(row[at] ?? "", column);
  });
}
