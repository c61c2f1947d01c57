/** A whole-number key the database gives out itself, never twice, not even after the last row was deleted. */
import type { CreateTableBuilder } from "kysely";

export function withId<Name extends string>(
  table: CreateTableBuilder<Name>,
  name = "id",
): CreateTableBuilder<Name, string> {
  return table.addColumn(name, "integer", (column) => column.primaryKey().autoIncrement());
}
