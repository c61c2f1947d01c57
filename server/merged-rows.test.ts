/** Rows that become one order: what each has of it, for which day, and what they may be together (R11-R13). */
import { afterEach, beforeEach, expect, test } from "vitest";
import { batchLinesSchema } from "../shared/wire/batch-history.ts";
import { batchSchema, type Batch } from "../shared/wire/batch.ts";
import { explanationSchema, planSchema, type Plan } from "../shared/wire/plan.ts";
import { OrderWork } from "../test/support/order-work.ts";
import { startService, type TestService } from "../test/support/service.ts";

let service: TestService;
let presses = 0;
beforeEach(async () => {
  service = await startService();
});
afterEach(() => service.close());

type Row = Readonly<Record<string, unknown>>;

const chairs = (line: string, quantity: string, more: Row = {}): Row => ({
  item: "CHAIR-OAK",
  document: "SHOP",
  line,
  quantity,
  needDate: "2027-04-30",
  ...more,
});

const request = (rows: readonly Row[], rules: object) => ({
  lines: rows.map((row, index) => ({ row: index + 2, ...row })),
  rules: { merge: "item-store", ...rules },
});

async function plan(rows: readonly Row[], rules: object = {}): Promise<Plan> {
  return planSchema.parse((await service.send("/plans", request(rows, rules))).body);
}

async function press(rows: readonly Row[], rules: object = {}): Promise<Batch> {
  presses += 1;
  const key = `press-of-merged-rows-${String(presses).padStart(4, "0")}`;
  return batchSchema.parse((await service.send("/batches", { key, ...request(rows, rules) })).body);
}

const read = (batch: Batch) => {
  const [row] = batch.rows;
  if (row?.outcome !== "created") throw new Error(row?.problems[0]?.message);
  return new OrderWork(service).read(row.number);
};

const told = (row: Plan["rows"][number] | undefined): readonly string[] => {
  if (row === undefined) return [];
  return (row.outcome === "refused" ? row.problems : row.warnings).map(({ message }) => message);
};

test("rows that together are more than one MO may be for are refused, all of them", async () => {
  const rows = [
    chairs("1", "999999999"),
    chairs("2", "999999999"),
    { ...chairs("3", "4"), item: "TABLE-180" },
  ];
  const batch = await press(rows);
  expect(batch).toMatchObject({ created: 1, refused: 2 });
  expect(batch.rows.slice(0, 2)).toMatchObject([
    { row: 2, problems: [{ code: "quantity-too-large", value: "1999999998" }] },
    { row: 3, problems: [{ code: "quantity-too-large", value: "1999999998" }] },
  ]);
  expect(told((await plan(rows)).rows[1])).toEqual([
    "Rows 2 and 3 together are 1999999998, more than one MO may be for (999999999).",
  ]);
});

test("orders that together are more than one may hold are not merged either", async () => {
  const work = new OrderWork(service);
  const kits = { item: "HARDWARE-KIT", quantity: "500000000" };
  const [one, other] = [await work.make(kits), await work.make(kits)];
  const refused = { outcome: "refused", code: "cannot-be-planned" };
  expect(await work.act("merges", { into: one, numbers: [other] })).toMatchObject([refused, refused]);
});

test("each row says its share of the order and its own day, and that it is made for an earlier one", async () => {
  const rows = [chairs("1", "10"), chairs("2", "6", { needDate: "2027-04-20" }), chairs("3", "1")];
  const [first, second, third] = (await plan(rows)).rows;
  expect(first).toMatchObject({
    outcome: "ready",
    order: { quantity: "17", needDate: "2027-04-20" },
    share: { quantity: "10", unit: "EA" },
  });
  const share = { outcome: "merged", into: 2, unit: "EA" };
  expect(second).toMatchObject({ ...share, quantity: "6", needDate: "2027-04-20", warnings: [] });
  expect(third).toMatchObject({ ...share, quantity: "1", needDate: "2027-04-30" });
  const moved = "Made for 2027-04-20, not for 2027-04-30: it is merged with row 3.";
  expect([told(first), told(third)]).toEqual([[moved], [moved]]);
});

