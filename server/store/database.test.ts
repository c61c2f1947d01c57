/** What both databases promise alike; this file runs on each. */
import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { engineName, freshPlace, type FreshPlace } from "../../test/support/fresh-place.ts";
import { inPieces, rowsInPieces } from "./chunks.ts";
import { countUp } from "./counter-store.ts";
import { appendEvents, eventsAfter, lastEventPosition, type NewEvent } from "./event-store.ts";
import { insertRows } from "./insert-rows.ts";
import { openDatabase, type Database, type Transaction } from "./open-database.ts";

let fresh: FreshPlace;
let database: Database;

beforeEach(async () => {
  fresh = await freshPlace();
  database = await openDatabase(fresh.place);
});

afterEach(async () => {
  await database.close();
  await fresh.remove();
});

const unit = (code: string, more: { decimals?: number; description?: string } = {}) => ({
  code,
  description: "",
  decimals: 0,
  ...more,
});

const unitCodes = async (transaction: Transaction): Promise<readonly string[]> =>
  (await transaction.selectFrom("unit").select("code").orderBy("code").execute()).map((row) => row.code);

const aBatch: NewEvent = {
  kind: "batch-created",
  moId: null,
  batchId: null,
  order: null,
  actor: "Ana",
  at: "2027-03-10T08:00:00.000Z",
};

describe("text", () => {
  /** In the order of their bytes, which no language shares. */
  const codes = [
    "",
    "00417",
    "10",
    "9",
    "A-1",
    "A1",
    "B",
    "Z",
    "_",
    "a",
    "a b",
    "ab",
    "z",
    "Ä",
    "ß",
    "é",
    "木",
  ];

  test("sorts and compares by its bytes", async () => {
    await database.write((transaction) =>
      transaction
        .insertInto("unit")
        .values(codes.toReversed().map((code) => unit(code)))
        .execute(),
    );
    expect(await database.read(unitCodes)).toEqual(codes);
    const above = await database.read((transaction) =>
      transaction.selectFrom("unit").select("code").where("code", ">", "Z").orderBy("code", "desc").execute(),
    );
    expect(above.map((row) => row.code)).toEqual(codes.slice(codes.indexOf("_")).toReversed());
  });

  test("no column of any table has another order", async () => {
    const others = {
      sqlite: sql`select name from sqlite_master where type = 'table' and sql like '%collate%'`,
      postgres: sql`
        select table_name, column_name from information_schema.columns
        where table_schema = 'public' and table_name not like 'kysely%'
          and (data_type like '%char%' or (data_type = 'text' and collation_name is distinct from 'C'))`,
    }[engineName()];
    expect((await database.read((transaction) => others.execute(transaction))).rows).toEqual([]);
  });

  test("amounts, days, instants and any letters come back as they went in", async () => {
    const texts = [
      "0.000000000000000000001",
      "123456789012345678901234567890.5",
      "2027-03-10",
      "Größe 木 🪑\n\t'",
    ];
    await database.write((transaction) =>
      transaction
        .insertInto("unit")
        .values(texts.map((text, index) => unit(String(index), { description: text })))
        .execute(),
    );
    const rows = await database.read((transaction) =>
      transaction.selectFrom("unit").select("description").orderBy("code").execute(),
    );
    expect(rows.map((row) => row.description)).toEqual(texts);
  });

  test("the character of code 0 is replaced, when it is written and when it is looked for", async () => {
    await database.write((transaction) => transaction.insertInto("unit").values(unit("A\0B")).execute());
    expect(await database.read(unitCodes)).toEqual(["A\uFFFDB"]);
    const found = await database.read((transaction) =>
      transaction.selectFrom("unit").select("code").where("code", "=", "A\0B").execute(),
    );
    expect(found).toHaveLength(1);
  });
});

describe("whole numbers", () => {
  test("may be larger than 32 bits, and come back as numbers, counted ones too", async () => {
    const decimals = 2 ** 40 + 1;
    await database.write((transaction) =>
      transaction.insertInto("unit").values(unit("EA", { decimals })).execute(),
    );
    const row = await database.read((transaction) =>
      transaction
        .selectFrom("unit")
        .select((eb) => [eb.fn.max("decimals").as("most"), eb.fn.countAll<number>().as("count")])
        .executeTakeFirst(),
    );
    expect(row).toEqual({ most: decimals, count: 1 });
  });

  test("the longest lists that are sent in one piece are accepted", async () => {
    const many = Array.from({ length: 45_000 }, (_, index) => unit(`U${index}`));
    const found = await database.write(async (transaction) => {
      for (const piece of rowsInPieces(many, 3)) await transaction.insertInto("unit").values(piece).execute();
      let count = 0;
      for (const piece of inPieces(many.map((row) => row.code))) {
        const rows = await transaction.selectFrom("unit").select("code").where("code", "in", piece).execute();
        count += rows.length;
      }
      return count;
    });
    expect(found).toBe(many.length);
  });
});

