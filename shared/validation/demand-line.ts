/** A row that was understood and may become an MO. */
import type { CalendarDate } from "../quantity/calendar-date.ts";
import type { Decimal } from "../quantity/decimal.ts";
import type { DemandKind } from "../row/draft-line.ts";
import type { BomRevisionFacts, ItemFacts, LocationFacts, StoreFacts } from "./facts.ts";
import type { KnownLine } from "./known-line.ts";

export interface ChosenForOrder {
  /** Of which its revision that is valid is taken; null leaves that to the item's own rule. */
  readonly bom: string | null;
  readonly revision: BomRevisionFacts | null;
  readonly location: LocationFacts | null;
  readonly priority: number;
}

export interface DemandLine {
  readonly row: number;
  readonly kind: DemandKind;
  readonly item: ItemFacts;
  /** Above zero, in the item's unit and rounded up to its decimals. */
  readonly quantity: Decimal;
  /** As it was asked for, where the unit cannot be divided so finely: rows that are merged are rounded together. */
  readonly exact?: Decimal;
  readonly store: StoreFacts;
  readonly needDate: CalendarDate | null;
  readonly document: string;
  readonly line: string;
  readonly notes: string;
  /** The line it is for, where that is known; nothing is known of most rows that are pasted. */
  readonly known?: KnownLine;
  /** What somebody decided about the order itself; the usual rules decide the rest. */
  readonly chosen?: ChosenForOrder;
  /** Why more is made than that line wants. */
  readonly overReason?: string;
  /** The rows that were merged into it, its own among them (R12). */
  readonly merged?: readonly DemandLine[];
}

export function askedFor({ exact, quantity }: DemandLine): Decimal {
  return exact ?? quantity;
}

/** The rows an order is made for, each with its own quantity. */
export function rowsOf(demand: DemandLine): readonly DemandLine[] {
  return demand.merged ?? [demand];
}
