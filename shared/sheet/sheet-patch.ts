/** What to paint into a sheet, as data. Values only, and only into our own columns (R39). */
import type { FoundColumn, OwnColumn } from "../intake/intake.ts";

/** The headings of our columns, in the order they are added. */
export const ownHeadings: Record<OwnColumn, string> = {
  orderNumber: "MO",
  orderStatus: "MO Status",
  orderMessage: "MO Message",
};

export interface RowPatch {
  readonly row: number;
  /** What the row's cells said when it was read; the row is looked for by this when it has moved. */
  readonly identity: string;
  /** Null leaves the cell as it is; "" clears it. */
  readonly orderNumber: string | null;
  readonly orderStatus: string | null;
  readonly orderMessage: string | null;
}

export interface SheetPatch {
  readonly sheetId: string;
  readonly tableId: string | null;
  readonly headingRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
  /** Our columns where they stood when the sheet was read; missing ones are added at the right edge. */
  readonly own: Partial<Record<OwnColumn, FoundColumn>>;
  readonly rows: readonly RowPatch[];
}

/** New words for the status of MOs, wherever in the workbook they stand. */
export interface StatusPatch {
  readonly number: string;
  readonly status: string;
}
