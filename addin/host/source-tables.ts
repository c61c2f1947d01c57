/** Sheets that hold a source as an Excel table: made, and found again. */
import { sourceCell, sourceTitles } from "../../shared/sheet/source-cells.ts";
import type { Source } from "../../shared/wire/sources.ts";
import { refusalOf } from "./host-errors.ts";
import type { HostRefusal, InsertReport, SourceTable } from "./workbook.ts";
import { writeBlocks, type CellValue } from "./write-blocks.ts";

/** Tables are known by it again, also in a workbook that was saved and sent to somebody. */
const TABLE_PREFIX = "MoPlanner_";
const LONGEST_SHEET_NAME = 31;
const ROWS_AT_ONCE = 2_000;
const TEXT_FORMAT = "@";
const DATE_FORMAT = "yyyy-mm-dd";

/** What was refused half way is taken away again, as far as the host lets us. */
export async function insertSource(
  context: Excel.RequestContext,
  source: Source,
  progress: (rows: number) => void,
): Promise<InsertReport> {
  const { sheetName, tableName } = await freeNames(context, source);
  const sheet = context.workbook.worksheets.add(sheetName);
  sheet.load("id");
  await context.sync();
  const refusal = await refusalAmong(() => fillSheet(context, { sheet, tableName, source }, progress));
  if (refusal === null) return { kind: "inserted", tableName };
  const left = await refusalAmong(async () => {
    sheet.delete();
    await context.sync();
    return null;
  });
  const isLeft = left !== null && left !== "sheet-gone";
  return { kind: "refused", refusal, leftSheet: isLeft ? sheetName : null };
}

async function refusalAmong(work: () => Promise<HostRefusal | null>): Promise<HostRefusal | null> {
  try {
    return await work();
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal === null) throw error;
    return refusal;
  }
}

interface SheetToFill {
  readonly sheet: Excel.Worksheet;
  readonly tableName: string;
  readonly source: Source;
}

async function fillSheet(
  context: Excel.RequestContext,
  { sheet, tableName, source }: SheetToFill,
  progress: (rows: number) => void,
): Promise<HostRefusal | null> {
  await setFormats(context, sheet, source);
  const values = [
    source.columns.map(({ heading }) => heading),
    ...source.rows.map((row) => cellsOf(row, source)),
  ];
  const blocks = [{ row: 1, column: 0, values }];
  const { refusal } = await writeBlocks(context, { sheetId: sheet.id, blocks }, progress);
  if (refusal !== null) return refusal;
  const whole = sheet.getRangeByIndexes(0, 0, Math.max(2, values.length), source.columns.length);
  const table = sheet.tables.add(whole, true);
  table.name = tableName;
  whole.format.autofitColumns();
  sheet.activate();
  sheet.getRangeByIndexes(1, 0, 1, 1).select();
  await context.sync();
  return null;
}

function cellsOf(row: readonly string[], { columns }: Source): CellValue[] {
  return columns.map((column, index) => sourceCell(row[index] ?? "", column));
}

async function freeNames(context: Excel.RequestContext, { source }: Source) {
  const { worksheets, tables } = context.workbook;
  worksheets.load("items/name");
  tables.load("items/name");
  await context.sync();
  const takenSheets = new Set(worksheets.items.map(({ name }) => name.toLowerCase()));
  const takenTables = new Set(tables.items.map(({ name }) => name.toLowerCase()));
  const title = sourceTitles[source];
  for (let number = 1; ; number += 1) {
    const suffix = number === 1 ? "" : ` (${number})`;
    const sheetName = `${title.slice(0, LONGEST_SHEET_NAME - suffix.length)}${suffix}`;
    const tableName = `${TABLE_PREFIX}${title.replaceAll(" ", "")}_${number}`;
    if (takenSheets.has(sheetName.toLowerCase()) || takenTables.has(tableName.toLowerCase())) continue;
    return { sheetName, tableName };
  }
}

/** Before anything is written, so that item codes keep their zeros (R46). */
async function setFormats(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  { columns, rows }: Source,
): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    const count = Math.min(ROWS_AT_ONCE, rows.length - from);
    for (const [column, told] of columns.entries()) {
      const format = formatOf(told);
      if (format === null) continue;
      sheet.getRangeByIndexes(from + 1, column, count, 1).numberFormat = Array.from({ length: count }, () => [
        format,
      ]);
    }
    await context.sync();
  }
}

/** Null: as Excel shows numbers. */
export function formatOf({ type }: Pick<Source["columns"][number], "type">): string | null {
  if (type === "number") return null;
  return type === "text" ? TEXT_FORMAT : DATE_FORMAT;
}

/** The source tables of the workbook, in its sheets' order. */
export async function findSourceTables(context: Excel.RequestContext): Promise<readonly SourceTable[]> {
  const { tables } = context.workbook;
  tables.load("items/name,items/worksheet/name");
  await context.sync();
  return tables.items
    .filter(({ name }) => name.startsWith(TABLE_PREFIX))
    .map(({ name, worksheet }) => ({ name, sheetName: worksheet.name }));
}
