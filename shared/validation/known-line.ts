/** Lines that want something made and are known already: of imported documents, or rows somebody pressed Create on. */
import type { CalendarDate } from "../quantity/calendar-date.ts";
import { decimalText, ZERO, larger, subtract, type Decimal } from "../quantity/decimal.ts";
import type { DemandKind, DraftLine } from "../row/draft-line.ts";
import type { DemandLine } from "./demand-line.ts";
import { codeKey } from "./facts.ts";

/** An order that is for a known line and was not cancelled. */
export interface CoveringOrder {
  readonly number: string;
  readonly actor: string;
}

export interface KnownLine {
  readonly id: number;
  readonly isImported: boolean;
  readonly kind: DemandKind;
  readonly document: string;
  readonly line: string;
  readonly itemId: number;
  readonly item: string;
  readonly store: string;
  readonly unit: string;
  /** In the item's stock unit, as the amounts below. */
  readonly quantity: Decimal;
  /** Shipped or received. */
  readonly done: Decimal;
  readonly covered: Decimal;
  readonly needDate: CalendarDate | null;
  readonly status: "draft" | "released" | "closed" | "cancelled";
  readonly orders: readonly CoveringOrder[];
}

/** What nobody has shipped, received or an order for. */
export function remainingOf({ quantity, done, covered }: KnownLine): Decimal {
  return larger(ZERO, subtract(subtract(quantity, done), covered));
}

/** The kinds of document that lines are imported of. */
export function isOfDocument(kind: DemandKind): boolean {
  return kind === "sales-order" || kind === "purchase-order";
}

export function documentKey(kind: DemandKind, document: string): string {
  return JSON.stringify([kind, codeKey(document)]);
}

/**
 * What makes a pressed row the same as another: the line of its document, or, where it names none, everything it asks
 * for. Rows that repeat each other in one press are told by the same rule.
 */
export function rowKey({ kind, document, line, item, store, quantity, needDate }: DemandLine): string {
  const whom = [kind, codeKey(document), codeKey(line), item.id];
  const isNamed = document !== "" && line !== "";
  return JSON.stringify(isNamed ? whom : [...whom, store.id, decimalText(quantity), needDate]);
}

/** The imported line a row is for: by its line number, or by its item where that stands in the document once. */
export function findKnownLine(
  row: Pick<DraftLine, "kind" | "document" | "line" | "item">,
  documents: ReadonlyMap<string, readonly KnownLine[]>,
): KnownLine | null {
  if (!isOfDocument(row.kind) || row.document.trim() === "") return null;
  const lines = documents.get(documentKey(row.kind, row.document)) ?? [];
  if (row.line.trim() !== "") return lines.find((known) => codeKey(known.line) === codeKey(row.line)) ?? null;
  const ofItem = lines.filter((known) => codeKey(known.item) === codeKey(row.item));
  return ofItem.length === 1 ? (ofItem[0] ?? null) : null;
}
