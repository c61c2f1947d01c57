/** One SQLite file, with one connection for each process. */
import SqliteFile from "better-sqlite3";
import type { Kysely } from "kysely";
import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import type { Tables } from "../tables.ts";
import { BUSY_MS, type Engine } from "./engine.ts";
import { OurSqliteDialect } from "./sqlite-dialect.ts";

/** Throws when the file cannot be opened. */
export function sqliteEngine(path: string): Engine {
  if (path !== ":memory:") mkdirSync(dirname(path), { recursive: true });
  return {
    dialect: new OurSqliteDialect({ database: openFile(path) }),
    reading: (kysely) => kysely.transaction(),
    writing: (kysely) => kysely.transaction(),
    takeWriteLock,
    checkBeforeCommit: () => Promise.resolve(),
    isPassing: isBusy,
  };
}

function openFile(path: string): SqliteFile.Database {
  const file = new SqliteFile(path, { timeout: BUSY_MS });
  file.pragma("journal_mode = WAL");
  // A press that was answered must survive a power cut, so every commit waits for the disk.
  file.pragma("synchronous = FULL");
  file.pragma("foreign_keys = ON");
  return file;
}

/**
 * SQLite lets a transaction that began with a read turn to writing only if nobody wrote in between. A write that
 * changes nothing, as the first statement, waits its turn here instead of failing half way.
 */
async function takeWriteLock(transaction: Kysely<Tables>): Promise<void> {
  await transaction.updateTable("counter").set({ value: 0 }).where("name", "=", "").execute();
}

function isBusy(error: unknown): boolean {
  return error instanceof SqliteFile.SqliteError && error.code.startsWith("SQLITE_BUSY");
}
