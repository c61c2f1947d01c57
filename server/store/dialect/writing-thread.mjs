/**
 * The connection that writes to a SQLite file, in a thread of its own: however long the disk takes over a commit, or
 * another process keeps the file, the service answers meanwhile (R62). Plain JavaScript: a thread starts without the
 * TypeScript loader.
 */
import SqliteFile from "better-sqlite3";
import { parentPort } from "node:worker_threads";

/** @import { Columns } from "./rows-as-columns.ts" */
/** @import { Answer, Asked } from "./thread-messages.ts" */

const [, , path = "", busyMs = "", ...pragmas] = process.argv;
const file = new SqliteFile(path, { timeout: Number(busyMs) });
for (const pragma of pragmas) file.pragma(pragma);
// Whoever waits for a commit does not wait for the log to be carried over into the file: that is done after the answer.
file.pragma("wal_autocheckpoint = 0");

/** Rows written since the log was carried over last, and how many are too many. */
let written = 0;
const MOST_WRITTEN = 1_000;

/** One for each shape of rows there is. @type {Map<string, SqliteFile.Statement>} */
const inserts = new Map();

/**
 * What broke the transaction that is open as its owner sees it. SQLite takes some transactions back by itself (a full
 * disk), and what was sent on meanwhile would be kept piece by piece: until its owner rolls back, nothing is done.
 * @type {{ message: string, code: string } | null}
 */
let broken = null;

/**
 * @param {Asked} asked
 * @returns {Answer}
 */
function answerTo(asked) {
  const { id, kind } = asked;
  if (broken !== null && kind !== "rollback" && kind !== "close") return { id, kind: "fault", ...broken };
  const isInTransaction = file.inTransaction;
  try {
    return doneFor(asked);
  } catch (error) {
    const code = error instanceof SqliteFile.SqliteError ? error.code : "";
    const fault = { message: error instanceof Error ? error.message : String(error), code };
    if (isInTransaction) broken = fault;
    return { id, kind: "fault", ...fault };
  }
}

/**
 * @param {Asked} asked
 * @returns {Answer}
 */
function doneFor(asked) {
  const { id } = asked;
  if (asked.kind === "close") {
    file.close();
    return { id, kind: "done", changes: 0 };
  }
  if (asked.kind === "rollback") {
    if (file.inTransaction) file.exec("rollback");
    broken = null;
    return { id, kind: "done", changes: 0 };
  }
  if (asked.kind === "insert") return done(id, insert(asked.text, asked.columns));
  const statement = file.prepare(asked.text);
  if (statement.reader) return { id, kind: "rows", rows: statement.all(asked.parameters) };
  return done(id, statement.run(asked.parameters).changes);
}

/**
 * @param {number} id
 * @param {number} changes
 * @returns {Answer}
 */
function done(id, changes) {
  written += changes;
  return { id, kind: "done", changes };
}

/** What cannot be carried over now, the disk being full, stays in the log, whole, and is tried again later. */
function carryOver() {
  if (written < MOST_WRITTEN || file.inTransaction) return;
  written = 0;
  try {
    file.pragma("wal_checkpoint(PASSIVE)");
  } catch (error) {
    if (!(error instanceof SqliteFile.SqliteError)) throw error;
  }
}

/**
 * One prepared statement, run row by row: with this driver nothing is faster, not even many rows in a statement.
 * @param {string} text
 * @param {Columns} columns
 */
function insert(text, { columns, rows }) {
  if (!file.inTransaction) throw new Error("Rows are written in a transaction only");
  const statement = inserts.get(text) ?? file.prepare(text);
  inserts.set(text, statement);
  const row = columns.map((column) => (column.kind === "same" ? column.value : null));
  const others = columns.flatMap((column, at) =>
    column.kind === "same" ? [] : [{ at, values: column.values }],
  );
  for (let index = 0; index < rows; index += 1) {
    for (const { at, values } of others) row[at] = values[index] ?? null;
    statement.run(row);
  }
  return rows;
}

/** @param {Asked} asked */
function hear(asked) {
  parentPort?.postMessage(answerTo(asked));
  if (asked.kind === "close") parentPort?.close();
  else carryOver();
}

parentPort?.on("message", hear);
