/**
 * Many rows of one shape as columns: a column that is the same in every row is told once, and whole numbers go to
 * another thread without being copied one by one. What is left to be copied is a fraction of the rows.
 */
import { storable } from "./storable-text.ts";

type Cell = string | number | null;

/** All rows of one call name the same columns in the same order. */
export type PlainRow = Readonly<Record<string, Cell>>;

export type Column =
  | { readonly kind: "same"; readonly value: Cell }
  | { readonly kind: "numbers"; readonly values: Float64Array }
  | { readonly kind: "mixed"; readonly values: readonly Cell[] };

export interface Columns {
  readonly names: readonly string[];
  readonly columns: readonly Column[];
  readonly rows: number;
}

/** A row's cells are listed once: asking every row for every name takes three times as long. */
export function rowsAsColumns(rows: readonly PlainRow[]): Columns {
  const names = Object.keys(rows[0] ?? {});
  const cells = rows.map((row) => Object.values(row));
  return { names, columns: names.map((_, at) => columnOf(cells, at)), rows: rows.length };
}

function columnOf(rows: readonly (readonly Cell[])[], at: number): Column {
  const first = rows[0]?.[at] ?? null;
  let [isSame, isNumbers] = [true, true];
  for (const row of rows) {
    const value = row[at] ?? null;
    if (value !== first) isSame = false;
    if (typeof value !== "number") isNumbers = false;
  }
  if (isSame) return { kind: "same", value: storable(first) };
  if (isNumbers) return { kind: "numbers", values: new Float64Array(rows.map((row) => Number(row[at]))) };
  return { kind: "mixed", values: rows.map((row) => storable(row[at] ?? null)) };
}
