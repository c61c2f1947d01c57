/** Selects whole documents: every row that shows the same number as the rows one began with. */
import { findRows } from "./find-rows.ts";
import type { RowsWhere } from "./workbook.ts";

/** How many of them are hidden. */
export async function selectRowsWhere(context: Excel.RequestContext, where: RowsWhere): Promise<number> {
  const { sheetId, firstColumn, lastColumn } = where;
  const { shown, hidden, hiddenCount } = await findRows(context, where);
  const [longest = []] = blocksOf(shown, hidden).toSorted((left, right) => right.length - left.length);
  const [from, to] = [longest[0], longest.at(-1)];
  // Excel offers no way to select blocks that lie apart: of an order that is scattered, the longest is taken.
  if (from !== undefined && to !== undefined) {
    const sheet = context.workbook.worksheets.getItem(sheetId);
    sheet.getRangeByIndexes(from - 1, firstColumn, to - from + 1, lastColumn - firstColumn + 1).select();
    await context.sync();
  }
  return hiddenCount;
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
