/** Movements are looked for by item; what was in stock before they were kept becomes their first entry. */
import { sql, type Kysely } from "kysely";

export async function addLife(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createIndex("stock_movement_of_item")
    .on("stock_movement")
    .columns(["item_id", "store_id", "id"])
    .execute();
  // Movements were not written before, so what is in stock now came with the imports so far.
  await sql`insert into stock_movement (item_id, store_id, location_id, quantity, reason, actor, at)
    select item_id, store_id, location_id, available, 'import', 'Import', '2026-11-23T00:00:00.000Z'
    from stock_level order by item_id, store_id, location_id`.execute(db);
}
