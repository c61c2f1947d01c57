/** The workbook as the rest of the add-in sees it: plain data in and out. Implemented over office.js next door. */
import type { SheetRows } from "../../shared/intake/sheet-rows.ts";
import type { Source } from "../../shared/wire/sources.ts";
import type { SheetPatch, StatusPatch } from "../../shared/sheet/sheet-patch.ts";
import type { SourceNow } from "../../shared/sheet/source-cells.ts";

/** Trying again later helps. */
export type BusyRefusal =
  /** A cell is being edited (R30). */
  | "cell-edit-mode"
  /** Another workbook is in front (R52), or Excel has no time for us. */
  | "excel-busy";

/** Why the host would not do it now. Anything else is thrown as a fault. */
export type HostRefusal =
  | BusyRefusal
  /** The sheet is protected; we never unprotect (R43). */
  | "sheet-protected"
  /** The sheet was deleted. */
  | "sheet-gone"
  /** The table was deleted, renamed or turned into a range; its sheet may still be there. */
  | "table-gone"
  /** Cells that cannot be moved are in the way of new columns or rows: another table, a pivot table, merged cells. */
  | "no-room"
  /** Excel will not have it written, for a reason of its own. */
  | "not-writable";

export function isBusy(refusal: HostRefusal | null): refusal is BusyRefusal {
  return refusal === "cell-edit-mode" || refusal === "excel-busy";
}

export type Selection =
  | { readonly kind: "rows"; readonly rows: SheetRows }
  | { readonly kind: "nothing" }
  | { readonly kind: "refused"; readonly refusal: HostRefusal };

export interface PaintReport {
  /** Rows written, already right, or left as they are because an order stands in them by now. */
  readonly painted: readonly number[];
  /** Rows found again by their content after they had moved. */
  readonly moved: readonly { readonly from: number; readonly to: number }[];
  /** Rows that are no longer there, or carry another order's number: told to the planner, never guessed. */
  readonly lost: readonly number[];
  /** Set when nothing (more) could be written. */
  readonly refusal: HostRefusal | null;
}

export interface StatusPaintReport {
  /** MO numbers whose cells were written; of `clearOrders` one for each row, for merged rows share theirs. */
  readonly painted: readonly string[];
  /** Why a sheet, or several, could not be written; the others were. A busy host is told before anything else. */
  readonly refusal: HostRefusal | null;
}

export interface FoundOrders {
  readonly numbers: readonly string[];
  /** Those beside which the planner made a column for readiness, or for coverage: these have to be asked for. */
  readonly withReadiness: readonly string[];
  readonly withCoverage: readonly string[];
}

export interface RowsWhere {
  readonly sheetId: string;
  readonly headingRow: number;
  /** From 0, both included. */
  readonly firstColumn: number;
  readonly lastColumn: number;
  readonly column: number;
  readonly texts: ReadonlySet<string>;
}

export interface RowsSelected {
  /** Rows of these texts that a filter or a person hides: they are not read. */
  readonly hiddenRows: number;
  readonly refusal: HostRefusal | null;
}

/** A sheet's table that holds a source. */
export interface SourceTable {
  readonly name: string;
  readonly sheetName: string;
}

export interface RefreshReport {
  /** Rows in which something was written. */
  readonly changed: number;
  readonly added: number;
  /** Rows the source no longer has: they stay, and are told. */
  readonly gone: number;
  readonly notAdded: number;
  /** Why: something stands below the table, or its totals row does. */
  readonly obstacle: "no-room" | "totals-row" | null;
  /** Headings by which rows are known and which the table no longer has: nothing could be compared. */
  readonly lostColumns: readonly string[];
  readonly refusal: HostRefusal | null;
}

export type InsertReport =
  | { readonly kind: "inserted"; readonly tableName: string }
  /** `leftSheet`: our new sheet, half filled, that could not be taken away again. */
  | { readonly kind: "refused"; readonly refusal: HostRefusal; readonly leftSheet: string | null };

export type SettingRead =
  /** Null when it was never written. */
  | { readonly kind: "read"; readonly value: string | null }
  | { readonly kind: "refused"; readonly refusal: HostRefusal };

export interface Workbook {
  /** The visible selected rows, clipped to the used range. At most two round trips unless areas or chunks need more. */
  readSelection(): Promise<Selection>;
  /**
   * Hints that the selection moved or that cells changed, as long as the pane lives; whoever hears one reads again.
   * While the host is busy it is asked again and again, and what may have been missed by then is a hint too.
   */
  onChange(hear: (hint: "selection" | "cells") => void): Promise<void>;
  /** Selects one cell and shows it; row from 1, column from 0. */
  selectCell(
    sheetId: string,
    cell: { readonly row: number; readonly column: number },
  ): Promise<HostRefusal | null>;
  /** Selects the first cell in which this MO number stands now. */
  selectOrder(number: string): Promise<"shown" | "not-here" | HostRefusal>;
  /** Selects the visible rows below the headings that show one of these texts in a column. */
  selectRowsWhere(rows: RowsWhere): Promise<RowsSelected>;
  /** Those rows; null when the host is busy. */
  findRowsWhere(rows: RowsWhere): Promise<readonly number[] | null>;
  paint(patch: SheetPatch, progress: (painted: number) => void): Promise<PaintReport>;
  /** Every right MO number standing in an MO column of any sheet; null when the host is busy. */
  findOrders(): Promise<FoundOrders | null>;
  /** Writes status words beside the MO numbers, wherever they stand now; writes nothing where they are right already. */
  paintStatuses(patches: readonly StatusPatch[]): Promise<StatusPaintReport>;
  /**
   * Empties our cells beside these MO numbers, wherever they stand now, so that the rows can be made again; their
   * message says which MO it was. A number that is no longer there is no fault.
   */
  clearOrders(numbers: readonly string[]): Promise<StatusPaintReport>;
  /** A new sheet with the source as an Excel table; all of it or none. */
  insertSource(source: Source, progress: (rows: number) => void): Promise<InsertReport>;
  /** Null when the host is busy. */
  findSourceTables(): Promise<readonly SourceTable[] | null>;
  /** Those in whose sheets one of these MO numbers stands; null when the host is busy. */
  sourceTablesWith(numbers: readonly string[]): Promise<readonly SourceTable[] | null>;
  /** Of the rows that carry one of these MO numbers, only the source's own columns; no row is added. */
  refreshSourceRows(tableName: string, source: SourceNow, numbers: readonly string[]): Promise<RefreshReport>;
  /** In place: only the source's own columns, in the rows where they stand now; nothing is written that is right. */
  refreshSource(tableName: string, source: SourceNow): Promise<RefreshReport>;
  /** Small texts kept inside the workbook file, such as its own id. */
  readSetting(name: string): Promise<SettingRead>;
  /** Does not wait for a busy host: the text is written as soon as that is possible. */
  writeSetting(name: string, value: string): Promise<void>;
}
