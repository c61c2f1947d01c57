/** All unit conversions that say something; one that is not above zero says nothing. */
import { decimal, isAboveZero } from "../../../shared/quantity/decimal.ts";
import type { UnitConversion } from "../../../shared/quantity/unit.ts";
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
