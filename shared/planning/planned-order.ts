/** What Create would make of one row: plain data, shown in the preview and written as it stands. */
import type { CalendarDate } from "../quantity/calendar-date.ts";
import type { Decimal } from "../quantity/decimal.ts";
import type { Unit } from "../quantity/unit.ts";
import type { BomRevisionFacts, OperationFacts } from "../validation/facts.ts";
import type { DemandLine } from "../validation/demand-line.ts";

export interface PlannedMaterial {
  readonly position: number;
  readonly bomLineId: number;
  readonly itemId: number;
  readonly itemNumber: string;
  readonly description: string;
  /** For the whole order, rounded up to the unit's decimals. */
  readonly quantity: Decimal;
  readonly unit: Unit;
  readonly quantityPer: Decimal;
  readonly isFixed: boolean;
  readonly scrapPercent: Decimal;
  readonly instruction: string;
}

export interface PlannedDates {
  /** The day work starts; the BOM valid on it is taken. */
  readonly scheduleDate: CalendarDate;
  /** The day the product is finished. */
  readonly dueDate: CalendarDate;
}

export interface PlannedOrder extends PlannedDates {
  readonly demand: DemandLine;
  readonly bomRevision: BomRevisionFacts;
  readonly materials: readonly PlannedMaterial[];
  readonly operations: readonly OperationFacts[];
}
