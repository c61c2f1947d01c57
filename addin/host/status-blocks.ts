/** Which status cells to write: only those that say something else now. Pure. */
import type { StatusPatch } from "../../shared/sheet/sheet-patch.ts";
import type { OrderCell } from "./order-columns.ts";
import type { Block } from "./write-blocks.ts";

export interface SheetStatuses {
  readonly sheetId: string;
  readonly blocks: readonly Block[];
  readonly numbers: readonly string[];
}

export function statusBlocks(
  cells: readonly OrderCell[],
  patches: readonly StatusPatch[],
): readonly SheetStatuses[] {
  const wanted = new Map(patches.map((patch) => [patch.number, patch.status]));
  const changed = cells.filter((cell) => {
    const status = wanted.get(cell.number);
    return status !== undefined && status !== cell.status;
  });
  const sheetIds = [...new Set(changed.map((cell) => cell.sheetId))];
  return sheetIds.map((sheetId) => {
    const own = changed.filter((cell) => cell.sheetId === sheetId);
    const blocks = own.map(({ row, statusColumn, number }) => ({
      row,
      column: statusColumn,
      values: [[wanted.get(number) ?? ""]],
    }));
    return { sheetId, blocks, numbers: own.map((cell) => cell.number) };
  });
}
