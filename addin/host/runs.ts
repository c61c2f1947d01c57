/** Runs of neighbouring rows: what is read and written in one piece. */

export interface Run {
  /** As Excel numbers them, both included. */
  readonly first: number;
  readonly last: number;
}

/** Rows 3, 4, 5, 9 are two runs: 3 to 5, and 9. */
export function toRuns(rows: readonly number[]): readonly Run[] {
  const runs: { first: number; last: number }[] = [];
  for (const row of rows.toSorted((left, right) => left - right)) {
    const run = runs.at(-1);
    if (run !== undefined && row === run.last + 1) run.last = row;
    else if (run?.last !== row) runs.push({ first: row, last: row });
  }
  return runs;
}
