/** Writes blocks of values: neighbouring rows are joined, and the whole goes out in pieces the host can carry (R29). */
import { isTooLarge, refusalOf } from "./host-errors.ts";
import type { HostRefusal } from "./workbook.ts";

export interface Block {
  /** As Excel numbers it. */
  readonly row: number;
  /** From 0. */
  readonly column: number;
  readonly values: readonly (readonly CellValue[])[];
}

/** Numbers go out as numbers: as text they would be read in the planner's own notation. */
export type CellValue = string | number;

export interface BlocksToWrite {
  readonly sheetId: string;
  readonly blocks: readonly Block[];
}

export interface BlocksWritten {
  /** Rows that did not get written before the refusal. */
  readonly unwritten: ReadonlySet<number>;
  readonly refusal: HostRefusal | null;
}

/** About 1 MB with the envelope around it. */
const CHARACTERS_AT_ONCE = 700_000;
const CHARACTERS_A_CELL = 12;

export async function writeBlocks(
  context: Excel.RequestContext,
  { sheetId, blocks }: BlocksToWrite,
  progress: (painted: number) => void,
): Promise<BlocksWritten> {
  const waiting = [...join(blocks)];
  let limit = CHARACTERS_AT_ONCE;
  let written = 0;
  while (waiting.length > 0) {
    const piece = takePiece(waiting, limit);
    const sheet = context.workbook.worksheets.getItem(sheetId);
    for (const { row, column, values } of piece) {
      const width = values[0]?.length ?? 1;
      sheet.getRangeByIndexes(row - 1, column, values.length, width).values = values.map((cells) => [
        ...cells,
      ]);
    }
    try {
      await context.sync();
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal !== null) return { unwritten: rowsOf([...piece, ...waiting]), refusal };
      if (!isTooLarge(error) || limit < CHARACTERS_A_CELL) throw error;
      limit = Math.floor(Math.min(limit, sizeOf(piece)) / 2);
      waiting.unshift(...piece);
      continue;
    }
    written += rowsOf(piece).size;
    progress(written);
  }
  return { unwritten: new Set(), refusal: null };
}

/** Blocks of the same columns in consecutive rows become one. */
function join(blocks: readonly Block[]): readonly Block[] {
  const joined: { row: number; column: number; values: (readonly CellValue[])[] }[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    const follows =
      last !== undefined && last.column === block.column && last.row + last.values.length === block.row;
    const isSameWidth = last?.values[0]?.length === block.values[0]?.length;
    if (follows && isSameWidth) last.values.push(...block.values);
    else joined.push({ ...block, values: [...block.values] });
  }
  return joined;
}

/** Takes from the front of the list as much as fits; a block that is too large itself is cut. */
function takePiece(waiting: Block[], limit: number): readonly Block[] {
  const piece: Block[] = [];
  let size = 0;
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const fits = rowsThatFit(next, limit - size);
    if (fits === 0 && piece.length > 0) {
      waiting.unshift(next);
      break;
    }
    const cut = Math.max(1, fits);
    piece.push({ ...next, values: next.values.slice(0, cut) });
    size += sizeOf(piece.slice(-1));
    if (cut < next.values.length) {
      waiting.unshift({ ...next, row: next.row + cut, values: next.values.slice(cut) });
      break;
    }
  }
  return piece;
}

function rowsThatFit({ values }: Block, limit: number): number {
  let size = 0;
  const at = values.findIndex((cells) => (size += rowSize(cells)) > limit);
  return at === -1 ? values.length : at;
}

function sizeOf(blocks: readonly Block[]): number {
  return blocks.reduce(
    (sum, { values }) => sum + values.reduce((rows, cells) => rows + rowSize(cells), 0),
    0,
  );
}

function rowSize(cells: readonly CellValue[]): number {
  return cells.reduce<number>((sum, cell) => sum + String(cell).length + CHARACTERS_A_CELL, 0);
}

function rowsOf(blocks: readonly Block[]): ReadonlySet<number> {
  return new Set(blocks.flatMap(({ row, values }) => values.map((_, index) => row + index)));
}
