/** Shows one cell, or the one in which an MO number stands now. */
import { findOrderCells } from "./find-order-cells.ts";

/** Row from 1, column from 0. */
interface Cell {
  readonly row: number;
  readonly column: number;
}

export async function selectCell(
  context: Excel.RequestContext,
  sheetId: string,
  { row, column }: Cell,
): Promise<void> {
  const sheet = context.workbook.worksheets.getItem(sheetId);
  sheet.activate();
  sheet.getRangeByIndexes(row - 1, column, 1, 1).select();
  await context.sync();
}

export async function selectOrder(
  context: Excel.RequestContext,
  number: string,
): Promise<"shown" | "not-here"> {
  const cell = (await findOrderCells(context)).find((one) => one.number === number);
  if (cell === undefined) return "not-here";
  await selectCell(context, cell.sheetId, { row: cell.row, column: cell.numberColumn });
  return "shown";
}
