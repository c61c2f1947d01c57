import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { batchSchema } from "../shared/wire/batch.ts";
import {
  actionResultsSchema,
  movementsSchema,
  orderSchema,
  type ActionResult,
} from "../shared/wire/order.ts";
import { startService, type TestService } from "../test/support/service.ts";

let service: TestService;
beforeEach(async () => {
  service = await startService();
});
afterEach(() => service.close());

let presses = 0;

async function make(fields: object, rules: object = {}): Promise<string> {
  presses += 1;
  const lines = [{ row: 2, item: "CHAIR-OAK", quantity: "10", needDate: "2027-04-30", ...fields }];
  const answer = await service.send("/batches", { key: `press-of-order-life-${presses}`, lines, rules });
  const [row] = batchSchema.parse(answer.body).rows;
  if (row?.outcome !== "created") throw new Error("The order can be made");
  return row.number;
}

async function act(path: string, body: object): Promise<readonly ActionResult[]> {
  const answer = await service.send(`/manufacturing-orders/${path}`, body);
  return actionResultsSchema.parse(answer.body).results;
}

async function step(action: string, number: string, more: object = {}): Promise<string> {
  const [result] = await act(action, { numbers: [number], ...more });
  return result?.outcome === "changed" ? result.order.status : (result?.code ?? "no answer");
}

async function begin(number: string): Promise<void> {
  await step("release", number);
  await step("start", number);
}

async function read(number: string) {
  return orderSchema.parse((await service.send(`/manufacturing-orders/${number}`)).body);
}

async function stock(item: string) {
  return movementsSchema.parse(
    (await service.send(`/stock/movements?item=${item}&store=MAIN&limit=500`)).body,
  );
}

async function issued(number: string): Promise<Record<string, string>> {
  const { materials } = await read(number);
  return Object.fromEntries(materials.map(({ item, issuedQuantity }) => [item, issuedQuantity]));
}

describe("production", () => {
  test("reported in parts keeps the order in progress, takes materials by their share and stocks what is good", async () => {
    const number = await make({});
    await begin(number);
    const before = Number((await stock("CHAIR-OAK")).available);
    expect(await step("produce", number, { quantity: "4", scrapped: "1" })).toBe("in-progress");
    expect(await read(number)).toMatchObject({
      producedQuantity: "4",
      scrappedQuantity: "1",
      status: "in-progress",
    });
    expect((await issued(number))["SCREW-4X40"]).toBe("41");
    expect(Number((await stock("CHAIR-OAK")).available)).toBe(before + 4);
    expect(await step("produce", number)).toBe("produced");
    expect(await read(number)).toMatchObject({ producedQuantity: "9", scrappedQuantity: "1" });
    expect((await issued(number))["SCREW-4X40"]).toBe("82");
  });

  test("beyond the limit is refused with the most that is allowed", async () => {
    const number = await make({});
    await begin(number);
    const [result] = await act("produce", { numbers: [number], quantity: "11" });
    expect(result).toMatchObject({
      outcome: "refused",
      code: "over-production",
      params: { most: "10", unit: "EA" },
    });
    expect(await step("produce", number, { quantity: "1.5" })).toBe("quantity-unreadable");
  });

  test("an order that was reported as done can be reopened and finished again", async () => {
    const number = await make({});
    await begin(number);
    await step("produce", number, { quantity: "9", complete: true });
    expect(await step("reopen", number)).toBe("in-progress");
    expect(await step("produce", number)).toBe("produced");
    expect((await read(number)).producedQuantity).toBe("10");
  });
});

describe("materials by hand", () => {
  test("are issued and returned, all lines or none, and count at the next report", async () => {
    const number = await make({});
    await step("release", number);
    const { materials } = await read(number);
    const screws = materials.find(({ item }) => item === "SCREW-4X40")?.position ?? 0;
    const move = (action: string, quantity: string, position = screws) =>
      act(`${number}/materials`, { action, materials: [{ position, quantity }] });
    expect(await move("issue", "50")).toMatchObject([{ outcome: "changed" }]);
    expect(await move("return", "51")).toMatchObject([{ code: "return-too-much", params: { most: "50" } }]);
    expect(await move("return", "8")).toMatchObject([{ outcome: "changed" }]);
    expect(await move("issue", "1", 999)).toMatchObject([{ code: "position-unknown" }]);
    expect(await step("cancel", number)).toBe("materials-issued");
    await step("start", number);
    await step("produce", number, { quantity: "4" });
    expect((await issued(number))["SCREW-4X40"]).toBe("42");
    const reasons = (await stock("SCREW-4X40")).movements.map(
      ({ reason, quantity }) => `${reason} ${quantity}`,
    );
    expect(reasons.slice(0, 2)).toEqual(["return 8", "issue -50"]);
  });
});

