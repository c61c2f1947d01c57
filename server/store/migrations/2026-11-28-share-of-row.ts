/** How much of its order a row of a batch has, as it was made: rows that were merged have one order between them. */
import type { Kysely } from "kysely";

export async function addShareOfRow(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable("batch_row").addColumn("quantity", "text").execute();
}
