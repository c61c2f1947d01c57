/** Kysely's SQLite, with migrations that are done whole or not at all, and many rows at once. */
import {
  SqliteAdapter,
  SqliteDialect,
  SqliteQueryCompiler,
  type Driver,
  type SqliteDialectConfig,
} from "kysely";
import { rowsAsColumns, type PlainRow } from "./rows-as-columns.ts";
import type { TakesRows } from "./takes-rows.ts";
import { storable } from "./storable-text.ts";
import type { SqliteThread } from "./sqlite-thread.ts";
import { ThreadConnection, ThreadDriver } from "./thread-driver.ts";

/** For a connection that only reads, on the service's own thread. */
export class ReadersDialect extends SqliteDialect {
  override createQueryCompiler(): SqliteQueryCompiler {
    return new OurSqliteCompiler();
  }
}

/** For the connection that writes. */
export class WritersDialect extends ReadersDialect {
  readonly #connection: ThreadConnection;

  constructor(thread: SqliteThread) {
    super(noFile);
    this.#connection = new ThreadConnection(thread);
  }

  override createDriver(): Driver {
    return new ThreadDriver(this.#connection);
  }

  override createAdapter(): SqliteAdapter {
    return new WritersAdapter(this.#connection);
  }
}

/** The thread has it. */
const noFile: SqliteDialectConfig = {
  database: () => Promise.reject(new Error("This dialect opens no file of its own")),
};

class WritersAdapter extends SqliteAdapter implements TakesRows {
  readonly #connection: ThreadConnection;

  constructor(connection: ThreadConnection) {
    super();
    this.#connection = connection;
  }

  /** SQLite takes back the making of tables like anything else: a process killed in a migration leaves none of it. */
  override get supportsTransactionalDdl(): boolean {
    return true;
  }

  async takeRows(table: string, rows: readonly PlainRow[]): Promise<void> {
    if (rows.length === 0) return;
    const columns = rowsAsColumns(rows);
    const names = columns.names.map((name) => `"${name}"`).join(", ");
    const text = `insert into "${table}" (${names}) values (${columns.names.map(() => "?").join(", ")})`;
    await this.#connection.insert(text, columns);
  }
}

class OurSqliteCompiler extends SqliteQueryCompiler {
  protected override addParameter(parameter: unknown): void {
    super.addParameter(storable(parameter));
  }
}
