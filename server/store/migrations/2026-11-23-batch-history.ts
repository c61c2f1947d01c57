/** Batches are listed, searched and undone: who undid them and why, and the indexes that find them. */
import { sql, type Kysely } from "kysely";

export async function addBatchHistory(db: Kysely<unknown>): Promise<void> {
  for (const column of ["undone_at", "undone_by", "undo_reason"])
    await db.schema.alterTable("batch").addColumn(column, "text").execute();
  const index = (name: string, table: string, columns: readonly string[]) =>
    db.schema
      .createIndex(name)
      .on(table)
      .columns([...columns])
      .execute();
  await index("batch_by_state", "batch", ["state", "id"]);
  await index("batch_by_actor", "batch", ["actor", "id"]);
  await index("order_by_batch", "manufacturing_order", ["batch_id", "status"]);
  await index("order_by_item_and_batch", "manufacturing_order", ["item_id", "batch_id"]);
  // Merges are rare and events are many: an index of those alone costs the others nothing.
  await sql`create index event_of_merge on event (mo_id) where kind = 'order-merged'`.execute(db);
}
