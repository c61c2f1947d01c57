/** Lines that want something made and are known already: of imported documents, or rows somebody pressed Create on. */
import type { CalendarDate } from "../quantity/calendar-date.ts";
import { decimalText, roundUp } from "../quantity/decimal.ts";
import type { DemandKind } from "../row/draft-line.ts";
import { askedFor, type DemandLine } from "./demand-line.ts";
import { codeKey } from "./facts.ts";
import type { LineBalance } from "./line-balance.ts";

/** An order that is for a known line and was not cancelled. */
export interface CoveringOrder {
  readonly number: string;
  readonly actor: string;
}

export interface KnownLine extends LineBalance {
  readonly id: number;
  readonly isImported: boolean;
  readonly kind: DemandKind;
  readonly document: string;
  readonly line: string;
  readonly itemId: number;
  readonly item: string;
  readonly store: string;
  /** The item's stock unit, which the amounts are in. */
  readonly unit: string;
  /** The line's own unit, when nothing says how it becomes the stock unit: the amounts are in it then. */
  readonly unconverted: string | null;
  readonly needDate: CalendarDate | null;
  readonly status: "draft" | "released" | "closed" | "cancelled";
  readonly orders: readonly CoveringOrder[];
}

/** The kinds of document that lines are imported of. */
export const documentKinds = ["sales-order", "purchase-order"] as const;

export function isOfDocument(kind: DemandKind): boolean {
  return documentKinds.some((one) => one === kind);
}

export function documentKey(kind: DemandKind, document: string): string {
  return JSON.stringify([kind, codeKey(document)]);
}

/** The line's number as sheets write it: they lose and add leading zeros (R46). */
export function lineKey(line: string): string {
  return codeKey(line).replace(/^0+(?=\d)/, "");
}

/**
 * What makes a pressed row the same as another: the line of its document and its item, whatever the sheet calls itself,
 * or, where it names no line, everything it asks for. Rows that repeat each other in one press are told by the same rule.
 */
export function rowKey(demand: DemandLine): string {
  const { kind, document, line, item, store, needDate } = demand;
  const whom = [codeKey(document), lineKey(line), item.id];
  if (isForLine({ document, line })) return JSON.stringify(whom);
  // Whatever its share of an order is.
  const asked = decimalText(roundUp(askedFor(demand), item.unit.decimals));
  return JSON.stringify([kind, ...whom, store.id, asked, needDate]);
}

/** Whether a row, or what it became, names a line of a document. */
export function isForLine({ document, line }: Pick<DemandLine, "document" | "line">): boolean {
  return document !== "" && line !== "";
}
