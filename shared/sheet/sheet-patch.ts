/** What to paint into a sheet, as data. Values only, and only into our own columns (R39). */
import type { Intake, OwnColumn } from "../intake/intake.ts";

/** The headings of our columns, in the order they are added. */
export const ownHeadings: Record<OwnColumn, string> = {
  orderNumber: "MO",
  orderStatus: "MO Status",
  orderMessage: "MO Message",
};

export interface RowPatch {
  readonly row: number;
  /** What the row asked for when it was read; the row is looked for by this when it has moved. */
  readonly identity: string;
  /** Null leaves what stands in the cell: a row that was refused may carry somebody's number, or a damaged one. */
  readonly orderNumber: string | null;
  /** Null leaves it, too. */
  readonly orderStatus: string | null;
  readonly orderMessage: string;
}

export interface SheetPatch {
  readonly sheetId: string;
  readonly tableId: string | null;
  readonly headingRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
  /** The columns the rows are known by, as they stood when the sheet was read. */
  readonly columns: Intake["columns"];
  readonly rows: readonly RowPatch[];
}

/** What is kept fresh beside an MO number. The status always; the others where the planner made a column for them. */
export const watchedColumns = [
  "orderStatus",
  "orderProduced",
  "orderDue",
  "orderReadiness",
  "orderCoverage",
] as const;
export type WatchedColumn = (typeof watchedColumns)[number];

/** New words for an MO, wherever in the workbook its number stands; what is left out stays as it is. */
export interface StatusPatch {
  readonly number: string;
  readonly words: Partial<Record<WatchedColumn, string>>;
  /** What its message is to end with: an earlier note makes way, an empty one takes it away. Left out, it stays. */
  readonly note?: string;
}
