/** A PostgreSQL database, shared by any number of service processes. */
import { sql, type Kysely } from "kysely";
import { Pool, types, TypeOverrides } from "pg";
import type { Tables } from "../tables.ts";
import { BUSY_MS, type Engine } from "./engine.ts";
import { OurPostgresDialect } from "./postgres-compiler.ts";
import { isPassingPostgresFault } from "./postgres-faults.ts";

/** Any number, the same in every process: the one lock that writers of a database queue for. */
const WRITERS = 7_041_776;

/** A process that fell silent in the middle of its work must not keep the others from writing for longer. */
const SILENCE_MS = 60_000;

/** Nothing is asked of the server yet. */
export function postgresEngine(address: string): Engine {
  return {
    dialect: new OurPostgresDialect({ pool: openPool(address) }),
    readersDialect: null,
    reading: (kysely) => kysely.transaction().setIsolationLevel("repeatable read").setAccessMode("read only"),
    // Each statement sees what was committed before it, and so all that was written before the lock was had.
    writing: (kysely) => kysely.transaction().setIsolationLevel("read committed").setAccessMode("read write"),
    takeWriteLock,
    checkBeforeCommit,
    isPassing: isPassingPostgresFault,
  };
}

function openPool(connectionString: string): Pool {
  const pool = new Pool({
    connectionString,
    fallback_application_name: "mo-planner",
    connectionTimeoutMillis: BUSY_MS,
    keepAlive: true,
    lock_timeout: BUSY_MS,
    idle_in_transaction_session_timeout: SILENCE_MS,
    types: numbersForCounts(),
  });
  // A line that breaks is told to whoever uses it, by the statement that fails; a spare one is replaced when needed.
  const notNow = (): void => undefined;
  pool.on("error", notNow);
  pool.on("connect", (client) => client.on("error", notNow));
  return pool;
}

/** Whole numbers come as numbers, as from SQLite: ours stay far below 2^53. */
function numbersForCounts(): TypeOverrides {
  const overrides = new TypeOverrides();
  overrides.setTypeParser(types.builtins.INT8, Number);
  return overrides;
}

/** Held to the end of the transaction: positions in the log become visible in their order, so no cursor skips one. */
async function takeWriteLock(transaction: Kysely<Tables>): Promise<void> {
  await sql`select pg_advisory_xact_lock(${sql.lit(WRITERS)})`.execute(transaction);
}

/**
 * After a statement that failed, PostgreSQL answers "commit" by taking all back, and calls that no fault. And a line
 * that broke is found here, where the work may still be begun anew, rather than at the commit, where it may not.
 */
async function checkBeforeCommit(transaction: Kysely<Tables>): Promise<void> {
  await sql`select 1`.execute(transaction);
}
