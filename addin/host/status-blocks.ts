/** Which cells beside MO numbers to write: only those that say something else now. Pure. */
import { watchedColumns, type StatusPatch } from "../../shared/sheet/sheet-patch.ts";
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
  const wanted = new Map(patches.map((patch) => [patch.number, patch.words]));
  const sheets = new Map<string, { blocks: Block[]; numbers: Set<string> }>();
  for (const { sheetId, row, number, watched } of cells) {
    for (const name of watchedColumns) {
      const [place, words] = [watched[name], wanted.get(number)?.[name]];
      if (place === undefined || words === undefined || words === place.text) continue;
      const sheet = sheets.get(sheetId) ?? { blocks: [], numbers: new Set<string>() };
      sheets.set(sheetId, sheet);
      sheet.blocks.push({ row, column: place.column, values: [[words]] });
      sheet.numbers.add(number);
    }
  }
  return [...sheets].map(([sheetId, { blocks, numbers }]) => ({ sheetId, blocks, numbers: [...numbers] }));
}
