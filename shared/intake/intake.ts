/** What intake understood of the sheet's rows: the columns, the draft lines and what was left out, and why. */
import type { DraftField, DraftLine } from "../row/draft-line.ts";
import type { Problem } from "../row/problem.ts";
import type { SheetRef } from "./sheet-rows.ts";

/** Columns this product writes, found by heading: never read as input, but for the MO number. */
export const ownColumns = ["orderNumber", "orderStatus", "orderMessage"] as const;
export type OwnColumn = (typeof ownColumns)[number];

export interface FoundColumn {
  /** The sheet column, from 0. */
  readonly column: number;
  readonly heading: string;
}

/** A row that already carries an MO number with a right check digit: shown, never sent again (R1). */
export interface MadeRow {
  readonly row: number;
  readonly number: string;
}

/** Something only the planner can decide, asked once per column (R44; domain traps 2 and 4). */
export type IntakeQuestion =
  | { readonly kind: "date-order"; readonly column: FoundColumn; readonly example: string }
  | {
      readonly kind: "quantity-column";
      readonly taken: FoundColumn;
      readonly others: readonly FoundColumn[];
    };

export interface Intake {
  readonly sheet: SheetRef;
  readonly tableId: string | null;
  readonly headingRow: number;
  readonly columns: Partial<Record<DraftField, FoundColumn>>;
  readonly own: Partial<Record<OwnColumn, FoundColumn>>;
  /** The sheet columns read, from first to last inclusive, from 0. */
  readonly firstColumn: number;
  readonly lastColumn: number;
  /** Headings that mean nothing to us: ignored and listed (R58). */
  readonly ignoredHeadings: readonly string[];
  readonly lines: readonly DraftLine[];
  /** By row: what its cells said when it was read; a paint checks it again (R36). */
  readonly identities: ReadonlyMap<number, string>;
  /** Rows refused before they are sent: error values, damaged MO numbers. */
  readonly problems: readonly Problem[];
  readonly made: readonly MadeRow[];
  readonly skipped: {
    readonly blank: number;
    readonly totals: number;
    /** Rows of a snapshot beside which nobody typed a quantity. */
    readonly unasked: number;
    readonly hidden: number;
  };
  /** The first row of a snapshot beside which nobody typed a quantity; null where there is none. */
  readonly firstUnasked: number | null;
  readonly questions: readonly IntakeQuestion[];
}

/** Why no rows could be understood at all. */
export type IntakeRefusal =
  "nothing-selected" | "no-headings" | "no-item-column" | "no-quantity-column" | "two-level-file";

/** What the planner chose when asked, kept per layout of headings. */
export interface IntakeChoices {
  /** A sheet column, from 0; null leaves the choice to the headings. */
  readonly quantityColumn: number | null;
}

export type IntakeResult =
  | { readonly ok: true; readonly intake: Intake }
  | { readonly ok: false; readonly refusal: IntakeRefusal; readonly sheet: SheetRef | null };
