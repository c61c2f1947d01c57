/** The columns a sheet's rows are read by, chosen from its headings. */
import type { DraftField, DemandKind } from "../row/draft-line.ts";
import type { FoundColumn, OwnColumn } from "./intake.ts";
import { chooseItem, headingsFor, type Heading } from "./match-headings.ts";
import { normalizeHeading } from "./normalize-heading.ts";
import type { SheetRow } from "./sheet-rows.ts";

export interface Columns {
  readonly fields: Partial<Record<DraftField, Heading>>;
  readonly own: Partial<Record<OwnColumn, Heading>>;
  /** Quantity columns that were not taken. */
  readonly otherQuantities: readonly Heading[];
  readonly isSigned: boolean;
  readonly kind: DemandKind;
  readonly ignored: readonly string[];
}

export function chooseColumns(
  headings: readonly Heading[],
  rows: readonly SheetRow[],
  quantityIndex: number | null,
): Columns {
  const { item, line } = chooseItem(headings, rows);
  const quantities = headingsFor(
    headings,
    "quantityNet",
    "quantitySigned",
    "quantityOpen",
    "quantityGross",
  ).filter((heading) => heading !== item);
  const quantity = quantities.find((heading) => heading.index === quantityIndex) ?? quantities[0];
  const [document] = headingsFor(headings, "document", "purchaseDocument");
  const [store] = headingsFor(headings, "shipStore", "store", "saleStore");
  const [needDate] = headingsFor(headings, "needDate");
  const [namedLine] = headingsFor(headings, "line");
  const [notes] = headingsFor(headings, "notes");
  const own = ownHeadings(headings);
  const fields = defined({
    item,
    quantity,
    store,
    needDate,
    document,
    line: line ?? namedLine,
    notes,
    orderNumber: own.orderNumber,
  });
  return {
    fields,
    own,
    otherQuantities: quantities.filter((heading) => heading !== quantity),
    isSigned: quantity?.meaning === "quantitySigned",
    kind: kindOf(headings, quantity),
    ignored: unused(headings, fields),
  };
}

function unused(headings: readonly Heading[], fields: Columns["fields"]): readonly string[] {
  const used = new Set<Heading>(Object.values(fields));
  return headings.filter((heading) => !used.has(heading) && !isOwn(heading)).map((heading) => heading.text);
}

function ownHeadings(headings: readonly Heading[]): Partial<Record<OwnColumn, Heading>> {
  const [orderNumber] = headingsFor(headings, "orderNumber");
  const [orderStatus] = headingsFor(headings, "orderStatus");
  const [orderMessage] = headingsFor(headings, "orderMessage");
  return defined({ orderNumber, orderStatus, orderMessage });
}

const ownMeanings: readonly Heading["meaning"][] = [
  "orderNumber",
  "orderStatus",
  "orderMessage",
  "orderProduced",
  "orderDue",
  "orderReadiness",
  "orderCoverage",
];

function isOwn({ meaning }: Heading): boolean {
  return ownMeanings.includes(meaning);
}

/** What the headings say the rows are; rows that say nothing are simply pasted. */
function kindOf(headings: readonly Heading[], quantity: Heading | undefined): DemandKind {
  if (headingsFor(headings, "purchaseDocument", "vendor").length > 0) return "purchase-order";
  const hasDocument = headingsFor(headings, "document").length > 0;
  if (hasDocument && headingsFor(headings, "customer", "shipStore", "saleStore").length > 0)
    return "sales-order";
  if (quantity?.meaning !== "quantityNet" || hasDocument) return "manual";
  // What the planner types beside the levels of an Item Inventory Snapshot, which suggests nothing itself.
  return normalizeHeading(quantity.text) === "qty to make" ? "snapshot" : "shortage";
}

function defined<Key extends string>(
  found: Readonly<Record<Key, Heading | null | undefined>>,
): Partial<Record<Key, Heading>> {
  const kept: Partial<Record<Key, Heading>> = {};
  for (const key in found) {
    const heading = found[key];
    if (heading) kept[key] = heading;
  }
  return kept;
}

export function foundColumn(heading: Heading, firstColumn: number): FoundColumn {
  return { column: firstColumn + heading.index, heading: heading.text };
}
