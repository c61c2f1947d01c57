/** Which of our cells to empty so that rows can be made again. Pure. */
import { clearedMessage } from "../../shared/sheet/cleared-order.ts";
import type { OrderCell } from "./order-columns.ts";
import type { SheetStatuses } from "./status-blocks.ts";
import type { Block } from "./write-blocks.ts";

export function clearingBlocks(
  cells: readonly OrderCell[],
  numbers: readonly string[],
): readonly SheetStatuses[] {
  const wanted = new Set(numbers);
  const found = cells.filter(({ number }) => wanted.has(number));
  return [...new Set(found.map(({ sheetId }) => sheetId))].map((sheetId) => {
    const here = found.filter((cell) => cell.sheetId === sheetId);
    return { sheetId, blocks: blocksOf(here), numbers: here.map(({ number }) => number) };
  });
}

/** Column by column, so that neighbouring rows go out as one block. */
function blocksOf(cells: readonly OrderCell[]): readonly Block[] {
  const blocks = cells.flatMap(({ row, number, numberColumn, message, watched }) => [
    { row, column: numberColumn, values: [[""]] },
    ...Object.values(watched).map(({ column }) => ({ row, column, values: [[""]] })),
    ...(message === null ? [] : [{ row, column: message.column, values: [[clearedMessage(number)]] }]),
  ]);
  return blocks.toSorted((left, right) => left.column - right.column || left.row - right.row);
}
