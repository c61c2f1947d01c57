/** Which of our cells to empty so that rows can be made again. Pure. */
import { clearedMessage } from "../../shared/sheet/cleared-order.ts";
import type { OrderCell } from "./order-cells.ts";
import { bySheet, type SheetStatuses } from "./status-blocks.ts";
import type { Block } from "./write-blocks.ts";

export function clearingBlocks(
  cells: readonly OrderCell[],
  numbers: readonly string[],
): readonly SheetStatuses[] {
  const wanted = new Set(numbers);
  const found = cells.filter(({ number }) => wanted.has(number));
  return bySheet(found.map((cell) => ({ cell, blocks: blocksOf(cell) })));
}

function blocksOf({ row, number, numberColumn, message, watched }: OrderCell): readonly Block[] {
  return [
    { row, column: numberColumn, values: [[""]] },
    ...Object.values(watched).map(({ column }) => ({ row, column, values: [[""]] })),
    ...(message === null ? [] : [{ row, column: message.column, values: [[clearedMessage(number)]] }]),
  ];
}
