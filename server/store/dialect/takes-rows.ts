/** A database that takes many rows without a statement being written out for them. */

/** All rows of one call name the same columns in the same order. */
export type PlainRow = Readonly<Record<string, string | number | null>>;

export interface TakesRows {
  readonly takeRows: (table: string, rows: readonly PlainRow[]) => void;
}

export function takesRows(adapter: object): adapter is TakesRows {
  return "takeRows" in adapter && typeof adapter.takeRows === "function";
}
