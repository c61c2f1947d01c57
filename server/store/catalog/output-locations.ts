/** Where finished products of each store go: its first output location. */
import type { LocationFacts } from "../../../shared/validation/facts.ts";
import type { Transaction } from "../open-database.ts";

/** By the store's id. */
export type OutputLocations = ReadonlyMap<number, LocationFacts>;

export async function outputLocations(transaction: Transaction): Promise<OutputLocations> {
  const rows = await transaction
    .selectFrom("location")
    .select(["id", "code", "store_id"])
    .where("is_output", "=", 1)
    .orderBy("id", "desc")
    .execute();
  return new Map(rows.map(({ store_id, id, code }) => [store_id, { id, code }]));
}
