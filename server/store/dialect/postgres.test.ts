/** What only PostgreSQL can get wrong: lines that break, and writers in several processes at once. */
import { sql } from "kysely";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { freshPlace, type FreshPlace } from "../../../test/support/fresh-place.ts";
import { appendEvents, eventsAfter, type NewEvent } from "../event-store.ts";
import { openDatabase, type Database, type Transaction } from "../open-database.ts";
import { isPassingPostgresFault } from "./postgres-faults.ts";

let fresh: FreshPlace;
let database: Database;
let other: Database;

beforeEach(async () => {
  fresh = await freshPlace();
  database = await openDatabase(fresh.place);
  other = await openDatabase(fresh.place);
});

afterEach(async () => {
  await Promise.all([database.close(), other.close()]);
  await fresh.remove();
});

const fromActor = (actor: string): NewEvent => ({
  kind: "batch-created",
  moId: null,
  batchId: null,
  order: null,
  actor,
  at: "2027-03-10T08:00:00.000Z",
});

const actorsAfter = (after: number) =>
  database.read(async (transaction) =>
    (await eventsAfter(transaction, { after, limit: 100 })).map(({ actor }) => actor),
  );

const endSession = (transaction: Transaction) =>
  sql`select pg_terminate_backend(pg_backend_pid())`.execute(transaction);

test("a position becomes visible only after all before it, though a later writer is quicker", async () => {
  const slow = database.write(async (transaction) => {
    await appendEvents(transaction, [fromActor("slow")]);
    await pause(300);
  });
  await pause(50);
  const quick = other.write((transaction) => appendEvents(transaction, [fromActor("quick")]));
  await pause(100);
  expect(await actorsAfter(0)).toEqual([]);
  await Promise.all([slow, quick]);
  expect(await actorsAfter(0)).toEqual(["slow", "quick"]);
});

test("those who read do not wait for those who write, however many", async () => {
  const ended = { writers: false };
  const writers = Promise.all(Array.from({ length: 20 }, () => database.write(() => pause(50))));
  void writers.then(() => (ended.writers = true));
  await actorsAfter(0);
  expect(ended.writers).toBe(false);
  await writers;
});

describe("work whose line breaks", () => {
  test("is done again from the start, once", async () => {
    let tries = 0;
    await database.write(async (transaction) => {
      tries += 1;
      await appendEvents(transaction, [fromActor(`try ${tries}`)]);
      if (tries === 1) await endSession(transaction);
    });
    expect(await actorsAfter(0)).toEqual(["try 2"]);
  });

  test("while it does not ask anything is done again too", async () => {
    let tries = 0;
    await database.write(async (transaction) => {
      tries += 1;
      await appendEvents(transaction, [fromActor(`try ${tries}`)]);
      if (tries > 1) return;
      await other.read((theirs) =>
        sql`select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and state = 'idle in transaction'`.execute(theirs),
      );
      await pause(50);
    });
    expect(tries).toBe(2);
    expect(await actorsAfter(0)).toEqual(["try 2"]);
  });

  test("that only reads is done again", async () => {
    let tries = 0;
    const found = await database.read(async (transaction) => {
      tries += 1;
      if (tries === 1) await endSession(transaction);
      return tries;
    });
    expect(found).toBe(2);
  });

  test("every time is given up with the fault", async () => {
    await expect(database.write(endSession)).rejects.toThrow();
    expect(await actorsAfter(0)).toEqual([]);
  });
});

test.each(["40001", "40P01", "55P03"])("what the server takes back with %s is done again", async (code) => {
  let tries = 0;
  await database.write(async (transaction) => {
    tries += 1;
    await appendEvents(transaction, [fromActor(`try ${tries}`)]);
    if (tries > 1) return;
    await sql`do ${sql.raw(`$$ begin raise exception using errcode = '${code}'; end $$`)}`.execute(
      transaction,
    );
  });
  expect(await actorsAfter(0)).toEqual(["try 2"]);
});

test("work that goes on after a statement that failed is never taken for written", async () => {
  const careless = database.write(async (transaction) => {
    await appendEvents(transaction, [fromActor("careless")]);
    await sql`select 1 / 0`.execute(transaction).catch(() => undefined);
  });
  await expect(careless).rejects.toThrow("current transaction is aborted");
  expect(await actorsAfter(0)).toEqual([]);
});

test("an address that nobody answers at is a fault that names the place and no password", async () => {
  const opening = openDatabase("postgres://planner:secret@127.0.0.1:1/planner");
  await expect(opening).rejects.toThrow("postgres://planner@127.0.0.1:1/planner could not be brought");
});

describe("a fault", () => {
  const coded = (code: string) => Object.assign(new Error("fault"), { code });

  test("that was taken back passes at the commit too", () => {
    expect(isPassingPostgresFault(coded("40001"), { atCommit: true })).toBe(true);
  });

  test.each([
    coded("57P01"),
    coded("ECONNRESET"),
    new Error("Connection terminated unexpectedly"),
    new Error("timeout exceeded when trying to connect"),
  ])("of the line (%s) passes, but not at the commit, whose answer is unknown then", (error) => {
    expect(isPassingPostgresFault(error, { atCommit: false })).toBe(true);
    expect(isPassingPostgresFault(error, { atCommit: true })).toBe(false);
  });

  test.each([coded("23505"), coded("22P02"), new Error("anything"), "text"])(
    "of the work (%s) stays",
    (error) => {
      expect(isPassingPostgresFault(error, { atCommit: false })).toBe(false);
    },
  );
});
