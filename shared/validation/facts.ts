/** What the catalog knows about the rows being checked and planned: plain data, loaded once per request. */
import type { CalendarDate } from "../quantity/calendar-date.ts";
import type { Decimal } from "../quantity/decimal.ts";
import type { Unit, UnitConversion } from "../quantity/unit.ts";
import type { CoveringOrder, KnownLine } from "./known-line.ts";

export interface ItemFacts {
  readonly id: number;
  readonly number: string;
  readonly description: string;
  readonly unit: Unit;
  /** May be made here. */
  readonly make: boolean;
  readonly active: boolean;
  /** Working days from start to finished product, for items without operations. */
  readonly leadTimeDays: number;
  readonly bomRevisions: readonly BomRevisionFacts[];
}

/** Validity dates are inclusive on both ends; null is open. */
export interface BomRevisionFacts {
  readonly id: number;
  readonly bom: string;
  readonly revision: string;
  readonly isDefault: boolean;
  readonly validFrom: CalendarDate | null;
  readonly validTo: CalendarDate | null;
  /** How much of the item one run of the lines yields, in the item's unit; above zero. */
  readonly outputQuantity: Decimal;
  readonly lines: readonly BomLineFacts[];
  readonly operations: readonly OperationFacts[];
}

export interface BomLineFacts {
  readonly id: number;
  readonly position: number;
  readonly componentId: number;
  readonly quantity: Decimal;
  readonly unit: Unit;
  /** Needed once per MO, whatever its quantity. */
  readonly isFixed: boolean;
  readonly scrapPercent: Decimal;
  /** Never made or stocked: its own components take its place. */
  readonly isPhantom: boolean;
  readonly validFrom: CalendarDate | null;
  readonly validTo: CalendarDate | null;
  readonly instruction: string;
}

export interface OperationFacts {
  readonly position: number;
  readonly workCenterId: number;
  readonly workCenter: string;
  readonly calendar: WorkingCalendar | null;
  /** How many of the item can be worked on at once; above zero. */
  readonly capacity: Decimal;
  readonly resource: string;
  readonly setupMinutes: Decimal;
  /** Minutes per one unit of the item. */
  readonly runMinutes: Decimal;
  readonly instruction: string;
}

/** Which days are worked, and for how long. */
export interface WorkingCalendar {
  readonly code: string;
  /** From Monday on. */
  readonly weekdays: readonly boolean[];
  readonly minutesPerDay: number;
  /** Days unlike others, by day number: holidays have 0 minutes. */
  readonly exceptions: ReadonlyMap<number, number>;
}

export interface StoreFacts {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  /** False for stores that only hold stock. */
  readonly makes: boolean;
  /** Null: every day is worked. */
  readonly calendar: WorkingCalendar | null;
  readonly locations: readonly LocationFacts[];
}

/** A place inside a store. */
export interface LocationFacts {
  readonly id: number;
  readonly code: string;
}

/** Something that will be in stock: an open purchase-order line, or what an open MO still makes. */
export interface Receipt {
  /** Null: no day was promised. */
  readonly day: CalendarDate | null;
  readonly quantity: Decimal;
  /** The document's number, for explanations. */
  readonly document: string;
}

/** What an open MO still needs of an item, from the day its work starts. */
export interface Claim {
  readonly day: CalendarDate;
  readonly quantity: Decimal;
  readonly document: string;
}

/** One item in one store, in the item's unit. */
export interface SupplyFacts {
  /** Available less allocated: below zero when more was taken than was booked. */
  readonly stock: Decimal;
  readonly receipts: readonly Receipt[];
  readonly claims: readonly Claim[];
}

/** Minutes of open MOs at a work center, spread over the working days between the two. */
export interface LoadFacts {
  readonly workCenterId: number;
  readonly start: CalendarDate;
  readonly end: CalendarDate;
  readonly minutes: number;
}

/** What an item still lacks in a store, where rows of its stock have orders already. */
export interface StockNeed {
  /** To Order as it is now, with reorder data and without. */
  readonly suggestions: readonly Decimal[];
  /** Unfinished orders that were made from rows of stock figures, and what is still to come of them. */
  readonly orders: readonly CoveringOrder[];
  readonly expected: Decimal;
}

export interface Facts {
  /** By `codeKey` of what the planner wrote: the items it can mean. Item numbers win over aliases. */
  readonly itemsByCode: ReadonlyMap<string, readonly ItemFacts[]>;
  /** By id: every item above, every component of their BOMs, and phantoms' components all the way down. */
  readonly items: ReadonlyMap<number, ItemFacts>;
  /** By `codeKey` of an unknown code: the item number it probably lost its leading zeros from (R46). */
  readonly suggestions: ReadonlyMap<string, string>;
  /** By `codeKey` of store code or name. */
  readonly storesByCode: ReadonlyMap<string, StoreFacts>;
  readonly defaultStore: StoreFacts | null;
  readonly conversions: readonly UnitConversion[];
  /** By `codeKey` of what rows may call a unit, its code or its description: the code. Empty when no row names one. */
  readonly units: ReadonlyMap<string, string>;
  /** By `supplyKey`; an item without an entry has no stock and nothing coming. */
  readonly supply: ReadonlyMap<number, SupplyFacts>;
  readonly load: readonly LoadFacts[];
  /** By `documentKey`: the lines of the documents that rows name. */
  readonly documents: ReadonlyMap<string, readonly KnownLine[]>;
  /** By `rowKey`: rows that were pressed before and have orders. */
  readonly pressed: ReadonlyMap<string, KnownLine>;
  /** By `supplyKey`: of the items that rows of stock figures want, those that have orders already. */
  readonly stockNeeds: ReadonlyMap<number, StockNeed>;
}

/** More stores than anybody has: an item and a store make one whole number. */
const MOST_STORES = 1_000_000;

export function supplyKey(itemId: number, storeId: number): number {
  return itemId * MOST_STORES + storeId;
}

/** Codes are compared without regard to case and surrounding space, never as numbers. */
export function codeKey(code: string): string {
  return code.trim().toLowerCase();
}
