/** Unit conversions that say something; one that is not above zero says nothing. */
import type { Selectable } from "kysely";
import { decimal, isAboveZero } from "../../../shared/quantity/decimal.ts";
import type { UnitConversion } from "../../../shared/quantity/unit.ts";
import { forPieces } from "../chunks.ts";
import type { Transaction } from "../open-database.ts";
import type { Tables } from "../tables.ts";

export async function loadConversions(transaction: Transaction): Promise<readonly UnitConversion[]> {
  return meant(await transaction.selectFrom("unit_conversion").selectAll().orderBy("id").execute());
}

/** Those of these items, and those of all. */
export async function conversionsOf(
  transaction: Transaction,
  itemIds: readonly number[],
): Promise<readonly UnitConversion[]> {
  const general = transaction.selectFrom("unit_conversion").selectAll().where("item_id", "is", null);
  const own = await forPieces(itemIds, (piece) =>
    transaction.selectFrom("unit_conversion").selectAll().where("item_id", "in", piece).execute(),
  );
  return meant([...(await general.execute()), ...own].toSorted((left, right) => left.id - right.id));
}

function meant(rows: readonly Selectable<Tables["unit_conversion"]>[]): readonly UnitConversion[] {
  return rows
    .map((row) => ({
      itemId: row.item_id,
      from: row.from_unit,
      to: row.to_unit,
      factor: decimal(row.factor),
    }))
    .filter((conversion) => isAboveZero(conversion.factor));
}
