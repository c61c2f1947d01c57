/** Which rows of runs are hidden, where a run is not all shown. */
import type { Run } from "./runs.ts";

export interface MixedRun {
  readonly sheetId: string;
  readonly run: Run;
  /** True when all of its rows are hidden; null when some are. */
  readonly isWhole: boolean | null;
  /** Takes the hidden rows in. */
  readonly into: Set<number>;
}

/** Null is a run in which some rows are hidden and some are not; the typings leave that out. */
export function mayHide(isHidden: boolean | null): boolean {
  return isHidden !== false;
}

/** About 500 kB of answer, */
const ROWS_AT_ONCE = 20_000;
/** and as much of request. */
const RANGES_AT_ONCE = 1_000;

export async function hiddenRows(context: Excel.RequestContext, runs: readonly MixedRun[]): Promise<void> {
  for (const { run, into } of runs.filter(({ isWhole }) => isWhole === true))
    for (const row of rowsOf(run)) into.add(row);
  const mixed = runs.filter(({ isWhole }) => isWhole !== true);
  const canAskAll = Office.context.requirements.isSetSupported("ExcelApi", "1.9");
  const asked = canAskAll ? mixed : mixed.flatMap(rowByRow);
  for (let from = 0; from < asked.length;) {
    const count = countThatFits(asked.slice(from, from + RANGES_AT_ONCE));
    await (canAskAll ? askRuns : askRows)(context, asked.slice(from, from + count));
    from += count;
  }
}

/** At least one, however long it is: a run was short enough to be read with its cells. */
function countThatFits(runs: readonly MixedRun[]): number {
  let rows = 0;
  const at = runs.findIndex(({ run }) => (rows += run.last - run.first + 1) > ROWS_AT_ONCE);
  return at === -1 ? runs.length : Math.max(1, at);
}

async function askRuns(context: Excel.RequestContext, runs: readonly MixedRun[]): Promise<void> {
  const asked = runs.map((mixed) => {
    const told = rangeOf(context, mixed).getRowProperties({ rowHidden: true });
    return { mixed, told };
  });
  await context.sync();
  for (const { mixed, told } of asked)
    told.value.forEach(({ rowHidden }, index) => {
      if (rowHidden === true) mixed.into.add(mixed.run.first + index);
    });
}

/** Before ExcelApi 1.9 a row is asked by a range of its own. */
async function askRows(context: Excel.RequestContext, rows: readonly MixedRun[]): Promise<void> {
  const asked = rows.map((mixed) => {
    const range = rangeOf(context, mixed);
    range.load("rowHidden");
    return { mixed, range };
  });
  await context.sync();
  for (const { mixed, range } of asked) if (range.rowHidden) mixed.into.add(mixed.run.first);
}

function rowByRow(mixed: MixedRun): readonly MixedRun[] {
  return rowsOf(mixed.run).map((row) => ({ ...mixed, run: { first: row, last: row } }));
}

function rowsOf({ first, last }: Run): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function rangeOf(context: Excel.RequestContext, { sheetId, run }: MixedRun): Excel.Range {
  const sheet = context.workbook.worksheets.getItem(sheetId);
  return sheet.getRangeByIndexes(run.first - 1, 0, run.last - run.first + 1, 1);
}
