/** Opens the database, brings it to today's tables, and hands out transactions. */
import { Kysely, Migrator, type TransactionBuilder } from "kysely";
import { setTimeout as pause } from "node:timers/promises";
import { isPostgres, placeName } from "./dialect/database-place.ts";
import type { Engine } from "./dialect/engine.ts";
import { postgresEngine } from "./dialect/postgres.ts";
import { sqliteEngine } from "./dialect/sqlite.ts";
import { allMigrations } from "./migrations/all-migrations.ts";
import { OneAtATime } from "./one-at-a-time.ts";
import type { Tables } from "./tables.ts";

/** How often work is begun, when the database is busy or the line to it breaks; and the first pause, then doubled. */
const TRIES = 4;
const PAUSE_MS = 150;

export type Transaction = Kysely<Tables>;

type Work<Result> = (transaction: Transaction) => Promise<Result>;

/**
 * The only way to the tables. Statements go through the transaction that is handed in; work never asks for another
 * one, so nobody can wait for themselves.
 */
export class Database {
  readonly #kysely: Kysely<Tables>;
  readonly #readers: Kysely<Tables>;
  readonly #engine: Engine;
  /** They would wait for each other in any case: here they keep no connection from those who read meanwhile. */
  readonly #writers = new OneAtATime();

  constructor(kysely: Kysely<Tables>, engine: Engine) {
    this.#kysely = kysely;
    const { readersDialect } = engine;
    this.#readers = readersDialect === null ? kysely : new Kysely<Tables>({ dialect: readersDialect });
    this.#engine = engine;
  }

  /** All reads of `work` see the same moment. */
  read<Result>(work: Work<Result>): Promise<Result> {
    return this.#untilDone(this.#engine.reading(this.#readers), work);
  }

  /**
   * All of `work` is written, or nothing. It may run again from the start when the database was busy or the line to
   * it broke, so it must have no other effects (R62).
   */
  write<Result>(work: Work<Result>): Promise<Result> {
    const lockedWork: Work<Result> = async (transaction) => {
      await this.#engine.takeWriteLock(transaction);
      const result = await work(transaction);
      await this.#engine.checkBeforeCommit(transaction);
      return result;
    };
    return this.#writers.next(() => this.#untilDone(this.#engine.writing(this.#kysely), lockedWork));
  }

  async close(): Promise<void> {
    if (this.#readers !== this.#kysely) await this.#readers.destroy();
    await this.#kysely.destroy();
  }

  async #untilDone<Result>(begin: TransactionBuilder<Tables>, work: Work<Result>): Promise<Result> {
    for (let tries = 1; ; tries += 1) {
      const moment = { atCommit: false };
      try {
        return await begin.execute(async (transaction) => {
          const result = await work(transaction);
          moment.atCommit = true;
          return result;
        });
      } catch (error) {
        if (!this.#engine.isPassing(error, moment) || tries === TRIES) throw error;
      }
      await pause(PAUSE_MS * 2 ** tries);
    }
  }
}

/**
 * `place` is the path of a SQLite file or a postgres:// address. Throws when it cannot be opened or migrated, with
 * the cause.
 */
export async function openDatabase(place: string): Promise<Database> {
  const engine = isPostgres(place) ? postgresEngine(place) : sqliteEngine(place);
  const kysely = new Kysely<Tables>({ dialect: engine.dialect });
  const error = await migrate(kysely, engine);
  if (error === null) return new Database(kysely, engine);
  await kysely.destroy();
  throw new Error(
    `The database ${placeName(place)} could not be brought to today's tables: ${reasonOf(error)}`,
    {
      cause: error,
    },
  );
}

/** Null when all went well. Tried again where two services that start on one new database meet. */
async function migrate(kysely: Kysely<Tables>, engine: Engine): Promise<unknown> {
  const provider = { getMigrations: () => Promise.resolve(allMigrations) };
  for (let tries = 1; ; tries += 1) {
    const { error = null } = await new Migrator({ db: kysely, provider }).migrateToLatest();
    const isOver = error === null || tries === TRIES || !engine.isPassing(error, { atCommit: false });
    if (isOver) return error;
    await pause(PAUSE_MS * 2 ** tries);
  }
}

/** A host that has several addresses, none of which answers, is a fault without words. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.message === "" && "code" in error ? String(error.code) : error.message;
}
