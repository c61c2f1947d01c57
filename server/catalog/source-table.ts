/** A file of the catalog as it was found: headings and rows of text, each with its row number in the file. */

export interface SourceRow {
  /** As a spreadsheet numbers it: the headings are row 1. */
  readonly row: number;
  readonly cells: readonly string[];
}

export interface SourceTable {
  /** The file's name, or the sheet's. */
  readonly name: string;
  readonly headings: readonly string[];
  readonly rows: readonly SourceRow[];
}

export type SourceRead =
  | { readonly ok: true; readonly tables: readonly SourceTable[] }
  | { readonly ok: false; readonly file: string; readonly reason: string };

/** One uploaded or found file. */
export interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}
