/** Selects whole documents: every row that shows the same number as the rows one began with. */
import { cellText } from "../../shared/intake/cell-text.ts";
import { readRows } from "./read-rows.ts";
import { toRuns, type Run } from "./runs.ts";
import type { RowsWhere } from "./workbook.ts";

export async function selectRowsWhere(context: Excel.RequestContext, where: RowsWhere): Promise<void> {
  const { sheetId, headingRow, firstColumn, lastColumn, column, texts } = where;
  const sheet = context.workbook.worksheets.getItem(sheetId);
  const used = sheet.getUsedRange(true);
  used.load("rowIndex,rowCount");
  await context.sync();
  const last = used.rowIndex + used.rowCount;
  const below = Array.from({ length: Math.max(0, last - headingRow) }, (_, index) => headingRow + 1 + index);
  const span = { sheetId, rows: below, firstColumn: column, lastColumn: column };
  const { rows, hidden } = await readRows(context, span, { asksHidden: true });
  const found = rows.filter(({ row, cells }) => {
    const [cell] = cells;
    return !hidden.has(row) && cell !== undefined && texts.has(cellText(cell).trim());
  });
  const runs = toRuns(found.map(({ row }) => row));
  const [run] = runs.toSorted((left, right) => lengthOf(right) - lengthOf(left));
  // Excel offers no way to select blocks that lie apart: of an order that is scattered, the longest is taken.
  if (run === undefined) return;
  sheet.getRangeByIndexes(run.first - 1, firstColumn, lengthOf(run), lastColumn - firstColumn + 1).select();
  await context.sync();
}

function lengthOf({ first, last }: Run): number {
  return last - first + 1;
}
