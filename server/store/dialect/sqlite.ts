/** One SQLite file; a process has one connection that writes and one that reads. */
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
    dialect: new OurSqliteDialect(openFile(path)),
    readersDialect: path === ":memory:" ? null : new OurSqliteDialect(openForReading(path)),
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

/** In WAL mode it sees what was committed when its transaction began, whatever is being written. */
function openForReading(path: string): SqliteFile.Database {
  const file = openFile(path);
  file.pragma("query_only = ON");
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
