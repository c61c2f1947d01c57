/** One SQLite file; a process has one connection that writes, in a thread of its own, and one that reads. */
import SqliteFile from "better-sqlite3";
import type { Kysely } from "kysely";
import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import type { Tables } from "../tables.ts";
import { BUSY_MS, type Engine } from "./engine.ts";
import { ReadersDialect, WritersDialect } from "./sqlite-dialect.ts";
import { SqliteThread } from "./sqlite-thread.ts";

const pragmas = [
  "journal_mode = WAL",
  // A press that was answered must survive a power cut, so every commit waits for the disk.
  "synchronous = FULL",
  "foreign_keys = ON",
];

/** Throws when the file cannot be opened. */
export function sqliteEngine(path: string): Engine {
  if (path !== ":memory:") mkdirSync(dirname(path), { recursive: true });
  // First, so that a file that cannot be opened is found out here.
  const readersDialect = path === ":memory:" ? null : new ReadersDialect({ database: openForReading(path) });
  return {
    dialect: new WritersDialect(new SqliteThread({ path, busyMs: BUSY_MS, pragmas })),
    readersDialect,
    reading: (kysely) => kysely.transaction(),
    writing: (kysely) => kysely.transaction(),
    takeWriteLock,
    checkBeforeCommit: () => Promise.resolve(),
    isPassing: isBusy,
  };
}

/** In WAL mode it sees what was committed when its transaction began, whatever is being written. */
function openForReading(path: string): SqliteFile.Database {
  const file = new SqliteFile(path, { timeout: BUSY_MS });
  for (const pragma of [...pragmas, "query_only = ON"]) file.pragma(pragma);
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
