/** What a line had shipped and where it was wanted, as its order last took it over: both can change, as its quantity can. */
import type { Kysely } from "kysely";

export async function addSeenDemand(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable("coverage").addColumn("seen_done", "text").execute();
  await db.schema.alterTable("coverage").addColumn("seen_store", "text").execute();
}
