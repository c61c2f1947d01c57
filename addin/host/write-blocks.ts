/** Writes blocks of values: neighbouring rows are joined, and the whole goes out in pieces the host can carry (R29). */
import { isTooLarge, writeRefusalOf } from "./host-errors.ts";
import type { HostRefusal } from "./workbook.ts";

export interface Block {
  /** As Excel numbers it. */
  readonly row: number;
  /** From 0. */
  readonly column: number;
  readonly values: readonly (readonly CellValue[])[];
}

/**
 * Null leaves a cell as it is. Text is read by Excel as if typed in the United States, wherever the planner is
 * (office-js#1559): numbers go out as numbers, and days as YYYY-MM-DD, which is one day in every country.
 */
export type CellValue = string | number | null;

export interface BlocksToWrite {
  readonly sheetId: string;
  readonly blocks: readonly Block[];
  /** Rows that a filter or a person hides, among those of the blocks. */
  readonly hidden: ReadonlySet<number>;
}

export interface BlocksWritten {
  /** Rows that did not get written before the refusal. */
  readonly unwritten: ReadonlySet<number>;
  readonly refusal: HostRefusal | null;
}

/** About 1 MB with the envelope around it. */
const CHARACTERS_AT_ONCE = 700_000;
const CHARACTERS_A_CELL = 12;
/** A range is asked for, named and set by about so many characters, whatever is written into it. */
const CHARACTERS_A_RANGE = 500;

export async function writeBlocks(
  context: Excel.RequestContext,
  { sheetId, blocks, hidden }: BlocksToWrite,
  progress: (painted: number) => void,
): Promise<BlocksWritten> {
  const waiting = join(blocks, hidden).toReversed();
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
      if (isTooLarge(error) && rowCount(piece) > 1) {
        limit = Math.floor(Math.min(limit, sizeOf(piece)) / 2);
        waiting.push(...piece.toReversed());
        continue;
      }
      const refusal = writeRefusalOf(error);
      if (refusal === null) throw error;
      return { unwritten: rowsOf([...piece, ...waiting]), refusal };
    }
    written += rowsOf(piece).size;
    progress(written);
  }
  return { unwritten: new Set(), refusal: null };
}

/**
 * Blocks of the same columns in consecutive rows become one, and none has a hidden row beside others: over such a
 * block Excel on the desktop puts the values of hidden rows into visible ones (office-js#224, R31).
 */
function join(blocks: readonly Block[], hidden: ReadonlySet<number>): readonly Block[] {
  const joined: { row: number; column: number; values: (readonly CellValue[])[] }[] = [];
  for (const { row, column, cells } of rowByRow(blocks)) {
    const last = joined.at(-1);
    const before = row - 1;
    const follows = last !== undefined && last.column === column && last.row + last.values.length === row;
    const isSameWidth = last?.values[0]?.length === cells.length;
    if (follows && isSameWidth && !hidden.has(row) && !hidden.has(before)) last.values.push(cells);
    else joined.push({ row, column, values: [cells] });
  }
  return joined;
}

/** Column by column, so that neighbouring rows stand next to each other. */
function rowByRow(blocks: readonly Block[]) {
  return blocks
    .flatMap(({ row, column, values }) => values.map((cells, index) => ({ row: row + index, column, cells })))
    .toSorted((left, right) => left.column - right.column || left.row - right.row);
}

/** Takes from the end of the list, where the first block waits, as much as fits; one that is too large itself is cut. */
function takePiece(waiting: Block[], limit: number): readonly Block[] {
  const piece: Block[] = [];
  let size = 0;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const fits = rowsThatFit(next, limit - size - CHARACTERS_A_RANGE);
    if (fits === 0 && piece.length > 0) {
      waiting.push(next);
      break;
    }
    const cut = Math.max(1, fits);
    piece.push({ ...next, values: next.values.slice(0, cut) });
    size += sizeOf(piece.slice(-1));
    if (cut < next.values.length) {
      waiting.push({ ...next, row: next.row + cut, values: next.values.slice(cut) });
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
    (sum, { values }) => sum + values.reduce((rows, cells) => rows + rowSize(cells), CHARACTERS_A_RANGE),
    0,
  );
}

function rowSize(cells: readonly CellValue[]): number {
  return cells.reduce<number>((sum, cell) => sum + String(cell ?? "").length + CHARACTERS_A_CELL, 0);
}

function rowCount(blocks: readonly Block[]): number {
  return blocks.reduce((sum, { values }) => sum + values.length, 0);
}

function rowsOf(blocks: readonly Block[]): ReadonlySet<number> {
  return new Set(blocks.flatMap(({ row, values }) => values.map((_, index) => row + index)));
}
