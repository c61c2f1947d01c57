/** Rows that are new in a source go below its table, which then takes them in; what stands there already stays. */
import { sourceCell } from "../../shared/sheet/source-cells.ts";
import type { Source } from "../../shared/wire/sources.ts";
import { refusalOf } from "./host-errors.ts";
import { formatOf } from "./source-tables.ts";
import type { RefreshReport } from "./workbook.ts";
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
  const { table, range, sheetId, hasTotals } = growing;
  const { added } = additions;
  const none: Appended = { added: 0, notAdded: added.length, obstacle: null, refusal: null };
  if (added.length === 0) return none;
  // Rows below a totals row would have it in their midst.
  if (hasTotals) return { ...none, obstacle: "totals-row" };
  // Growing a table in place came with ExcelApi 1.13; adding rows through the table is what co-authors trip over (R38).
  if (!Office.context.requirements.isSetSupported("ExcelApi", "1.13"))
    return { ...none, obstacle: "no-room" };
  const sheet = context.workbook.worksheets.getItem(sheetId);
  const { rowIndex, columnIndex, rowCount, columnCount } = range;
  const end = rowIndex + rowCount;
  const room = sheet.getRangeByIndexes(end, columnIndex, added.length, columnCount);
  const below = room.getUsedRangeOrNullObject(true);
  await context.sync();
  if (!below.isNullObject) return { ...none, obstacle: "no-room" };
  setFormats(sheet, growing, additions);
  const values = added.map((row) => cellsOf(row, growing, additions));
  const blocks = [{ row: end + 1, column: columnIndex, values }];
  const { unwritten, refusal } = await writeBlocks(context, { sheetId, blocks }, () => undefined);
  if (refusal !== null) {
    if (unwritten.size < added.length) await takeBack(context, room);
    return { ...none, refusal };
  }
  table.resize(sheet.getRangeByIndexes(rowIndex, columnIndex, rowCount + added.length, columnCount));
  await context.sync();
  return { ...none, added: added.length, notAdded: 0 };
}

/** As far as the host lets us: what is left would be in the way the next time. */
async function takeBack(context: Excel.RequestContext, room: Excel.Range): Promise<void> {
  room.clear("Contents");
  try {
    await context.sync();
  } catch (error) {
    if (refusalOf(error) === null) throw error;
  }
}

/** The planner's own columns stay empty. */
function cellsOf(
  row: readonly string[],
  { headings }: GrowingTable,
  { source: { columns } }: Additions,
): readonly CellValue[] {
  return headings.map((heading) => {
    const at = columns.findIndex((column) => column.heading === heading);
    const column = columns[at];
    return column === undefined ? "" : sourceCell(row[at] ?? "", column);
  });
}

function setFormats(
  sheet: Excel.Worksheet,
  { range, headings }: GrowingTable,
  { source, added }: Additions,
): void {
  const end = range.rowIndex + range.rowCount;
  for (const column of source.columns) {
    const [place, format] = [headings.indexOf(column.heading), formatOf(column)];
    if (place === -1 || format === null) continue;
    const cells = sheet.getRangeByIndexes(end, range.columnIndex + place, added.length, 1);
    cells.numberFormat = added.map(() => [format]);
  }
}
