/** Opens the SQLite file, brings it to today's tables, and hands out transactions. */
import SqliteFile from "better-sqlite3";
import { Kysely, Migrator, SqliteDialect } from "kysely";
import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { allMigrations } from "./migrations/all-migrations.ts";
import type { Tables } from "./tables.ts";

/** How long a write waits for another process that is writing (R62). */
const BUSY_MS = 5_000;

/** How often work is begun anew when the database stays busy even so. */
const TRIES = 4;

export type Transaction = Kysely<Tables>;

/**
 * The only way to the tables. Statements go through the transaction that is handed in; nobody else can reach the
 * one connection, so nobody can wait for themselves.
 */
export class Database {
  readonly #kysely: Kysely<Tables>;

  constructor(kysely: Kysely<Tables>) {
    this.#kysely = kysely;
  }

  /** All reads of `work` see the same moment. */
  read<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result> {
    return this.#kysely.transaction().execute(work);
  }

  /**
   * All of `work` is written, or nothing. It may run again from the start when the database was busy, so it must
   * have no other effects (R62).
   */
  async write<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.#kysely.transaction().execute(async (transaction) => {
          await takeWriteLock(transaction);
          return work(transaction);
        });
      } catch (error) {
        if (!isBusy(error) || tries === TRIES) throw error;
      }
    }
  }

  close(): Promise<void> {
    return this.#kysely.destroy();
  }
}

/**
 * SQLite lets a transaction that began with a read turn to writing only if nobody wrote in between. A write that
 * changes nothing, as the first statement, waits its turn here instead of failing half way.
 */
async function takeWriteLock(transaction: Transaction): Promise<void> {
  await transaction.updateTable("counter").set({ value: 0 }).where("name", "=", "").execute();
}

function isBusy(error: unknown): boolean {
  return error instanceof SqliteFile.SqliteError && error.code.startsWith("SQLITE_BUSY");
}

/** Throws when the file cannot be opened or migrated, with the cause. */
export async function openDatabase(path: string): Promise<Database> {
  if (path !== ":memory:") mkdirSync(dirname(path), { recursive: true });
  const kysely = new Kysely<Tables>({ dialect: new SqliteDialect({ database: openFile(path) }) });
  await migrate(kysely, path);
  return new Database(kysely);
}

function openFile(path: string): SqliteFile.Database {
  const file = new SqliteFile(path);
  file.pragma("journal_mode = WAL");
  // A press that was answered must survive a power cut, so every commit waits for the disk.
  file.pragma("synchronous = FULL");
  file.pragma("foreign_keys = ON");
  file.pragma(`busy_timeout = ${BUSY_MS}`);
  return file;
}

async function migrate(kysely: Kysely<Tables>, path: string): Promise<void> {
  const provider = { getMigrations: () => Promise.resolve(allMigrations) };
  const { error } = await new Migrator({ db: kysely, provider }).migrateToLatest();
  if (error === undefined) return;
  await kysely.destroy();
  throw new Error(`The database ${path} could not be brought to today's tables`, { cause: error });
}
