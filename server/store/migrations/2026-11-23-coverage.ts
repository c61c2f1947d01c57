/** Rows that were pressed are known again by what they asked for; coverage keeps what its line said then, and why more was made. */
import { sql, type Kysely } from "kysely";

export async function addCoverage(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable("demand_line").addColumn("row_key", "text").execute();
  await db.schema.createIndex("demand_line_of_row").on("demand_line").column("row_key").execute();
  await sql`create index demand_line_of_any_case on demand_line (kind, lower(document))`.execute(db);
  await db.schema.alterTable("coverage").addColumn("seen_quantity", "text").execute();
  await db.schema.alterTable("coverage").addColumn("seen_need_date", "text").execute();
  await db.schema
    .alterTable("coverage")
    .addColumn("reason", "text", (c) => c.notNull().defaultTo(""))
    .execute();
}
