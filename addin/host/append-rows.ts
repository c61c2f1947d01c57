/** Rows that are new in a source go below its table, which then takes them in; what stands there already stays. */
import { sourceCell } from "../../shared/sheet/source-cells.ts";
import type { Source } from "../../shared/wire/sources.ts";
import { formatOf } from "./source-tables.ts";
import { writeBlocks, type CellValue } from "./write-blocks.ts";

export interface GrowingTable {
  readonly table: Excel.Table;
  /** Loaded: where it stands and how large it is. */
  readonly range: Excel.Range;
  readonly sheetId: string;
  readonly headings: readonly string[];
}

export interface Additions {
  readonly source: Source;
  readonly added: readonly (readonly string[])[];
}

/** Returns how many rows were added: all, or none where there is no room. */
export async function appendRows(
  context: Excel.RequestContext,
  growing: GrowingTable,
  additions: Additions,
): Promise<number> {
  const { table, range, sheetId } = growing;
  const { added } = additions;
  // Growing a table in place came with ExcelApi 1.13; adding rows through the table is what co-authors trip over (R38).
  if (added.length === 0 || !Office.context.requirements.isSetSupported("ExcelApi", "1.13")) return 0;
  const sheet = context.workbook.worksheets.getItem(sheetId);
  const { rowIndex, columnIndex, rowCount, columnCount } = range;
  const end = rowIndex + rowCount;
  const below = sheet
    .getRangeByIndexes(end, columnIndex, added.length, columnCount)
    .getUsedRangeOrNullObject(true);
  await context.sync();
  if (!below.isNullObject) return 0;
  setFormats(sheet, growing, additions);
  const values = added.map((row) => cellsOf(row, growing, additions));
  await writeBlocks(
    context,
    { sheetId, blocks: [{ row: end + 1, column: columnIndex, values }] },
    () => undefined,
  );
  table.resize(sheet.getRangeByIndexes(rowIndex, columnIndex, rowCount + added.length, columnCount));
  await context.sync();
  return added.length;
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
