/** Sheets that hold a source as an Excel table: made, and found again. */
import { sourceCell, sourceTitles } from "../../shared/sheet/source-cells.ts";
import type { Source } from "../../shared/wire/sources.ts";
import { findOrderCells } from "./find-order-cells.ts";
import { refusalAmong } from "./refusal-among.ts";
import { formatOf, setFormat } from "./source-formats.ts";
import type { HostRefusal, InsertReport, SourceTable } from "./workbook.ts";
import { writeBlocks, type CellValue } from "./write-blocks.ts";

/** Tables are known by it again, also in a workbook that was saved and sent to somebody. */
const TABLE_PREFIX = "MoPlanner_";
const LONGEST_SHEET_NAME = 31;

/** What was refused half way is taken away again, as far as the host lets us. */
export async function insertSource(
  context: Excel.RequestContext,
  source: Source,
  progress: (rows: number) => void,
): Promise<InsertReport> {
  // Before anything is made: what cannot be a cell leaves no sheet behind.
  const values = cellsOf(source);
  const { sheetName, tableName } = await freeNames(context, source);
  const sheet = context.workbook.worksheets.add(sheetName);
  sheet.load("id");
  await context.sync();
  const refusal = await refusalAmong(() =>
    fillSheet(context, { sheet, tableName, source, values }, progress),
  );
  if (refusal === null) {
    // A planner who looks at another workbook by now is not taken back to this one: the sheet is there all the same (R52).
    await refusalAmong(() => showHeadings(context, sheet).then(() => null));
    return { kind: "inserted", tableName };
  }
  const left = await refusalAmong(async () => {
    sheet.delete();
    await context.sync();
    return null;
  });
  const isLeft = left !== null && left !== "sheet-gone";
  return { kind: "refused", refusal, leftSheet: isLeft ? sheetName : null };
}

interface SheetToFill {
  readonly sheet: Excel.Worksheet;
  readonly tableName: string;
  readonly source: Source;
  /** The headings first. */
  readonly values: readonly (readonly CellValue[])[];
}

async function fillSheet(
  context: Excel.RequestContext,
  { sheet, tableName, source, values }: SheetToFill,
  progress: (rows: number) => void,
): Promise<HostRefusal | null> {
  setFormats(sheet, source);
  await context.sync();
  const written = { sheetId: sheet.id, blocks: [{ row: 1, column: 0, values }], hidden: new Set<number>() };
  const { refusal } = await writeBlocks(context, written, progress);
  if (refusal !== null) return refusal;
  const whole = sheet.getRangeByIndexes(0, 0, Math.max(2, values.length), source.columns.length);
  const table = sheet.tables.add(whole, true);
  table.name = tableName;
  whole.format.autofitColumns();
  await context.sync();
  return null;
}

/** Only a heading is selected: no row is chosen that the planner did not choose. */
async function showHeadings(context: Excel.RequestContext, sheet: Excel.Worksheet): Promise<void> {
  sheet.activate();
  sheet.getRangeByIndexes(0, 0, 1, 1).select();
  await context.sync();
}

function cellsOf({ columns, rows }: Source): SheetToFill["values"] {
  const headings = columns.map(({ heading }) => heading);
  return [
    headings,
    ...rows.map((row) => columns.map((column, index) => sourceCell(row[index] ?? "", column))),
  ];
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
function setFormats(sheet: Excel.Worksheet, { columns, rows }: Source): void {
  for (const [column, told] of columns.entries()) {
    const format = formatOf(told);
    if (format !== null) setFormat(sheet.getRangeByIndexes(1, column, Math.max(1, rows.length), 1), format);
  }
}

/** The source tables of the workbook, in its sheets' order. */
export async function findSourceTables(context: Excel.RequestContext): Promise<readonly SourceTable[]> {
  return (await sourceTables(context)).map(({ name, worksheet }) => ({ name, sheetName: worksheet.name }));
}

/** Those in whose sheets one of these MO numbers stands. */
export async function sourceTablesWith(
  context: Excel.RequestContext,
  numbers: readonly string[],
): Promise<readonly SourceTable[]> {
  const tables = await sourceTables(context);
  if (tables.length === 0) return [];
  const wanted = new Set(numbers);
  const cells = await findOrderCells(context);
  const sheets = new Set(cells.filter(({ number }) => wanted.has(number)).map(({ sheetId }) => sheetId));
  return tables
    .filter(({ worksheet }) => sheets.has(worksheet.id))
    .map(({ name, worksheet }) => ({ name, sheetName: worksheet.name }));
}

async function sourceTables(context: Excel.RequestContext): Promise<readonly Excel.Table[]> {
  const { tables } = context.workbook;
  tables.load("items/name,items/worksheet/name,items/worksheet/id");
  await context.sync();
  return tables.items.filter(({ name }) => name.startsWith(TABLE_PREFIX));
}
