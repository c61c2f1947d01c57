/** Selects whole documents: every row that shows the same number as the rows one began with. */
import { cellText } from "../../shared/intake/cell-text.ts";
import { readRows } from "./read-rows.ts";
import type { RowsWhere } from "./workbook.ts";

/** How many of them are hidden. */
export async function selectRowsWhere(context: Excel.RequestContext, where: RowsWhere): Promise<number> {
  const { sheetId, headingRow, firstColumn, lastColumn, column, texts } = where;
  const sheet = context.workbook.worksheets.getItem(sheetId);
  const used = sheet.getUsedRange(true);
  used.load("rowIndex,rowCount");
  await context.sync();
  const last = used.rowIndex + used.rowCount;
  const below = Array.from({ length: Math.max(0, last - headingRow) }, (_, index) => headingRow + 1 + index);
  const span = { sheetId, rows: below, firstColumn: column, lastColumn: column };
  const { rows, hidden } = await readRows(context, span, { asksHidden: true });
  const found = rows.filter(({ cells: [cell] }) => cell !== undefined && texts.has(cellText(cell).trim()));
  const shown = found.map(({ row }) => row).filter((row) => !hidden.has(row));
  const [longest = []] = blocksOf(shown, hidden).toSorted((left, right) => right.length - left.length);
  const [from, to] = [longest[0], longest.at(-1)];
  // Excel offers no way to select blocks that lie apart: of an order that is scattered, the longest is taken.
  if (from !== undefined && to !== undefined) {
    sheet.getRangeByIndexes(from - 1, firstColumn, to - from + 1, lastColumn - firstColumn + 1).select();
    await context.sync();
  }
  return found.length - shown.length;
}

/** Rows between which nothing is in sight are selected as one block: what is hidden in it is not read. */
function blocksOf(shown: readonly number[], hidden: ReadonlySet<number>): readonly (readonly number[])[] {
  const blocks: number[][] = [];
  for (const row of shown) {
    const block = blocks.at(-1);
    let between = (block?.at(-1) ?? row) + 1;
    while (hidden.has(between)) between += 1;
    if (block !== undefined && between === row) block.push(row);
    else blocks.push([row]);
  }
  return blocks;
}
