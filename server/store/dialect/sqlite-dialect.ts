/** Kysely's SQLite, with migrations that are done whole or not at all, and many rows at once. */
import type SqliteFile from "better-sqlite3";
import { SqliteAdapter, SqliteDialect, SqliteQueryCompiler } from "kysely";
import type { PlainRow, TakesRows } from "./takes-rows.ts";
import { storable } from "./storable-text.ts";

export class OurSqliteDialect extends SqliteDialect {
  readonly #file: SqliteFile.Database;

  constructor(file: SqliteFile.Database) {
    super({ database: file });
    this.#file = file;
  }

  override createAdapter(): SqliteAdapter {
    return new OurSqliteAdapter(this.#file);
  }

  override createQueryCompiler(): SqliteQueryCompiler {
    return new OurSqliteCompiler();
  }
}

class OurSqliteAdapter extends SqliteAdapter implements TakesRows {
  readonly #file: SqliteFile.Database;
  readonly #inserts = new Map<string, SqliteFile.Statement>();

  constructor(file: SqliteFile.Database) {
    super();
    this.#file = file;
  }

  /** SQLite takes back the making of tables like anything else: a process killed in a migration leaves none of it. */
  override get supportsTransactionalDdl(): boolean {
    return true;
  }

  /** One prepared statement, run row by row: with this driver nothing is faster, not even many rows in a statement. */
  takeRows(table: string, rows: readonly PlainRow[]): void {
    const [first] = rows;
    if (first === undefined) return;
    const insert = this.#insert(table, Object.keys(first));
    for (const row of rows) insert.run(storableValues(row));
  }

  #insert(table: string, columns: readonly string[]): SqliteFile.Statement {
    const names = columns.map((column) => `"${column}"`).join(", ");
    const text = `insert into "${table}" (${names}) values (${columns.map(() => "?").join(", ")})`;
    const known = this.#inserts.get(text);
    if (known !== undefined) return known;
    const statement = this.#file.prepare(text);
    this.#inserts.set(text, statement);
    return statement;
  }
}

/** Made ready in place: this runs for every row there is. */
function storableValues(row: PlainRow): (string | number | null)[] {
  const values = Object.values(row);
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at];
    if (typeof value === "string" && value !== "") values[at] = storable(value);
  }
  return values;
}

class OurSqliteCompiler extends SqliteQueryCompiler {
  protected override addParameter(parameter: unknown): void {
    super.addParameter(storable(parameter));
  }
}
