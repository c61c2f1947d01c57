/** An order's materials can be edited line by line: what was set is kept apart from what the bill of materials says. */
import type { Kysely } from "kysely";
import { withId } from "../dialect/with-id.ts";

export async function addOwnMaterials(db: Kysely<unknown>): Promise<void> {
  await withId(db.schema.createTable("mo_material_edit"))
    .addColumn("mo_id", "integer", (c) => c.notNull().references("manufacturing_order.id"))
    .addColumn("origin_item_id", "integer", (c) => c.references("item.id"))
    .addColumn("origin_nth", "integer")
    .addColumn("position", "integer")
    .addColumn("item_id", "integer", (c) => c.references("item.id"))
    .addColumn("unit_code", "text", (c) => c.references("unit.code"))
    .addColumn("quantity", "text")
    .addColumn("of_quantity", "text")
    .addColumn("is_fixed", "integer", (c) => c.notNull())
    .addColumn("edited_at", "text", (c) => c.notNull())
    .addColumn("edited_by", "text", (c) => c.notNull())
    .execute();
  await db.schema.createIndex("material_edit_of_order").on("mo_material_edit").column("mo_id").execute();
}
