/** The catalog: what can be made, of what, by what steps, where, and what is in stock and wanted. */
import type { Kysely } from "kysely";
import { withId } from "../dialect/with-id.ts";

export async function createCatalog(db: Kysely<unknown>): Promise<void> {
  await unitsAndCalendars(db);
  await storesAndWhatIsInThem(db);
  await items(db);
  await boms(db);
  await bomLines(db);
  await routings(db);
  await stockAndDemand(db);
}

async function unitsAndCalendars(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("unit")
    .addColumn("code", "text", (c) => c.primaryKey())
    .addColumn("description", "text", (c) => c.notNull())
    .addColumn("decimals", "integer", (c) => c.notNull())
    .execute();
  await withId(db.schema.createTable("calendar"))
    .addColumn("code", "text", (c) => c.notNull().unique())
    .addColumn("weekdays", "text", (c) => c.notNull())
    .addColumn("hours_per_day", "text", (c) => c.notNull())
    .execute();
  await db.schema
    .createTable("calendar_exception")
    .addColumn("calendar_id", "integer", (c) => c.notNull().references("calendar.id"))
    .addColumn("day", "text", (c) => c.notNull())
    .addColumn("hours", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("calendar_exception_key", ["calendar_id", "day"])
    .execute();
}

async function storesAndWhatIsInThem(db: Kysely<unknown>): Promise<void> {
  await withId(db.schema.createTable("store"))
    .addColumn("code", "text", (c) => c.notNull())
    .addColumn("code_key", "text", (c) => c.notNull().unique())
    .addColumn("name", "text", (c) => c.notNull())
    .addColumn("calendar_id", "integer", (c) => c.references("calendar.id"))
    .addColumn("makes", "integer", (c) => c.notNull())
    .addColumn("is_default", "integer", (c) => c.notNull())
    .execute();
  await withId(db.schema.createTable("location"))
    .addColumn("store_id", "integer", (c) => c.notNull().references("store.id"))
    .addColumn("code", "text", (c) => c.notNull())
    .addColumn("code_key", "text", (c) => c.notNull())
    .addColumn("name", "text", (c) => c.notNull())
    .addColumn("is_output", "integer", (c) => c.notNull())
    .addUniqueConstraint("location_code", ["store_id", "code_key"])
    .execute();
  await withId(db.schema.createTable("work_center"))
    .addColumn("store_id", "integer", (c) => c.notNull().references("store.id"))
    .addColumn("code", "text", (c) => c.notNull())
    .addColumn("code_key", "text", (c) => c.notNull())
    .addColumn("name", "text", (c) => c.notNull())
    .addColumn("calendar_id", "integer", (c) => c.references("calendar.id"))
    .addColumn("weekly_hours", "text")
    .addColumn("capacity", "text", (c) => c.notNull())
    .addColumn("cost_rate", "text", (c) => c.notNull())
    .addUniqueConstraint("work_center_code", ["store_id", "code_key"])
    .execute();
}

async function items(db: Kysely<unknown>): Promise<void> {
  await withId(db.schema.createTable("item"))
    .addColumn("number", "text", (c) => c.notNull())
    .addColumn("number_key", "text", (c) => c.notNull().unique())
    .addColumn("description", "text", (c) => c.notNull())
    .addColumn("unit_code", "text", (c) => c.notNull().references("unit.code"))
    .addColumn("make", "integer", (c) => c.notNull())
    .addColumn("buy", "integer", (c) => c.notNull())
    .addColumn("active", "integer", (c) => c.notNull())
    .addColumn("reorder_point", "text")
    .addColumn("reorder_quantity", "text")
    .addColumn("lead_time_days", "integer", (c) => c.notNull())
    .execute();
  await withId(db.schema.createTable("item_alias"))
    .addColumn("item_id", "integer", (c) => c.notNull().references("item.id"))
    .addColumn("alias", "text", (c) => c.notNull())
    .addColumn("alias_key", "text", (c) => c.notNull())
    .addColumn("kind", "text", (c) => c.notNull())
    .addUniqueConstraint("item_alias_once", ["alias_key", "item_id"])
    .execute();
  await db.schema
    .createTable("item_store")
    .addColumn("item_id", "integer", (c) => c.notNull().references("item.id"))
    .addColumn("store_id", "integer", (c) => c.notNull().references("store.id"))
    .addColumn("reorder_point", "text")
    .addColumn("reorder_quantity", "text")
    .addPrimaryKeyConstraint("item_store_key", ["item_id", "store_id"])
    .execute();
  await withId(db.schema.createTable("unit_conversion"))
    .addColumn("item_id", "integer", (c) => c.references("item.id"))
    .addColumn("from_unit", "text", (c) => c.notNull().references("unit.code"))
    .addColumn("to_unit", "text", (c) => c.notNull().references("unit.code"))
    .addColumn("factor", "text", (c) => c.notNull())
    .execute();
}

async function boms(db: Kysely<unknown>): Promise<void> {
  await withId(db.schema.createTable("bom"))
    .addColumn("item_id", "integer", (c) => c.notNull().references("item.id"))
    .addColumn("name", "text", (c) => c.notNull())
    .addColumn("name_key", "text", (c) => c.notNull())
    .addColumn("instruction", "text", (c) => c.notNull())
    .addColumn("is_default", "integer", (c) => c.notNull())
    .addUniqueConstraint("bom_name", ["item_id", "name_key"])
    .execute();
  await withId(db.schema.createTable("bom_revision"))
    .addColumn("bom_id", "integer", (c) => c.notNull().references("bom.id"))
    .addColumn("revision", "text", (c) => c.notNull())
    .addColumn("valid_from", "text")
    .addColumn("valid_to", "text")
    .addColumn("output_quantity", "text", (c) => c.notNull())
    .addUniqueConstraint("bom_revision_name", ["bom_id", "revision"])
    .execute();
}

async function bomLines(db: Kysely<unknown>): Promise<void> {
  await withId(db.schema.createTable("bom_line"))
    .addColumn("bom_revision_id", "integer", (c) => c.notNull().references("bom_revision.id"))
    .addColumn("position", "integer", (c) => c.notNull())
    .addColumn("component_item_id", "integer", (c) => c.notNull().references("item.id"))
    .addColumn("quantity", "text", (c) => c.notNull())
    .addColumn("unit_code", "text", (c) => c.notNull().references("unit.code"))
    .addColumn("is_fixed", "integer", (c) => c.notNull())
    .addColumn("scrap_percent", "text", (c) => c.notNull())
    .addColumn("is_phantom", "integer", (c) => c.notNull())
    .addColumn("valid_from", "text")
    .addColumn("valid_to", "text")
    .addColumn("instruction", "text", (c) => c.notNull())
    .execute();
  await db.schema
    .createIndex("bom_line_of_revision")
    .on("bom_line")
    .columns(["bom_revision_id", "position"])
    .execute();
  await db.schema.createIndex("bom_line_where_used").on("bom_line").column("component_item_id").execute();
}

async function routings(db: Kysely<unknown>): Promise<void> {
  await withId(db.schema.createTable("routing_operation"))
    .addColumn("bom_revision_id", "integer", (c) => c.notNull().references("bom_revision.id"))
    .addColumn("position", "integer", (c) => c.notNull())
    .addColumn("work_center_id", "integer", (c) => c.notNull().references("work_center.id"))
    .addColumn("resource", "text", (c) => c.notNull())
    .addColumn("setup_minutes", "text", (c) => c.notNull())
    .addColumn("run_minutes", "text", (c) => c.notNull())
    .addColumn("instruction", "text", (c) => c.notNull())
    .addUniqueConstraint("routing_operation_position", ["bom_revision_id", "position"])
    .execute();
}

async function stockAndDemand(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("stock_level")
    .addColumn("item_id", "integer", (c) => c.notNull().references("item.id"))
    .addColumn("store_id", "integer", (c) => c.notNull().references("store.id"))
    .addColumn("location_id", "integer", (c) => c.notNull())
    .addColumn("available", "text", (c) => c.notNull())
    .addColumn("not_available", "text", (c) => c.notNull())
    .addColumn("allocated", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("stock_level_key", ["item_id", "store_id", "location_id"])
    .execute();
  await withId(db.schema.createTable("demand_line"))
    .addColumn("is_imported", "integer", (c) => c.notNull())
    .addColumn("kind", "text", (c) => c.notNull())
    .addColumn("document", "text", (c) => c.notNull())
    .addColumn("line", "text", (c) => c.notNull())
    .addColumn("item_id", "integer", (c) => c.notNull().references("item.id"))
    .addColumn("store_id", "integer", (c) => c.notNull().references("store.id"))
    .addColumn("unit_code", "text", (c) => c.notNull().references("unit.code"))
    .addColumn("quantity", "text", (c) => c.notNull())
    .addColumn("done_quantity", "text", (c) => c.notNull())
    .addColumn("need_date", "text")
    .addColumn("status", "text", (c) => c.notNull())
    .addColumn("party", "text", (c) => c.notNull())
    .addColumn("notes", "text", (c) => c.notNull())
    .execute();
  await db.schema
    .createIndex("demand_line_of_document")
    .on("demand_line")
    .columns(["kind", "document", "line"])
    .execute();
  await db.schema
    .createIndex("demand_line_of_item")
    .on("demand_line")
    .columns(["item_id", "store_id"])
    .execute();
}
