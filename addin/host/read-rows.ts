/** Reads rows of a sheet over a span of columns, in pieces that the host can carry. */
import type { SheetRow } from "../../shared/intake/sheet-rows.ts";
import { isTooLarge, isUnknownMember } from "./host-errors.ts";
import { toRows } from "./read-cells.ts";
import { toRuns } from "./runs.ts";

export interface RowsToRead {
  readonly sheetId: string;
  /** As Excel numbers them. */
  readonly rows: readonly number[];
  /** From 0, both included. */
  readonly firstColumn: number;
  readonly lastColumn: number;
}

export interface RowsRead {
  readonly rows: readonly SheetRow[];
  /** Rows that a filter or a person hides. */
  readonly hidden: ReadonlySet<number>;
}

/** About 1 MB of values and texts (R29). */
const CELLS_AT_ONCE = 30_000;

/** `beside` queues further loads on the first trip, so that they cost no trip of their own. */
export async function readRows(
  context: Excel.RequestContext,
  asked: RowsToRead,
  beside: (sheet: Excel.Worksheet) => void = () => undefined,
): Promise<RowsRead> {
  const width = asked.lastColumn - asked.firstColumn + 1;
  const sheet = context.workbook.worksheets.getItem(asked.sheetId);
  let longest = Math.max(1, Math.floor(CELLS_AT_ONCE / width));
  let asksHidden = true;
  beside(sheet);
  for (;;) {
    try {
      return await readInPieces(context, { ...asked, width, longest, sheet, asksHidden });
    } catch (error) {
      if (isTooLarge(error) && longest > 1) longest = Math.floor(longest / 2);
      // A host that cannot say which rows are hidden shows them all.
      else if (isUnknownMember(error) && asksHidden) asksHidden = false;
      else throw error;
      beside(sheet);
    }
  }
}

interface Piecewise extends RowsToRead {
  readonly width: number;
  readonly longest: number;
  readonly sheet: Excel.Worksheet;
  readonly asksHidden: boolean;
}

async function readInPieces(
  context: Excel.RequestContext,
  { sheet, rows, firstColumn, width, longest, asksHidden }: Piecewise,
): Promise<RowsRead> {
  const found: SheetRow[] = [];
  const mixed: number[] = [];
  const hidden = new Set<number>();
  let waiting: { first: number; last: number; range: Excel.Range }[] = [];
  const take = async (): Promise<void> => {
    await context.sync();
    for (const { first, last, range } of waiting) {
      for (const row of toRows(first, range.values, range.text)) found.push(row);
      if (asksHidden && mayHide(range.rowHidden))
        for (let row = first; row <= last; row += 1) mixed.push(row);
    }
    waiting = [];
  };
  let loaded = 0;
  for (const { first, last } of toRuns(rows, longest)) {
    if (loaded > 0 && loaded + last - first + 1 > longest) {
      await take();
      loaded = 0;
    }
    const range = sheet.getRangeByIndexes(first - 1, firstColumn, last - first + 1, width);
    if (asksHidden) range.load("values,text,rowHidden");
    else range.load("values,text");
    waiting.push({ first, last, range });
    loaded += last - first + 1;
  }
  await take();
  if (mixed.length > 0) for (const row of await hiddenAmong(context, sheet, mixed)) hidden.add(row);
  return { rows: found, hidden };
}

/** Null is a run in which some rows are hidden and some are not; the typings leave that out. */
function mayHide(isHidden: boolean | null): boolean {
  return isHidden !== false;
}

/** Asked row by row, only where a run is neither all shown nor empty of hidden rows. */
async function hiddenAmong(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  rows: readonly number[],
): Promise<readonly number[]> {
  const asked = rows.map((row) => {
    const range = sheet.getRangeByIndexes(row - 1, 0, 1, 1);
    range.load("rowHidden");
    return { row, range };
  });
  await context.sync();
  return asked.filter(({ range }) => range.rowHidden).map(({ row }) => row);
}
