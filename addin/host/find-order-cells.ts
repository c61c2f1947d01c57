/** Where MO numbers stand in the workbook: below every row of headings with MO and MO Status in it, on any sheet. */
import { wholeInSteps } from "./in-steps.ts";
import { listColumns, orderCellsInSteps, type OrderCell, type ReadSheet } from "./order-cells.ts";
import { CELLS_AT_ONCE, readSpans, type RowsToRead } from "./read-rows.ts";

/** In a large sheet headings are looked for this far below its top, and wherever its MO columns have them again. */
const HEADING_ROWS = 50;

/** Read afresh each time: a remembered place would be wrong after the first sort or insert (R36). */
export async function findOrderCells(context: Excel.RequestContext): Promise<readonly OrderCell[]> {
  const sheets = searched(await usedSheets(context));
  if (sheets.length === 0) return [];
  const tops = await readSpans(
    context,
    sheets.map(({ span }) => span),
    { asksHidden: true },
  );
  const whole: ReadSheet[] = [];
  const bands: RowsToRead[] = [];
  for (const [index, { span, bottom, isWhole }] of sheets.entries()) {
    const { rows, hidden } = tops[index] ?? { rows: [], hidden: new Set<number>() };
    const top = { sheetId: span.sheetId, firstColumn: span.firstColumn, rows, hidden };
    const band = isWhole ? null : bandOf(top, bottom);
    if (isWhole) whole.push(top);
    if (band !== null) bands.push(band);
  }
  const read = bands.length === 0 ? [] : await readSpans(context, bands, { asksHidden: true });
  const banded = bands.map((band, index) => ({
    sheetId: band.sheetId,
    firstColumn: band.firstColumn,
    rows: read[index]?.rows ?? [],
    hidden: read[index]?.hidden ?? new Set<number>(),
  }));
  return wholeInSteps(orderCellsInSteps([...whole, ...banded]));
}

interface UsedSheet {
  readonly sheetId: string;
  readonly used: Excel.Range;
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

interface SearchedSheet {
  readonly span: RowsToRead;
  /** The last row in use, as Excel numbers it. */
  readonly bottom: number;
  readonly isWhole: boolean;
}

/** The smallest sheets whole, so that no list in them is overlooked, as many as one trip carries; of the others the top. */
function searched(sheets: readonly UsedSheet[]): readonly SearchedSheet[] {
  let left = CELLS_AT_ONCE;
  const isWhole = new Set<string>();
  for (const { sheetId, used } of sheets.toSorted((one, other) => cellsOf(one) - cellsOf(other))) {
    left -= used.rowCount * used.columnCount;
    if (left >= 0) isWhole.add(sheetId);
  }
  return sheets.map(({ sheetId, used }) => {
    const count = isWhole.has(sheetId) ? used.rowCount : Math.min(used.rowCount, HEADING_ROWS);
    const rows = rowsFrom(used.rowIndex + 1, used.rowIndex + count);
    const lastColumn = used.columnIndex + used.columnCount - 1;
    return {
      span: { sheetId, rows, firstColumn: used.columnIndex, lastColumn },
      bottom: used.rowIndex + used.rowCount,
      isWhole: count === used.rowCount,
    };
  });
}

function cellsOf({ used }: UsedSheet): number {
  return used.rowCount * used.columnCount;
}

/** From the first headings to the end, the columns from the leftmost to the rightmost of ours; null without headings. */
function bandOf({ sheetId, firstColumn, rows }: ReadSheet, bottom: number): RowsToRead | null {
  const lists = rows.flatMap((row) => {
    const columns = listColumns(row);
    return columns === null ? [] : [{ row: row.row, columns }];
  });
  const [first] = lists;
  if (first === undefined) return null;
  const columns = lists.flatMap(({ columns: { number, message, watched } }) => [
    number,
    message ?? number,
    ...Object.values(watched),
  ]);
  return {
    sheetId,
    rows: rowsFrom(first.row, bottom),
    firstColumn: firstColumn + Math.min(...columns),
    lastColumn: firstColumn + Math.max(...columns),
  };
}

function rowsFrom(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
