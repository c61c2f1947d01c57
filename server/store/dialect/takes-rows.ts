/** A database that takes many rows without a statement being written out for them. */
import type { PlainRow } from "./rows-as-columns.ts";

export interface TakesRows {
  /** They may still be on their way when it resolves; what is asked next finds them there. */
  readonly takeRows: (table: string, rows: readonly PlainRow[]) => Promise<void>;
}

export function takesRows(adapter: object): adapter is TakesRows {
  return "takeRows" in adapter && typeof adapter.takeRows === "function";
}