describe("many rows at once", () => {
  const plain = (code: string, decimals = 0) => ({ code, description: `Unit ${code}`, decimals });
  const insert = (rows: readonly ReturnType<typeof plain>[]) =>
    database.write((transaction) => insertRows(transaction, "unit", rows));

  test("are there for whatever is asked next, each as it was sent", async () => {
    const rows = [plain("A", 3), plain("B", 2 ** 40 + 1), { ...plain("木\0"), description: "same" }];
    const seen = await database.write(async (transaction) => {
      await insertRows(transaction, "unit", rows);
      return transaction.selectFrom("unit").selectAll().orderBy("code").execute();
    });
    expect(seen).toEqual([rows[0], rows[1], { code: "木\uFFFD", description: "same", decimals: 0 }]);
  });

  test("are none of them kept when one of them is refused, and the next work is not disturbed", async () => {
    const many = Array.from({ length: 3_000 }, (_, index) => plain(`U${index}`));
    await expect(insert([...many, plain("U1")])).rejects.toThrow(/unique/i);
    await insert([plain("EA")]);
    expect(await database.read(unitCodes)).toEqual(["EA"]);
  });

  test("are none of them kept when many more were under way as one was refused, time after time", async () => {
    const twice = plain("U1");
    for (let time = 1; time <= 3; time += 1) {
      const failing = database.write(async (transaction) => {
        await insertRows(transaction, "unit", [twice]);
        for (let piece = 0; piece < 200; piece += 1) {
          const rows = Array.from({ length: 100 }, (_, index) => plain(`P${piece}-${index}`));
          await insertRows(transaction, "unit", piece % 20 === 3 ? [...rows, twice] : rows);
        }
      });
      await expect(failing).rejects.toThrow(/unique/i);
      await database.write((transaction) => insertRows(transaction, "unit", [plain(`EA${time}`)]));
    }
    expect(await database.read(unitCodes)).toEqual(["EA1", "EA2", "EA3"]);
  });
});

describe("a piece of work", () => {
  test("that fails leaves nothing behind", async () => {
    const failing = database.write(async (transaction) => {
      await transaction.insertInto("unit").values(unit("EA")).execute();
      throw new Error("changed my mind");
    });
    await expect(failing).rejects.toThrow("changed my mind");
    expect(await database.read(unitCodes)).toEqual([]);
  });

  test("that reads sees one moment, whatever another service writes meanwhile", async () => {
    const other = await openDatabase(fresh.place);
    const seen = await database.read(async (transaction) => {
      const before = await unitCodes(transaction);
      await other.write((theirs) => theirs.insertInto("unit").values(unit("EA")).execute());
      return [before, await unitCodes(transaction)];
    });
    expect(seen).toEqual([[], []]);
    expect(await database.read(unitCodes)).toEqual(["EA"]);
    await other.close();
  });

  test("counts and logs in the order in which it was done, however many are at once", async () => {
    const done = await Promise.all(
      Array.from({ length: 30 }, () =>
        database.write(async (transaction) => ({
          number: await countUp(transaction, "batch", 1),
          position: await appendEvents(transaction, [aBatch]),
        })),
      ),
    );
    const numbers = done.map(({ number }) => number);
    expect(numbers.toSorted((one, other) => one - other)).toEqual(done.map((_, index) => index + 1));
    expect(done.map(({ position }) => position)).toEqual(numbers);
    expect(await database.read(lastEventPosition)).toBe(30);
    expect(
      await database.read((transaction) => eventsAfter(transaction, { after: 28, limit: 9 })),
    ).toHaveLength(2);
  });
});

test("a database that is there already is opened with what is in it", async () => {
  await database.write((transaction) => transaction.insertInto("unit").values(unit("EA")).execute());
  const again = await openDatabase(fresh.place);
  expect(await again.read(unitCodes)).toEqual(["EA"]);
  await again.close();
});
