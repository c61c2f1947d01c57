/** The yardstick: better-sqlite3 alone, one prepared statement a table, one transaction, the very same rows and tables. */
import SqliteFile from "better-sqlite3";
import { z } from "zod";
import { openDatabase } from "../../server/store/open-database.ts";

export interface TableRows {
  readonly table: string;
  readonly rows: readonly Readonly<Record<string, string | number | null>>[];
}

/** Milliseconds for all rows into empty tables of the product, committed to the disk. References are not checked. */
export async function bareInsertMs(path: string, tables: readonly TableRows[]): Promise<number> {
  await (await openDatabase(path)).close();
  const file = new SqliteFile(path);
  file.pragma("synchronous = FULL");
  file.pragma("foreign_keys = OFF");
  const inserts = tables.map(({ table, rows }) => {
    const columns = Object.keys(rows[0] ?? {});
    const marks = columns.map(() => "?").join(", ");
    const statement = file.prepare(`insert into ${table} (${columns.join(", ")}) values (${marks})`);
    return { statement, rows: rows.map((row) => Object.values(row)) };
  });
  const begun = performance.now();
  file.transaction(() => {
    for (const { statement, rows } of inserts) for (const row of rows) statement.run(...row);
  })();
  const took = performance.now() - begun;
  file.close();
  return took;
}

/** All that a press writes. */
const written = [
  "manufacturing_order",
  "mo_material",
  "mo_operation",
  "mo_explanation",
  "demand_line",
  "coverage",
  "batch_row",
  "event",
];

/** The rows of the last press, as they stand in the file. */
export function rowsOfLastPress(file: string, orders: number): readonly TableRows[] {
  const database = new SqliteFile(file, { readonly: true });
  const rowSchema = z.array(z.record(z.string(), z.union([z.string(), z.number(), z.null()])));
  const tables = written.map((table) => {
    const share = table === "mo_material" ? 10 : table === "mo_operation" ? 3 : 1;
    const statement = database.prepare(`select * from ${table} order by rowid desc limit ?`);
    return { table, rows: rowSchema.parse(statement.all(orders * share)).toReversed() };
  });
  database.close();
  return tables;
}