test("a row without a day is wanted as soon as possible, and so is the order; the others are told", async () => {
  const rows = [chairs("1", "10"), chairs("2", "6", { needDate: "" })];
  const { rows: planned } = await plan(rows);
  expect(planned[0]).toMatchObject({ order: { needDate: null } });
  expect(told(planned[0])).toEqual([
    "Made as soon as possible, not for 2027-04-30: it is merged with row 3, which has no need date.",
  ]);
  expect(told(planned[1])).toEqual([]);
  const byDay = await plan(rows, { merge: "item-store-date" });
  expect(byDay.rows.map(({ outcome }) => outcome)).toEqual(["ready", "ready"]);
  const lines = request(rows, {});
  const { body } = await service.send("/plans/explanation", { ...lines, row: 2 });
  const sentences = explanationSchema.parse(body).orders[0]?.steps.map(({ sentence }) => sentence) ?? [];
  expect(sentences).toContain(
    "Rows 2 and 3 are one MO because rows are merged by item and store: CHAIR-OAK in MAIN, as soon as possible, because one of them has no need date.",
  );
});

test("orders that are merged later are made as soon as possible, too, when one of them was to be", async () => {
  const work = new OrderWork(service);
  const [one, other] = [await work.make(), await work.make({ needDate: "" })];
  await work.act("merges", { into: one, numbers: [other] });
  expect(await work.read(one)).toMatchObject({ quantity: "20", needDate: null });
});

test("parts of pieces are rounded up once, all of them together, and every line is covered by its share", async () => {
  const rows = [chairs("1", "0.4"), chairs("2", "0.4")];
  const { rows: planned } = await plan(rows);
  expect(planned[0]).toMatchObject({ order: { quantity: "1" }, share: { quantity: "0.4" } });
  expect(told(planned[0])).toEqual(["0.8 is rounded up to 1 EA."]);
  expect(planned[1]).toMatchObject({ quantity: "0.6", warnings: [] });
  const order = await read(await press(rows));
  expect(order).toMatchObject({ quantity: "1", demand: [{ quantity: "0.4" }, { quantity: "0.6" }] });
  const again = await press(rows, { merge: "none" });
  expect(again.rows).toMatchObject([
    { problems: [{ code: "already-covered" }] },
    { problems: [{ code: "already-covered" }] },
  ]);
});

test("rows that name no line are known again by what they asked for, whatever their share was", async () => {
  const rows = ["2.4", "3.4"].map((quantity) => ({ item: "CHAIR-OAK", quantity }));
  expect(await read(await press(rows))).toMatchObject({ quantity: "6" });
  expect(await press(rows, { merge: "none" })).toMatchObject({ created: 0, refused: 2 });
});

test("a batch says of each row what was made for it, beside its order's total", async () => {
  const { number } = await press([chairs("1", "10"), chairs("2", "6"), chairs("3", "0")]);
  const { lines } = batchLinesSchema.parse((await service.send(`/batches/${number}/rows`)).body);
  expect(lines).toMatchObject([
    { row: 2, share: "10", order: { quantity: "16" } },
    { row: 3, share: "6", order: { quantity: "16" } },
    { row: 4, outcome: "refused" },
  ]);
});

test("a row that went into another's order is explained by that one, its own share first", async () => {
  const lines = request([chairs("1", "10"), chairs("2", "6")], {});
  const { body } = await service.send("/plans/explanation", { ...lines, row: 3 });
  const [order] = explanationSchema.parse(body).orders;
  expect(order).toMatchObject({ quantity: "16" });
  expect(order?.steps[0]?.sentence).toBe("Row 3 is made by the MO of row 2: 6 of its 16 EA.");
  expect(order?.steps.some(({ code }) => code === "readiness")).toBe(true);
});

test("rows of another priority stay apart; memos are joined, and no priority is priority 0", async () => {
  const rows = [
    chairs("1", "1", { notes: "Two coats" }),
    chairs("2", "2", { order: { priority: 5 } }),
    chairs("3", "4", { order: { priority: 0 }, notes: "No varnish" }),
  ];
  expect(await read(await press(rows))).toMatchObject({ quantity: "5", memo: "Two coats · No varnish" });
});
