/** The pane's words. English; one such file per language. */
import type { IntakeRefusal } from "../../shared/intake/intake.ts";
import type { HostRefusal } from "../host/workbook.ts";
import type { ReadinessState } from "../../shared/planning/readiness.ts";
import { mos } from "../sync/counts.ts";
import type { Connection } from "../sync/event-feed.ts";
import type { SheetPress } from "../sync/press/press.ts";

export { count, mos, rows } from "../sync/counts.ts";

/** Rows that are merged share one, and each has its fingerprint. */
export function mosOfPress({ request: { fingerprints, lines } }: Pick<SheetPress, "request">): string {
  return mos(fingerprints.length === 0 ? lines.length : fingerprints.length);
}

/** For a way that was asked for by name, on rows of another kind. */
export const otherRows = {
  "sales-order": {
    title: "These rows aren't sales-order lines",
    text: "Select rows of a sales order, with its number in a column such as SO Number, then choose it again.",
  },
  "purchase-order": {
    title: "These rows aren't purchase-order lines",
    text: "Select rows of a purchase order, with its number in a column such as PO Number, then choose it again.",
  },
} as const;

export const refusals: Record<IntakeRefusal, { readonly title: string; readonly fix: string }> = {
  "nothing-selected": { title: "No rows are selected", fix: "Select the rows you want to make." },
  "no-headings": {
    title: "No headings found",
    fix: "Put a row of headings above your rows, such as Item Number and Quantity.",
  },
  "no-item-column": {
    title: "No item column found",
    fix: "Name one column Item Number, SKU or Part Number.",
  },
  "no-quantity-column": {
    title: "No quantity column found",
    fix: "Name one column To Order, Quantity or Qty. Stock figures are never taken as the quantity to make.",
  },
  "two-level-file": {
    title: "Two lists in one sheet",
    fix: "There is a second row of headings among the rows. Select the rows of one list only.",
  },
};

interface HostWords {
  readonly title: string;
  readonly text: string;
}

export const hostRefusals: Record<HostRefusal, HostWords> = {
  "cell-edit-mode": {
    title: "Excel is busy",
    text: "Finish editing the cell. Until then Excel lets nothing be read or written.",
  },
  "excel-busy": {
    title: "Excel is busy",
    text: "Excel is busy, or another workbook is in front. Bring this workbook to the front.",
  },
  "sheet-protected": {
    title: "This sheet is protected",
    text: "The sheet is protected, so nothing can be written to it.",
  },
  "sheet-gone": {
    title: "This sheet is gone",
    text: "The sheet has been deleted. Select rows in another one.",
  },
  "table-gone": {
    title: "This table is gone",
    text: "The table has been deleted. Select rows in another one.",
  },
  "no-room": {
    title: "There is no room in this sheet",
    text: "Another table, a pivot table or merged cells are in the way. Move them, then try again.",
  },
  "not-writable": {
    title: "Excel refused",
    text: "Excel refused to write there. Try again; if it refuses again, save the workbook and open it anew.",
  },
};

/** The same beside a button, in short. */
export const notUnderstood: Record<IntakeRefusal, string> = {
  "nothing-selected": "Select rows first.",
  "no-headings": "These rows have no headings that can be understood.",
  "no-item-column": "These rows have no heading that names an item.",
  "no-quantity-column": "These rows have no heading that names a quantity.",
  "two-level-file": "These rows belong to two lists.",
};

export const hostBusy: Record<HostRefusal, string> = {
  "cell-edit-mode": "Finish editing the cell.",
  "excel-busy": "Excel is busy.",
  "sheet-protected": "This sheet is protected.",
  "sheet-gone": "This sheet is no longer there.",
  "table-gone": "This table is no longer there.",
  "no-room": "There is no room in this sheet.",
  "not-writable": "Excel refuses to write here.",
};

export const connections: Record<Connection, string> = {
  connecting: "Connecting",
  live: "Live",
  polling: "Live, every few seconds",
  offline: "Offline",
};

export const readinessWords: Record<ReadinessState, string> = {
  ready: "Ready",
  part: "In part",
  short: "Short",
};

export const columnWords = {
  item: "Item",
  quantity: "Quantity",
  unit: "Unit",
  store: "Store",
  needDate: "Need date",
  document: "Document",
  line: "Line",
  notes: "Notes",
  orderNumber: "MO",
} as const;

const MOST_ROWS_NAMED = 12;

/** "row 5", "rows 5, 7 and 9": long lists are cut. */
export function rowList(numbers: readonly number[]): string {
  const named = numbers.slice(0, MOST_ROWS_NAMED);
  const more = numbers.length - named.length;
  const last = more > 0 ? `${more} more` : String(named.pop() ?? "");
  const list = named.length === 0 ? last : `${named.join(", ")} and ${last}`;
  return `${numbers.length === 1 ? "row" : "rows"} ${list}`;
}