describe("changing an order", () => {
  const amend = (number: string, changes: object, children = "keep") =>
    act("amendments", { orders: [{ number, changes, children }] });

  test("plans its materials, steps and dates anew, and keeps what was issued", async () => {
    const number = await make({});
    expect(
      await amend(number, {
        quantity: { from: "10", to: "20" },
        needDate: { from: "2027-04-30", to: "2027-05-31" },
      }),
    ).toMatchObject([{ outcome: "changed", order: { quantity: "20" } }]);
    const order = await read(number);
    expect(order).toMatchObject({ needDate: "2027-05-31", dueDate: "2027-05-31" });
    expect(order.materials.find(({ item }) => item === "SEAT-OAK")?.quantity).toBe("20");
    expect(order.operations[0]?.begin?.slice(0, 7)).toBe("2027-05");
  });

  test("two people may change different fields; the same field is refused with what it is now (R61)", async () => {
    const number = await make({});
    expect(await amend(number, { priority: { from: 0, to: 5 } })).toMatchObject([{ outcome: "changed" }]);
    expect(await amend(number, { memo: { from: "", to: "For the fair" } })).toMatchObject([
      { outcome: "changed" },
    ]);
    expect(await amend(number, { priority: { from: 0, to: 9 } })).toMatchObject([
      { outcome: "refused", code: "field-changed", params: { field: "The priority", from: "0", now: "5" } },
    ]);
    expect(await amend(number, { priority: { from: 0, to: 5 } })).toMatchObject([
      { code: "nothing-changed" },
    ]);
    expect(await read(number)).toMatchObject({ priority: 5, memo: "For the fair" });
  });

  test("cannot make it less than was reported, nor move it once work has begun", async () => {
    const number = await make({});
    await begin(number);
    await step("produce", number, { quantity: "4" });
    expect(await amend(number, { quantity: { from: "10", to: "3" } })).toMatchObject([
      { code: "below-produced" },
    ]);
    expect(await amend(number, { store: { from: "MAIN", to: "EAST" } })).toMatchObject([
      { code: expect.stringMatching(/not-before-start|cannot-be-planned/) },
    ]);
    expect(await amend(number, { revision: { from: "B", to: "A" } })).toMatchObject([
      { code: "not-before-start" },
    ]);
  });

  test("another revision may be chosen while nothing has begun", async () => {
    const number = await make({});
    await amend(number, { revision: { from: "B", to: "A" } });
    const order = await read(number);
    expect(order.revision).toBe("A");
    expect(order.materials.map(({ item }) => item)).toEqual([
      "SEAT-OAK",
      "BACK-STD",
      "FRAME-CH",
      "SCREW-4X40",
    ]);
  });
});

describe("orders below an order", () => {
  const family = (quantity = "400") => make({ quantity }, { subAssemblies: "make" });

  test("are named when the order changes, and follow when they are told to (R17)", async () => {
    const number = await family();
    const { children } = await read(number);
    expect(children.length).toBeGreaterThan(0);
    const before = await Promise.all(children.map(read));
    const doubled = (from: string, to: string, how: string) =>
      act("amendments", { orders: [{ number, changes: { quantity: { from, to } }, children: how }] });
    const [kept] = await doubled("400", "800", "keep");
    expect(kept).toMatchObject({ outcome: "changed", children });
    const [followed] = await doubled("800", "1600", "follow");
    expect(followed).toMatchObject({ outcome: "changed", children: [] });
    const after = await Promise.all(children.map(read));
    expect(after.map(({ quantity }) => Number(quantity))).toEqual(
      before.map(({ quantity }) => Number(quantity) * 2),
    );
  });

  test("are cancelled with it only when they are told to", async () => {
    const number = await family();
    const { children } = await read(number);
    const [result] = await act("cancel", { numbers: [number] });
    expect(result).toMatchObject({ outcome: "changed", children });
    const other = await family("4000");
    const below = (await read(other)).children;
    await act("cancel", { numbers: [other], children: "follow" });
    const states = await Promise.all(below.map(async (child) => (await read(child)).status));
    expect(new Set(states)).toEqual(new Set(["cancelled"]));
  });
});

