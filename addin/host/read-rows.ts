/** Reads rows of sheets over spans of columns, in pieces that the host can carry. */
import type { SheetRow } from "../../shared/intake/sheet-rows.ts";
import { hiddenRows, mayHide, type MixedRun } from "./hidden-rows.ts";
import { isTooLarge, isUnknownMember } from "./host-errors.ts";
import { toRows } from "./read-cells.ts";
import { toRuns, type Run } from "./runs.ts";

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
  /** Rows that a filter or a person hides; empty when nobody asked. */
  readonly hidden: ReadonlySet<number>;
}

export interface HowToRead {
  readonly asksHidden?: boolean;
  /** Queues further loads on the first trip, so that they cost no trip of their own. */
  readonly beside?: (workbook: Excel.Workbook) => void;
}

/** About 1 MB of values and texts (R29). */
export const CELLS_AT_ONCE = 30_000;
/** What the request for one range costs, about 500 characters, in cells of an answer. */
const CELLS_A_RANGE = 20;

export async function readRows(
  context: Excel.RequestContext,
  asked: RowsToRead,
  how: HowToRead = {},
): Promise<RowsRead> {
  const [read] = await readSpans(context, [asked], how);
  return read ?? { rows: [], hidden: new Set() };
}

/** What the spans hold, in their order: rows of several sheets share a trip. */
export async function readSpans(
  context: Excel.RequestContext,
  spans: readonly RowsToRead[],
  { asksHidden = false, beside = () => undefined }: HowToRead = {},
): Promise<readonly RowsRead[]> {
  const read = spans.map(() => ({ rows: new Array<SheetRow>(), hidden: new Set<number>() }));
  const waiting = spans.flatMap((span, index) => piecesOf(span, index)).toReversed();
  const mixed: MixedRun[] = [];
  let [budget, asks, isFirst] = [CELLS_AT_ONCE, asksHidden, true];
  while (waiting.length > 0 || isFirst) {
    const pieces = takePieces(waiting, budget);
    const loaded = pieces.map((piece) => ({ piece, range: loadPiece(context, piece, asks) }));
    if (isFirst) beside(context.workbook);
    try {
      await context.sync();
    } catch (error) {
      waiting.push(...pieces.toReversed());
      if (isTooLarge(error) && budget > 1) budget = Math.floor(Math.min(budget, costOf(pieces)) / 2);
      // A host that cannot say which rows are hidden shows them all.
      else if (isUnknownMember(error) && asks) asks = false;
      else throw error;
      continue;
    }
    isFirst = false;
    for (const { piece, range } of loaded) {
      const { run, span } = piece;
      const into = read[span.index];
      for (const row of toRows(run.first, range.values, range.text)) into?.rows.push(row);
      if (asks && into !== undefined && mayHide(range.rowHidden))
        mixed.push({ sheetId: span.sheetId, run, isWhole: range.rowHidden, into: into.hidden });
    }
  }
  await hiddenRows(context, mixed);
  return read;
}

interface Piece {
  readonly span: RowsToRead & { readonly index: number };
  readonly run: Run;
  readonly width: number;
}

function piecesOf(span: RowsToRead, index: number): readonly Piece[] {
  const width = span.lastColumn - span.firstColumn + 1;
  return toRuns(span.rows).map((run) => ({ span: { ...span, index }, run, width }));
}

function loadPiece(context: Excel.RequestContext, piece: Piece, asksHidden: boolean): Excel.Range {
  const { span, run, width } = piece;
  const sheet = context.workbook.worksheets.getItem(span.sheetId);
  const range = sheet.getRangeByIndexes(run.first - 1, span.firstColumn, run.last - run.first + 1, width);
  if (asksHidden) range.load("values,text,rowHidden");
  else range.load("values,text");
  return range;
}

/** Takes from the end of the list, where the first piece waits, as much as fits; a run that is too long is cut. */
function takePieces(waiting: Piece[], budget: number): readonly Piece[] {
  const pieces: Piece[] = [];
  let left = budget;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { run, width } = next;
    const fits = Math.floor((left - CELLS_A_RANGE) / width);
    if (fits < 1 && pieces.length > 0) {
      waiting.push(next);
      break;
    }
    const last = Math.min(run.last, run.first + Math.max(1, fits) - 1);
    pieces.push({ ...next, run: { first: run.first, last } });
    if (last < run.last) {
      waiting.push({ ...next, run: { first: last + 1, last: run.last } });
      break;
    }
    left -= costOf(pieces.slice(-1));
  }
  return pieces;
}

function costOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { run, width }) => sum + CELLS_A_RANGE + width * (run.last - run.first + 1), 0);
}
