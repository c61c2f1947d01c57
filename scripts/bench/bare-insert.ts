/** The yardstick: better-sqlite3 alone, one prepared statement a table, one transaction, the very same rows and tables. */
import SqliteFile from "better-sqlite3";
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
