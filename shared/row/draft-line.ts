/** A row as a planner or a neighbouring system gave it: text only, nothing believed yet. */

/** The kinds of row an MO can come from (the seven ways in, and pasted rows as "manual"). */
export const demandKinds = ["manual", "shortage", "snapshot", "sales-order", "purchase-order"] as const;
export type DemandKind = (typeof demandKinds)[number];

/** Of rows that are there because of a stock figure, not because somebody ordered something. */
export const stockKinds = ["shortage", "snapshot"] as const satisfies readonly DemandKind[];

export function isStockKind(kind: DemandKind): boolean {
  return stockKinds.some((one) => one === kind);
}

/** The fields of a row that a problem can point at. */
export const draftFields = [
  "item",
  "quantity",
  "store",
  "needDate",
  "document",
  "line",
  "notes",
  "orderNumber",
  "bom",
  "revision",
  "location",
  "priority",
  "kind",
  "unit",
] as const;
export type DraftField = (typeof draftFields)[number];

/** What somebody decided about the order itself, beyond what its row asks for. */
export interface OrderChoices {
  /** By name. */
  readonly bom?: string | undefined;
  readonly revision?: string | undefined;
  /** Where the product goes, by code. */
  readonly location?: string | undefined;
  /** Higher ones first; 0 where nobody says. */
  readonly priority?: number | undefined;
}

/** Empty text means: the sender said nothing about it. */
export interface DraftLine {
  /** The row as the sender numbers it (in a sheet, the sheet's own row number); every later answer names it. */
  readonly row: number;
  readonly kind: DemandKind;
  readonly item: string;
  readonly quantity: string;
  /** Of the quantity, by code or description; the item's stock unit where nobody says. */
  readonly unit?: string | undefined;
  readonly store: string;
  readonly needDate: string;
  /** The document that wants it, such as a sales order. */
  readonly document: string;
  /** That document's line. */
  readonly line: string;
  readonly notes: string;
  readonly order?: OrderChoices | undefined;
  /** Names of fields that were sent and mean nothing here. */
  readonly ignored?: readonly string[] | undefined;
  /** What was sent and could not be read: its fields are empty here, and the row is refused. */
  readonly unread?: readonly UnreadField[] | undefined;
}

export interface UnreadField {
  readonly field: DraftField;
  /** As it was sent, shortened. */
  readonly value: string;
  /** What the field takes, for people. */
  readonly wanted: string;
}
