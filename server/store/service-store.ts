/** What there is to work with: the stores, and how many items. */
import type { Transaction } from "./open-database.ts";

export async function storesAndItems(transaction: Transaction) {
  const rows = await transaction.selectFrom("store").selectAll().orderBy("code").execute();
  const locations = await transaction
    .selectFrom("location")
    .select(["store_id", "code"])
    .orderBy("code")
    .execute();
  const { count } = await transaction
    .selectFrom("item")
    .select((eb) => eb.fn.countAll().as("count"))
    .executeTakeFirstOrThrow();
  return {
    stores: rows.map((row) => ({
      code: row.code,
      name: row.name,
      makes: row.makes === 1,
      isDefault: row.is_default === 1,
      locations: locations.filter(({ store_id }) => store_id === row.id).map(({ code }) => code),
    })),
    items: Number(count),
  };
}
