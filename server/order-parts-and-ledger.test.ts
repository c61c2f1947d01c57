import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { batchSchema } from "../shared/wire/batch.ts";
import { OrderWork } from "../test/support/order-work.ts";
import { startService, type TestService } from "../test/support/service.ts";

let service: TestService;
let orders: OrderWork;
beforeEach(async () => {
  service = await startService();
  orders = new OrderWork(service);
});
afterEach(() => service.close());

describe("splitting and merging", () => {
  test("a split divides quantity and demand; merging brings both together again (R12)", async () => {
    const number = await orders.make({ document: "SO-7", line: "3" });
    expect(await orders.act(`${number}/split`, { quantities: ["4", "5"] })).toMatchObject([
      { code: "split-does-not-add-up", params: { rest: "10" } },
    ]);
    await orders.act(`${number}/split`, { quantities: ["4", "3", "3"] });
    const numbers = await orders.numbersOf("CHAIR-OAK");
    const parts = await Promise.all(numbers.map((one) => orders.read(one)));
    expect(parts.map(({ quantity, demand }) => [quantity, demand[0]?.document, demand[0]?.quantity])).toEqual(
      [
        ["3", "SO-7", "3"],
        ["3", "SO-7", "3"],
        ["4", "SO-7", "4"],
      ],
    );
    const merged = await orders.act("merges", { into: number, numbers });
    expect(merged.map((result) => result.outcome)).toEqual(["changed", "changed", "changed"]);
    const whole = await orders.read(number);
    expect(whole).toMatchObject({
      quantity: "10",
      status: "open",
      demand: [{ document: "SO-7", quantity: "10" }],
    });
    expect(whole.materials.find(({ item }) => item === "SCREW-4X40")?.quantity).toBe("82");
    const gone = numbers.find((one) => one !== number) ?? "";
    expect(await orders.read(gone)).toMatchObject({
      status: "cancelled",
      demand: [],
      memo: `Merged into ${number}`,
    });
  });

  test("only like orders can be merged, all of them or none", async () => {
    const [chair, table] = [await orders.make({}), await orders.make({ item: "TABLE-180" })];
    const another = await orders.make({});
    const results = await orders.act("merges", { into: chair, numbers: [another, table] });
    expect(results.map((result) => (result.outcome === "refused" ? result.code : "changed"))).toEqual([
      "merge-differs",
      "merge-differs",
      "merge-differs",
    ]);
    expect(await orders.read(another)).toMatchObject({ status: "open", quantity: "10" });
    expect(await orders.act("merges", { into: chair, numbers: [chair] })).toMatchObject([
      { code: "merge-needs-two" },
    ]);
  });

  test("what has begun stays with the first part", async () => {
    const number = await orders.make({});
    await orders.begin(number);
    await orders.step("produce", number, { quantity: "4" });
    await orders.act(`${number}/split`, { quantities: ["2", "4"] });
    expect(await orders.read(number)).toMatchObject({
      quantity: "6",
      producedQuantity: "4",
      status: "in-progress",
    });
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
    const [chairs, seats] = [await orders.stock("CHAIR-OAK"), await orders.stock("SEAT-OAK")];
    await orders.begin(number);
    expect(await orders.step("produce", number)).toBe("disassembled");
    expect(Number((await orders.stock("CHAIR-OAK")).available)).toBe(Number(chairs.available) - 3);
    expect(Number((await orders.stock("SEAT-OAK")).available)).toBe(Number(seats.available) + 3);
    expect(await orders.step("reopen", number)).toBe("wrong-status");
  });
});

describe("the ledger", () => {
  test("always adds up to the level, whatever is done to several orders", async () => {
    const actions = ["release", "start", "produce", "reopen", "close", "cancel", "hold", "resume"] as const;
    const numbers = [
      await orders.make({}),
      await orders.make({ quantity: "7" }),
      await orders.make({ item: "STOOL-45", quantity: "5" }),
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
          await orders.step(action, numbers[at] ?? "", more);
        }
        await expectLedgerToAddUp();
      }),
      { numRuns: 12 },
    );
  });

  test("an import sets levels, notes the difference and names what it overrides", async () => {
    const number = await orders.make({});
    await orders.begin(number);
    await orders.step("produce", number);
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
