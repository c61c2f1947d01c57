/** What planning adds to an order: when its steps are worked on, and why it is what it is. */
import type { Kysely } from "kysely";

export async function addPlanning(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable("mo_operation").addColumn("planned_minutes", "integer").execute();
  await db.schema
    .createTable("mo_explanation")
    .addColumn("mo_id", "integer", (c) => c.primaryKey().references("manufacturing_order.id"))
    .addColumn("steps", "text", (c) => c.notNull())
    .execute();
}
