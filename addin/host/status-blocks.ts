/** Which cells beside MO numbers to write: only those that say something else now. Pure. */
import { withNote } from "../../shared/sheet/drift-text.ts";
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
  const wanted = new Map(patches.map((patch) => [patch.number, patch]));
  const sheets = new Map<string, { blocks: Block[]; numbers: Set<string> }>();
  for (const cell of cells) {
    const patch = wanted.get(cell.number);
    const blocks = patch === undefined ? [] : blocksFor(cell, patch);
    if (blocks.length === 0) continue;
    const sheet = sheets.get(cell.sheetId) ?? { blocks: [], numbers: new Set<string>() };
    sheets.set(cell.sheetId, sheet);
    sheet.blocks.push(...blocks);
    sheet.numbers.add(cell.number);
  }
  return [...sheets].map(([sheetId, { blocks, numbers }]) => ({ sheetId, blocks, numbers: [...numbers] }));
}

function blocksFor({ row, watched, message }: OrderCell, { words, note }: StatusPatch): readonly Block[] {
  const wanted = watchedColumns.map((name) => ({ place: watched[name], text: words[name] }));
  const noted = message !== null && note !== undefined ? withNote(message.text, note) : undefined;
  return [...wanted, { place: message ?? undefined, text: noted }].flatMap(({ place, text }) =>
    place === undefined || text === undefined || text === place.text
      ? []
      : [{ row, column: place.column, values: [[text]] }],
  );
}
