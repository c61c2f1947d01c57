/** The history of batches: newest first, found by what a planner remembers of them, and what became of their orders. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { batchLinesSchema, batchPageSchema, batchSummarySchema } from "../shared/wire/batch-history.ts";
import { batchSchema } from "../shared/wire/batch.ts";
import { OrderWork } from "../test/support/order-work.ts";
import { serviceOn, startService, type TestService } from "../test/support/service.ts";

let service: TestService;
let orders: OrderWork;
beforeEach(async () => {
  service = await startService();
  orders = new OrderWork(service);
});
afterEach(() => service.close());

let presses = 0;
const sheet = { workbook: "book-1", sheet: "Shortages" };

async function press(...items: readonly string[]) {
  presses += 1;
  const lines = items.map((item, index) => ({ row: index + 2, item, quantity: String(index + 1) }));
  const key = `press-of-history-${String(presses).padStart(4, "0")}`;
  const batch = batchSchema.parse((await service.send("/batches", { key, lines, source: sheet })).body);
  return { batch, numbers: batch.rows.flatMap((row) => (row.outcome === "created" ? [row.number] : [])) };
}

async function list(query = "") {
  return batchPageSchema.parse((await service.send(`/batches?${query}`)).body);
}

async function found(query: string): Promise<readonly string[]> {
  return (await list(query)).batches.map(({ number }) => number);
}

describe("the list", () => {
  test("tells of each batch who made it from which sheet, what it made, and what is still open", async () => {
    const { batch, numbers } = await press("CHAIR-OAK", "TABLE-180", "STOOL-45", "LAMP-ARC");
    await orders.begin(numbers[0] ?? "");
    await orders.step("cancel", numbers[1] ?? "");
    expect((await list()).batches).toEqual([
      {
        number: batch.number,
        state: "done",
        created: 3,
        refused: 1,
        orders: 3,
        unfinished: 2,
        cancelled: 1,
        actor: "Ana",
        createdAt: batch.createdAt,
        source: sheet,
        undone: null,
      },
    ]);
  });

  test("says who undid a batch and why, in the list and alone", async () => {
    const { batch } = await press("CHAIR-OAK", "TABLE-180");
    await service.send(`/batches/${batch.number}/undo`, { reason: "Wrong sheet" });
    const [told] = (await list()).batches;
    expect(told).toMatchObject({
      state: "undone",
      created: 2,
      orders: 2,
      unfinished: 0,
      cancelled: 2,
      undone: { actor: "Ana", reason: "Wrong sheet" },
    });
    const alone = (await service.send(`/batches/${batch.number}/summary`)).body;
    expect(batchSummarySchema.parse(alone)).toEqual(told);
    expect((await service.send("/batches/B-999999/summary")).status).toBe(404);
    const lower = batch.number.toLowerCase();
    expect((await service.send(`/batches/${lower}`)).body).toMatchObject({ number: batch.number });
  });

  test("counts sub-assembly orders, and rows apart from them", async () => {
    const lines = [{ row: 2, item: "CHAIR-OAK", quantity: "4000" }];
    const rules = { subAssemblies: "make" };
    await service.send("/batches", { key: "press-of-a-family", lines, rules });
    const [told] = (await list()).batches;
    expect(told).toMatchObject({ created: 1, refused: 0 });
    expect(told?.orders).toBeGreaterThan(1);
  });

  test("counts merged rows as made, as the press's own answer does", async () => {
    const lines = [2, 3].map((row) => ({ row, item: "STOOL-45", quantity: String(row) }));
    const request = { key: "press-of-merged-rows", lines, rules: { merge: "item-store" } };
    const batch = batchSchema.parse((await service.send("/batches", request)).body);
    const counts = { created: 2, refused: 0, orders: 1 };
    expect(batch).toMatchObject(counts);
    expect((await list()).batches).toMatchObject([counts]);
    expect((await service.send(`/batches/${batch.number}/summary`)).body).toMatchObject(counts);
  });

  test("goes back page by page, newest first, and a batch made meanwhile shifts nothing", async () => {
    for (let count = 0; count < 5; count += 1) await press("STOOL-45");
    const first = await list("limit=2");
    expect(first).toMatchObject({
      batches: [{ number: "B-000005" }, { number: "B-000004" }],
      next: "B-000004",
    });
    await press("STOOL-45");
    expect(await found("limit=2&before=B-000004")).toEqual(["B-000003", "B-000002"]);
    expect(await list("limit=2&before=B-000002")).toMatchObject({
      batches: [{ number: "B-000001" }],
      next: null,
    });
  });
});

describe("a batch is found", () => {
  test("by its number, whole or without what all numbers begin with", async () => {
    await press("STOOL-45");
    await press("STOOL-45");
    for (const text of ["B-000002", "b-000002", " 2 ", "b-2"])
      expect(await found(`search=${encodeURIComponent(text)}`), text).toEqual(["B-000002"]);
    expect(await found("search=B-000009")).toEqual([]);
  });

  test("by the number of one of its orders, sub-assemblies too; a damaged number finds nothing", async () => {
    const { batch, numbers } = await press("STOOL-45", "CHAIR-OAK");
    await press("STOOL-45");
    const [, number = ""] = numbers;
    expect(await found(`search=${number.toLowerCase()}`)).toEqual([batch.number]);
    const damaged = `${number.slice(0, -1)}${String((Number(number.at(-1)) + 1) % 10)}`;
    expect(await found(`search=${damaged}`)).toEqual([]);
  });

  test("by how an item number begins, in any case, and never by what only looks like it", async () => {
    await press("STOOL-45");
    await press("CHAIR-OAK");
    await press("CHAIR-BLK", "STOOL-45");
    expect(await found("search=chair")).toEqual(["B-000003", "B-000002"]);
    expect(await found("search=STOOL-45")).toEqual(["B-000003", "B-000001"]);
    expect(await found("search=chair-o")).toEqual(["B-000002"]);
    for (const wild of ["%25", "_", "OAK"]) expect(await found(`search=${wild}`), wild).toEqual([]);
  });

  test("by its state and by who made it, together with the rest", async () => {
    const { batch } = await press("STOOL-45");
    await press("CHAIR-OAK");
    await service.send(`/batches/${batch.number}/undo`, {});
    expect(await found("state=undone")).toEqual(["B-000001"]);
    expect(await found("state=done")).toEqual(["B-000002"]);
    expect(await found("state=undone&search=chair")).toEqual([]);
    expect(await found("actor=Ana")).toEqual(["B-000002", "B-000001"]);
    expect(await found("actor=Bea")).toEqual([]);
    expect((await service.send("/batches?state=lost")).status).toBe(400);
    expect((await service.send("/batches?before=garbage")).status).toBe(400);
  });
});

describe("the rows of a batch", () => {
  test("show their orders as they are now, or why there is none", async () => {
    const { batch, numbers } = await press("CHAIR-OAK", "LAMP-ARC");
    await orders.step("release", numbers[0] ?? "");
    const { lines, next } = batchLinesSchema.parse(
      (await service.send(`/batches/${batch.number}/rows`)).body,
    );
    expect(next).toBeNull();
    expect(lines).toMatchObject([
      {
        outcome: "created",
        row: 2,
        item: "CHAIR-OAK",
        unit: "EA",
        order: { number: numbers[0], status: "released", quantity: "1", version: 2 },
      },
      { outcome: "refused", row: 3, problems: [{ code: "item-not-made", value: "LAMP-ARC" }] },
    ]);
    expect((await service.send("/batches/B-999999/rows")).status).toBe(404);
  });

  test("come page by page in the order of the sheet", async () => {
    const { batch } = await press(...Array.from({ length: 5 }, () => "STOOL-45"));
    const rows = async (query: string) => {
      const answer = await service.send(`/batches/${batch.number}/rows?${query}`);
      const page = batchLinesSchema.parse(answer.body);
      return [page.lines.map(({ row }) => row), page.next];
    };
    expect(await rows("limit=2")).toEqual([[2, 3], 3]);
    expect(await rows("limit=2&after=3")).toEqual([[4, 5], 5]);
    expect(await rows("limit=2&after=5")).toEqual([[6], null]);
  });
});

test("whoever undid a batch is named, and everybody sees everybody's batches", async () => {
  const { batch } = await press("STOOL-45");
  const other = await serviceOn(service.place, { localActor: "Bea" });
  await other.send(`/batches/${batch.number}/undo`, {});
  const [told] = batchPageSchema.parse((await other.send("/batches?actor=Ana")).body).batches;
  expect(told).toMatchObject({ actor: "Ana", undone: { actor: "Bea", reason: "" } });
  await other.close();
});
