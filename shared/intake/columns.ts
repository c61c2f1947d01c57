/** The columns a sheet's rows are read by, chosen from its headings. */
import { isBlank } from "./cell-text.ts";
import type { DraftField, DemandKind } from "../row/draft-line.ts";
import type { FoundColumn, OwnColumn } from "./intake.ts";
import type { Meaning } from "./heading-synonyms.ts";
import { chooseItem, headingsFor, type Heading } from "./match-headings.ts";
import { normalizeHeading } from "./normalize-heading.ts";
import type { SheetRow } from "./sheet-rows.ts";

export interface Columns {
  readonly fields: Partial<Record<DraftField, Heading>>;
  readonly own: Partial<Record<OwnColumn, Heading>>;
  /** Says the store of rows that leave the first store column blank: a sale store where nobody chose a ship store. */
  readonly otherStore: Heading | null;
  /** Quantity columns that were not taken. */
  readonly otherQuantities: readonly Heading[];
  readonly isSigned: boolean;
  readonly kind: DemandKind;
  /** Beside stock levels only those rows are meant where somebody typed how many: a blank one is no mistake. */
  readonly mayLackQuantity: boolean;
  readonly ignored: readonly string[];
}

export function chooseColumns(
  headings: readonly Heading[],
  rows: readonly SheetRow[],
  quantityIndex: number | null,
): Columns {
  const { item, line } = chooseItem(headings, rows);
  const quantities = quantitiesOf(headings).filter((heading) => heading !== item);
  const quantity = quantities.find((heading) => heading.index === quantityIndex) ?? quantities[0];
  const kind = kindOf(headings, quantity);
  const document = documentOf(headings, kind);
  const { store, otherStore } = chooseStores(headings, rows);
  const one = (meaning: Meaning): Heading | undefined => headingsFor(headings, meaning)[0];
  const own = ownHeadings(headings);
  const fields = defined({
    item,
    quantity,
    store,
    document,
    needDate: one("needDate"),
    line: line ?? one("line"),
    unit: headingsFor(headings, "unit").find((heading) => !holdsNumbers(rows, heading)),
    notes: one("notes"),
    orderNumber: own.orderNumber,
  });
  return {
    fields,
    own,
    otherStore,
    otherQuantities: quantities.filter((heading) => heading !== quantity),
    isSigned: quantity?.meaning === "quantitySigned",
    kind,
    mayLackQuantity: kind === "snapshot" && headingsFor(headings, "neverRead").length > 0,
    ignored: unused(headings, [...Object.values(fields), otherStore]),
  };
}

/** Prices and amounts stand under "Unit" too: nothing but numbers is no column of units. */
function holdsNumbers(rows: readonly SheetRow[], { index }: Heading): boolean {
  const filled = rows.flatMap(({ cells }) => {
    const cell = cells[index];
    return cell === undefined || isBlank(cell) ? [] : [cell];
  });
  return filled.length > 0 && filled.every(({ kind }) => kind === "number");
}

function quantitiesOf(headings: readonly Heading[]): readonly Heading[] {
  return headingsFor(headings, "quantityNet", "quantitySigned", "quantityOpen", "quantityGross");
}

function unused(headings: readonly Heading[], read: readonly (Heading | null)[]): readonly string[] {
  const used = new Set(read);
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

function chooseStores(
  headings: readonly Heading[],
  rows: readonly SheetRow[],
): { readonly store: Heading | undefined; readonly otherStore: Heading | null } {
  const [store, ...others] = headingsFor(headings, "shipStore", "store", "saleStore");
  return { store, otherStore: others.find((other) => fillsIn(rows, store, other)) ?? null };
}

/** Whether a row has its store in `other` alone. */
function fillsIn(rows: readonly SheetRow[], store: Heading | undefined, other: Heading): boolean {
  if (store === undefined) return false;
  const hasText = (row: SheetRow, { index }: Heading): boolean => {
    const cell = row.cells[index];
    return cell !== undefined && !isBlank(cell);
  };
  return rows.some((row) => !hasText(row, store) && hasText(row, other));
}

/** "Order Number" may be anybody's; these are of sales orders alone. */
const SALES_ORDER = /^(sales (order|document)|so)( (number|num|no))?$/;

/**
 * What the headings say the rows are; rows that say nothing are simply pasted. A sales order may name the customer's
 * purchase order beside its own, and a list of shortages whom the item is bought from.
 */
function kindOf(headings: readonly Heading[], quantity: Heading | undefined): DemandKind {
  const has = (...meanings: Parameters<typeof headingsFor>[1][]): boolean =>
    headingsFor(headings, ...meanings).length > 0;
  if (headings.some(({ text }) => SALES_ORDER.test(normalizeHeading(text)))) return "sales-order";
  const isSold = has("customer", "shipStore", "saleStore");
  if (has("document") && isSold) return "sales-order";
  if (has("purchaseDocument") || (has("document") && has("vendor"))) return "purchase-order";
  if (quantity?.meaning !== "quantityNet" || has("document")) return "manual";
  // What the planner types beside the levels of an Item Inventory Snapshot, which suggests nothing itself.
  return normalizeHeading(quantity.text) === "qty to make" ? "snapshot" : "shortage";
}

function documentOf(headings: readonly Heading[], kind: DemandKind): Heading | undefined {
  const [sold] = headingsFor(headings, "document");
  const [bought] = headingsFor(headings, "purchaseDocument");
  return kind === "purchase-order" ? (bought ?? sold) : (sold ?? bought);
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
