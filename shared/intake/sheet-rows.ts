/** What was read from a sheet, before anything is understood: cells with the text they show and the value behind it. */

export type Cell =
  | { readonly kind: "empty" }
  | { readonly kind: "text"; readonly text: string }
  /** `shown` is the displayed text: "00417" may stand for the number 417 (R46), "3/4/2027" for a serial. */
  | { readonly kind: "number"; readonly number: number; readonly shown: string }
  | { readonly kind: "boolean"; readonly shown: string }
  /** #N/A, #REF! and the like. */
  | { readonly kind: "error"; readonly shown: string };

export interface SheetRef {
  /** The host's own id: stays the same when the sheet is renamed or moved (R52). */
  readonly id: string;
  readonly name: string;
}

/** One row over the full width that was read. */
export interface SheetRow {
  /** As Excel numbers it, from 1. */
  readonly row: number;
  readonly cells: readonly Cell[];
}

export interface SheetRows {
  readonly sheet: SheetRef;
  /** The sheet column, from 0, of each row's first cell. */
  readonly firstColumn: number;
  /** The Excel table the rows lie in, if any. */
  readonly table: { readonly id: string; readonly name: string } | null;
  /** Rows that may hold the headings, top to bottom: the table's heading row, or the top rows of the used range. */
  readonly headingCandidates: readonly SheetRow[];
  /** The selected rows, in sheet order, without duplicates, without a table's heading and totals row. */
  readonly rows: readonly SheetRow[];
  /** Selected rows left out because a filter or the user hides them (R32). */
  readonly hiddenRows: number;
}