describe("splitting and merging", () => {
  test("a split divides quantity and demand; merging brings both together again (R12)", async () => {
    const number = await make({ document: "SO-7", line: "3" });
    expect(await act(`${number}/split`, { quantities: ["4", "5"] })).toMatchObject([
      { code: "split-does-not-add-up", params: { rest: "10" } },
    ]);
    await act(`${number}/split`, { quantities: ["4", "3", "3"] });
    const page = (await service.send("/manufacturing-orders?item=CHAIR-OAK")).body as {
      orders: { number: string }[];
    };
    const numbers = page.orders.map((order) => order.number);
    const parts = await Promise.all(numbers.map(read));
    expect(parts.map(({ quantity, demand }) => [quantity, demand[0]?.document, demand[0]?.quantity])).toEqual(
      [
        ["3", "SO-7", "3"],
        ["3", "SO-7", "3"],
        ["4", "SO-7", "4"],
      ],
    );
    const merged = await act("merges", { into: number, numbers });
    expect(merged.map((result) => result.outcome)).toEqual(["changed", "changed", "changed"]);
    const whole = await read(number);
    expect(whole).toMatchObject({
      quantity: "10",
      status: "open",
      demand: [{ document: "SO-7", quantity: "10" }],
    });
    expect(whole.materials.find(({ item }) => item === "SCREW-4X40")?.quantity).toBe("82");
    const gone = numbers.find((one) => one !== number) ?? "";
    expect(await read(gone)).toMatchObject({
      status: "cancelled",
      demand: [],
      memo: `Merged into ${number}`,
    });
  });

  test("only like orders can be merged, all of them or none", async () => {
    const [chair, table] = [await make({}), await make({ item: "TABLE-180" })];
    const another = await make({});
    const results = await act("merges", { into: chair, numbers: [another, table] });
    expect(results.map((result) => (result.outcome === "refused" ? result.code : "changed"))).toEqual([
      "merge-differs",
      "merge-differs",
      "merge-differs",
    ]);
    expect(await read(another)).toMatchObject({ status: "open", quantity: "10" });
    expect(await act("merges", { into: chair, numbers: [chair] })).toMatchObject([
      { code: "merge-needs-two" },
    ]);
  });

  test("what has begun stays with the first part", async () => {
    const number = await make({});
    await begin(number);
    await step("produce", number, { quantity: "4" });
    await act(`${number}/split`, { quantities: ["2", "4"] });
    expect(await read(number)).toMatchObject({ quantity: "6", producedQuantity: "4", status: "in-progress" });
  });
});

describe("taking apart", () => {
  test("uses up the product and gives its components back, once for a key", async () => {
    const request = { key: "press-to-take-apart", item: "CHAIR-OAK", quantity: "3" };
    const made = await service.send("/manufacturing-orders/disassemblies", request);
    expect(made.status).toBe(201);
    expect((await service.send("/manufacturing-orders/disassemblies", request)).status).toBe(200);
    const [row] = batchSchema.parse(made.body).rows;
    const number = row?.outcome === "created" ? row.number : "";
    const [chairs, seats] = [await stock("CHAIR-OAK"), await stock("SEAT-OAK")];
    await begin(number);
    expect(await step("produce", number)).toBe("disassembled");
    expect(Number((await stock("CHAIR-OAK")).available)).toBe(Number(chairs.available) - 3);
    expect(Number((await stock("SEAT-OAK")).available)).toBe(Number(seats.available) + 3);
    expect(await step("reopen", number)).toBe("wrong-status");
  });
});

describe("the ledger", () => {
  test("always adds up to the level, whatever is done to several orders", async () => {
    const actions = ["release", "start", "produce", "reopen", "close", "cancel", "hold", "resume"] as const;
    const numbers = [
      await make({}),
      await make({ quantity: "7" }),
      await make({ item: "STOOL-45", quantity: "5" }),
    ];
    const move = fc.record({
      action: fc.constantFrom(...actions),
      at: fc.nat(numbers.length - 1),
      quantity: fc.integer({ min: 0, max: 4 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(move, { minLength: 5, maxLength: 20 }), async (moves) => {
        for (const { action, at, quantity } of moves) {
          const more =
            action === "produce" ? { quantity: String(quantity), scrapped: "1" } : { reason: "because" };
          await step(action, numbers[at] ?? "", more);
        }
        await expectLedgerToAddUp();
      }),
      { numRuns: 12 },
    );
  });

  test("an import sets levels, notes the difference and names what it overrides", async () => {
    const number = await make({});
    await begin(number);
    await step("produce", number);
    const rows = "item,store,location,available\nSCREW-4X40,MAIN,RM-01,5000\n";
    const form = new FormData();
    form.append("files", new File([rows], "stock.csv", { type: "text/csv" }));
    const answer = await service.app.request("/api/v1/catalog/imports", { method: "POST", body: form });
    expect(await answer.json()).toMatchObject({
      applied: true,
      overridden: [{ item: "SCREW-4X40", store: "MAIN" }],
    });
    await expectLedgerToAddUp();
  });
});

async function expectLedgerToAddUp(): Promise<void> {
  const { levels, movements } = await service.ports.database.read(async (transaction) => ({
    levels: await transaction.selectFrom("stock_level").selectAll().execute(),
    movements: await transaction.selectFrom("stock_movement").selectAll().execute(),
  }));
  const place = (row: { item_id: number; store_id: number; location_id: number }) =>
    `${row.item_id}/${row.store_id}/${row.location_id}`;
  const sums = new Map<string, number>();
  for (const row of movements)
    sums.set(place(row), (sums.get(place(row)) ?? 0) + Number(row.quantity) * 1000);
  for (const level of levels)
    expect(Math.round(sums.get(place(level)) ?? 0), place(level)).toBe(
      Math.round(Number(level.available) * 1000),
    );
}
