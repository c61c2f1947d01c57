/** A quantity in the unit its line names, told in the unit the item is stocked in. */
import type { Decimal } from "./decimal.ts";
import { timesRoundedUp } from "./ratio.ts";
import { conversionRatio, type UnitConversion } from "./unit.ts";

export interface LineUnit {
  readonly itemId: number;
  readonly lineUnit: string;
  /** The item's own, and its decimals. */
  readonly stockUnit: string;
  readonly decimals: number;
}

/** Rounded up to the stock unit's decimals. Null when nothing says how the line's unit becomes the item's own. */
export function inStockUnit(
  conversions: readonly UnitConversion[],
  { itemId, lineUnit, stockUnit, decimals }: LineUnit,
  quantity: Decimal,
): Decimal | null {
  if (lineUnit === stockUnit) return quantity;
  const ratio = conversionRatio(conversions, itemId, { from: lineUnit, to: stockUnit });
  return ratio === null ? null : timesRoundedUp(quantity, ratio, decimals);
}
