/** What an order takes of one component. */
import type { Decimal } from "../quantity/decimal.ts";
import type { FlatLine } from "./flat-bom.ts";

export interface PlannedMaterial {
  readonly position: number;
  /** Component, unit, scrap and instruction, as the BOM says them. */
  readonly line: FlatLine;
  /** For the whole order, rounded up to the unit's decimals. */
  readonly quantity: Decimal;
}
