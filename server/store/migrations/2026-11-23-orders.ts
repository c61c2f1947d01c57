/** Manufacturing orders, the batches that made them, whom they are for, and the log of all that happened. */
import type { Kysely } from "kysely";
import { withId } from "../dialect/with-id.ts";

export async function createOrders(db: Kysely<unknown>): Promise<void> {
  await batches(db);
  await orders(db);
  await indexesOfOrders(db);
  await linesOfOrders(db);
  await rowsAndCoverage(db);
  await movementsAndLog(db);
}

async function batches(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("batch")
    .addColumn("id", "integer", (c) => c.primaryKey())
    .addColumn("number", "text", (c) => c.notNull().unique())
    .addColumn("request_key", "text", (c) => c.notNull().unique())
    .addColumn("request_hash", "text", (c) => c.notNull())
    .addColumn("state", "text", (c) => c.notNull())
    .addColumn("actor", "text", (c) => c.notNull())
    .addColumn("source_workbook", "text", (c) => c.notNull())
    .addColumn("source_sheet", "text", (c) => c.notNull())
    .addColumn("created_at", "text", (c) => c.notNull())
    .addColumn("finished_at", "text")
    .execute();
}

async function orders(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("manufacturing_order")
    .addColumn("id", "integer", (c) => c.primaryKey())
    .addColumn("number", "text", (c) => c.notNull().unique())
    .addColumn("batch_id", "integer", (c) => c.notNull().references("batch.id"))
    .addColumn("batch_row", "integer", (c) => c.notNull())
    .addColumn("type", "text", (c) => c.notNull())
    .addColumn("link", "text", (c) => c.notNull())
    .addColumn("item_id", "integer", (c) => c.notNull().references("item.id"))
    .addColumn("bom_revision_id", "integer", (c) => c.notNull().references("bom_revision.id"))
    .addColumn("store_id", "integer", (c) => c.notNull().references("store.id"))
    .addColumn("output_location_id", "integer", (c) => c.references("location.id"))
    .addColumn("unit_code", "text", (c) => c.notNull().references("unit.code"))
    .addColumn("quantity", "text", (c) => c.notNull())
    .addColumn("produced_quantity", "text", (c) => c.notNull())
    .addColumn("scrapped_quantity", "text", (c) => c.notNull())
    .addColumn("status", "text", (c) => c.notNull())
    .addColumn("hold_reason", "text")
    .addColumn("priority", "integer", (c) => c.notNull())
    .addColumn("order_date", "text", (c) => c.notNull())
    .addColumn("schedule_date", "text", (c) => c.notNull())
    .addColumn("due_date", "text", (c) => c.notNull())
    .addColumn("need_date", "text")
    .addColumn("memo", "text", (c) => c.notNull())
    .addColumn("project", "text", (c) => c.notNull())
    .addColumn("parent_id", "integer", (c) => c.references("manufacturing_order.id"))
    .addColumn("version", "integer", (c) => c.notNull())
    .addColumn("created_at", "text", (c) => c.notNull())
    .addColumn("created_by", "text", (c) => c.notNull())
    .addColumn("changed_at", "text", (c) => c.notNull())
    .addColumn("changed_by", "text", (c) => c.notNull())
    .addUniqueConstraint("one_order_for_a_row", ["batch_id", "batch_row"])
    .execute();
}

async function indexesOfOrders(db: Kysely<unknown>): Promise<void> {
  const index = (name: string, columns: readonly string[]) =>
    db.schema
      .createIndex(name)
      .on("manufacturing_order")
      .columns([...columns])
      .execute();
  await index("order_by_status", ["status", "id"]);
  await index("order_by_store", ["store_id", "status", "id"]);
  await index("order_by_item", ["item_id", "status", "id"]);
  await index("order_by_parent", ["parent_id"]);
}

