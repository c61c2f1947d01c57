/**
 * Many rows of one shape as columns: a column that is the same in every row is told once, and whole numbers go to
 * another thread without being copied one by one. What is left to be copied is a fraction of the rows.
 */
import { storable } from "./storable-text.ts";

/** All rows of one call name the same columns in the same order. */
export type PlainRow = Readonly<Record<string, string | number | null>>;

export type Column =
  | { readonly kind: "same"; readonly value: string | number | null }
  | { readonly kind: "numbers"; readonly values: Float64Array }
  | { readonly kind: "mixed"; readonly values: readonly (string | number | null)[] };

export interface Columns {
  readonly names: readonly string[];
  readonly columns: readonly Column[];
  readonly rows: number;
}

export function rowsAsColumns(rows: readonly PlainRow[]): Columns {
  const names = Object.keys(rows[0] ?? {});
  return { names, columns: names.map((name) => columnOf(name, rows)), rows: rows.length };
}

/** Each cell is looked at once: this runs for every cell there is. */
function columnOf(name: string, rows: readonly PlainRow[]): Column {
  const first = rows[0]?.[name] ?? null;
  const values: (string | number | null)[] = [];
  let [isSame, isNumbers] = [true, true];
  for (const row of rows) {
    const value = row[name] ?? null;
    values.push(value);
    isSame &&= value === first;
    isNumbers &&= typeof value === "number";
  }
  if (isSame) return { kind: "same", value: storable(first) };
  if (isNumbers) return { kind: "numbers", values: Float64Array.from(values, Number) };
  return { kind: "mixed", values: values.map(storable) };
}
