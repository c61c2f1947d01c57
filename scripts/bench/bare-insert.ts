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
  return insertMs(path, tables, false);
}

/** As the file is, for `bareInsertIntoMs`: what stands in it is there, and nothing of what follows. */
export async function copyOf(file: string, path: string): Promise<string> {
  const database = new SqliteFile(file, { readonly: true });
  await database.backup(path);
  database.close();
  return path;
}

/** The same into a copy of a database, whose references are checked as this driver does when nobody says otherwise. */
export function bareInsertIntoMs(path: string, tables: readonly TableRows[]): number {
  return insertMs(path, tables, true);
}

function insertMs(path: string, tables: readonly TableRows[], checksReferences: boolean): number {
  const file = new SqliteFile(path);
  file.pragma("journal_mode = WAL");
  file.pragma("synchronous = FULL");
  file.pragma(`foreign_keys = ${checksReferences ? "ON" : "OFF"}`);
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
  "batch",
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
    const statement = database.prepare(`select * from ${table} order by rowid desc limit ?`);
    return { table, rows: rowSchema.parse(statement.all(rowsOf(table, orders))).toReversed() };
  });
  database.close();
  return tables;
}

function rowsOf(table: string, orders: number): number {
  if (table === "batch") return 1;
  // One for the batch itself.
  if (table === "event") return orders + 1;
  return orders * (table === "mo_material" ? 10 : table === "mo_operation" ? 3 : 1);
}
