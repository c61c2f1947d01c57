/** All unit conversions that say something; one that is not above zero says nothing. */
import { decimal, isAboveZero, type Decimal } from "../../../shared/quantity/decimal.ts";
import { timesRoundedUp } from "../../../shared/quantity/ratio.ts";
import { conversionRatio, type UnitConversion } from "../../../shared/quantity/unit.ts";
import type { Transaction } from "../open-database.ts";

export async function loadConversions(transaction: Transaction): Promise<readonly UnitConversion[]> {
  const rows = await transaction.selectFrom("unit_conversion").selectAll().orderBy("id").execute();
  return rows
    .map((row) => ({
      itemId: row.item_id,
      from: row.from_unit,
      to: row.to_unit,
      factor: decimal(row.factor),
    }))
    .filter((conversion) => isAboveZero(conversion.factor));
}

export interface InUnit {
  readonly itemId: number;
  readonly lineUnit: string;
  /** The item's own, and its decimals. */
  readonly stockUnit: string;
  readonly decimals: number;
}

/** Null when nothing says how the line's unit becomes the item's own. */
export function inStockUnit(
  conversions: readonly UnitConversion[],
  { itemId, lineUnit, stockUnit, decimals }: InUnit,
  quantity: Decimal,
): Decimal | null {
  if (lineUnit === stockUnit) return quantity;
  const ratio = conversionRatio(conversions, itemId, { from: lineUnit, to: stockUnit });
  return ratio === null ? null : timesRoundedUp(quantity, ratio, decimals);
}