async function linesOfOrders(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("mo_material")
    .addColumn("mo_id", "integer", (c) => c.notNull().references("manufacturing_order.id"))
    .addColumn("position", "integer", (c) => c.notNull())
    .addColumn("item_id", "integer", (c) => c.notNull().references("item.id"))
    .addColumn("quantity", "text", (c) => c.notNull())
    .addColumn("unit_code", "text", (c) => c.notNull().references("unit.code"))
    .addColumn("quantity_per", "text", (c) => c.notNull())
    .addColumn("is_fixed", "integer", (c) => c.notNull())
    .addColumn("scrap_percent", "text", (c) => c.notNull())
    .addColumn("issued_quantity", "text", (c) => c.notNull())
    // No reference: a new import of the revision replaces its lines; the MO keeps its own copy.
    .addColumn("bom_line_id", "integer")
    .addColumn("instruction", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("mo_material_key", ["mo_id", "position"])
    .execute();
  await db.schema.createIndex("mo_material_of_item").on("mo_material").column("item_id").execute();
  await db.schema
    .createTable("mo_operation")
    .addColumn("mo_id", "integer", (c) => c.notNull().references("manufacturing_order.id"))
    .addColumn("position", "integer", (c) => c.notNull())
    .addColumn("work_center_id", "integer", (c) => c.notNull().references("work_center.id"))
    .addColumn("resource", "text", (c) => c.notNull())
    .addColumn("setup_minutes", "text", (c) => c.notNull())
    .addColumn("run_minutes", "text", (c) => c.notNull())
    .addColumn("instruction", "text", (c) => c.notNull())
    .addColumn("status", "text", (c) => c.notNull())
    .addColumn("planned_start", "text")
    .addColumn("planned_end", "text")
    .addPrimaryKeyConstraint("mo_operation_key", ["mo_id", "position"])
    .execute();
}

async function rowsAndCoverage(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("batch_row")
    .addColumn("batch_id", "integer", (c) => c.notNull().references("batch.id"))
    .addColumn("row", "integer", (c) => c.notNull())
    .addColumn("outcome", "text", (c) => c.notNull())
    .addColumn("mo_id", "integer", (c) => c.references("manufacturing_order.id"))
    .addColumn("problems", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("batch_row_key", ["batch_id", "row"])
    .execute();
  await db.schema
    .createTable("coverage")
    .addColumn("demand_line_id", "integer", (c) => c.notNull().references("demand_line.id"))
    .addColumn("mo_id", "integer", (c) => c.notNull().references("manufacturing_order.id"))
    .addColumn("quantity", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("coverage_key", ["demand_line_id", "mo_id"])
    .execute();
  await db.schema.createIndex("coverage_by_order").on("coverage").column("mo_id").execute();
}

async function movementsAndLog(db: Kysely<unknown>): Promise<void> {
  await withId(db.schema.createTable("stock_movement"))
    .addColumn("item_id", "integer", (c) => c.notNull().references("item.id"))
    .addColumn("store_id", "integer", (c) => c.notNull().references("store.id"))
    .addColumn("location_id", "integer", (c) => c.notNull())
    .addColumn("quantity", "text", (c) => c.notNull())
    .addColumn("reason", "text", (c) => c.notNull())
    .addColumn("mo_id", "integer", (c) => c.references("manufacturing_order.id"))
    .addColumn("actor", "text", (c) => c.notNull())
    .addColumn("at", "text", (c) => c.notNull())
    .execute();
  await withId(db.schema.createTable("event"), "position")
    .addColumn("kind", "text", (c) => c.notNull())
    .addColumn("mo_id", "integer", (c) => c.references("manufacturing_order.id"))
    .addColumn("batch_id", "integer", (c) => c.references("batch.id"))
    .addColumn("data", "text", (c) => c.notNull())
    .addColumn("actor", "text", (c) => c.notNull())
    .addColumn("at", "text", (c) => c.notNull())
    .execute();
  await db.schema.createIndex("event_of_order").on("event").columns(["mo_id", "position"]).execute();
  await db.schema
    .createTable("counter")
    .addColumn("name", "text", (c) => c.primaryKey())
    .addColumn("value", "integer", (c) => c.notNull())
    .execute();
}
