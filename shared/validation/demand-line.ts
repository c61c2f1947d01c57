/** A row that was understood and may become an MO. */
import type { CalendarDate } from "../quantity/calendar-date.ts";
import type { Decimal } from "../quantity/decimal.ts";
import type { DemandKind } from "../row/draft-line.ts";
import type { ItemFacts, StoreFacts } from "./facts.ts";

export interface DemandLine {
  readonly row: number;
  readonly kind: DemandKind;
  readonly item: ItemFacts;
  /** Above zero, in the item's unit and rounded up to its decimals. */
  readonly quantity: Decimal;
  readonly store: StoreFacts;
  readonly needDate: CalendarDate | null;
  readonly document: string;
  readonly line: string;
  readonly notes: string;
}
