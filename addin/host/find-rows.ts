/** Every row below the headings that shows one of some texts in a column. */
import { cellText } from "../../shared/intake/cell-text.ts";
import { readRows } from "./read-rows.ts";
import type { RowsWhere } from "./workbook.ts";

export interface FoundRows {
  /** From the top, as Excel numbers them. */
  readonly shown: readonly number[];
  /** Of such rows, how many a filter or a person hides. */
  readonly hiddenCount: number;
  /** All rows that are hidden, of such texts or not. */
  readonly hidden: ReadonlySet<number>;
}

export async function findRows(
  context: Excel.RequestContext,
  { sheetId, headingRow, column, texts }: Pick<RowsWhere, "sheetId" | "headingRow" | "column" | "texts">,
): Promise<FoundRows> {
  const used = context.workbook.worksheets.getItem(sheetId).getUsedRange(true);
  used.load("rowIndex,rowCount");
  await context.sync();
  const last = used.rowIndex + used.rowCount;
  const below = Array.from({ length: Math.max(0, last - headingRow) }, (_, index) => headingRow + 1 + index);
  const span = { sheetId, rows: below, firstColumn: column, lastColumn: column };
  const { rows, hidden } = await readRows(context, span, { asksHidden: true });
  const found = rows.filter(({ cells: [cell] }) => cell !== undefined && texts.has(cellText(cell).trim()));
  const shown = found.map(({ row }) => row).filter((row) => !hidden.has(row));
  return { shown, hiddenCount: found.length - shown.length, hidden };
}
