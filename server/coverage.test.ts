/** A line that is on orders already: said by whom, made once more only for a reason, shared when rows are merged. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { batchSchema, type Batch } from "../shared/wire/batch.ts";
import { orderCoverageListSchema } from "../shared/wire/coverage.ts";
import { orderSchema, type Order } from "../shared/wire/order.ts";
import { explanationSchema, planSchema } from "../shared/wire/plan.ts";
import { orderExplanationSchema } from "../shared/wire/readiness.ts";
import { importCatalog } from "./use-cases/import-catalog.ts";
import { startService, type TestService } from "../test/support/service.ts";

let service: TestService;
let presses = 0;
beforeEach(async () => {
  service = await startService();
});
afterEach(() => service.close());

type Row = Readonly<Record<string, string | number>>;

const so = (line: string, more: Row = {}): Row => ({
  kind: "sales-order",
  document: "SO-20421",
  line,
  ...more,
});

async function press(rows: readonly Row[], rules: object = {}): Promise<Batch> {
  presses += 1;
  const lines = rows.map((row, index) => ({ row: index + 2, ...row }));
  const key = `press-of-coverage-${String(presses).padStart(4, "0")}`;
  return batchSchema.parse((await service.send("/batches", { key, lines, rules })).body);
}

const codes = (batch: Batch): readonly string[] =>
  batch.rows.map((row) => (row.outcome === "created" ? "created" : (row.problems[0]?.code ?? "")));

async function orderOf(batch: Batch, row = 0): Promise<Order> {
  const made = batch.rows[row];
  if (made?.outcome !== "created") throw new Error("The row was made");
  return orderSchema.parse((await service.send(`/manufacturing-orders/${made.number}`)).body);
}

async function whyOf({ number }: Order): Promise<readonly string[]> {
  const { body } = await service.send(`/manufacturing-orders/${number}/explanation`);
  return orderExplanationSchema.parse(body).steps.map(({ sentence }) => sentence);
}

describe("a line of a sales order", () => {
  test("says what its row leaves empty, and only what is not shipped is made", async () => {
    const order = await orderOf(await press([so("2")]));
    expect(order).toMatchObject({ item: "CHAIR-OAK", quantity: "24", store: "MAIN", needDate: "2027-03-19" });
    expect(order.demand).toMatchObject([{ document: "SO-20421", line: "2", wanted: "32", quantity: "24" }]);
  });

  test("that is on an order is not made twice: the other planner sees whose it is (R2, R7)", async () => {
    const first = await orderOf(await press([so("2")]));
    const again = await press([so("2", { item: "CHAIR-OAK", quantity: "24" })]);
    expect(again).toMatchObject({ created: 0, rows: [{ problems: [{ code: "already-covered" }] }] });
    const [row] = again.rows;
    const message = row?.outcome === "refused" ? row.problems[0]?.message : "";
    expect(message).toContain(`24 of 32 EA are on ${first.number} (Ana)`);
    expect(message).toContain("8 of 32 EA are shipped");
  });

  test("that is covered in part can have its rest made, or more for a reason", async () => {
    await press([so("2", { quantity: "20" })]);
    expect(codes(await press([so("2", { quantity: "24" })]))).toEqual(["already-covered"]);
    const rest = await press([so("2", { quantity: "24" })], { coveredRows: "make-remaining" });
    expect((await orderOf(rest)).quantity).toBe("4");
    const [unexplained] = (await press([so("2")], { coveredRows: "make-anyway" })).rows;
    expect(unexplained).toMatchObject({
      problems: [
        {
          code: "already-covered",
          fix: "No more is made without a reason: say why (in the API: rules.overReason), or leave the row out.",
        },
      ],
    });
    const reason = { coveredRows: "make-anyway", overReason: "two for the showroom" };
    const more = await press([so("2", { quantity: "2" })], reason);
    expect(more.rows).toMatchObject([{ outcome: "created", warnings: [{ code: "over-covered" }] }]);
  });

  test("keeps the reason for making more with its order, and in the order's explanation (R2)", async () => {
    await press([so("2")]);
    const rules = { coveredRows: "make-anyway", overReason: "two for the showroom" };
    const more = await orderOf(await press([so("2", { quantity: "2" })], rules));
    expect(more.demand).toMatchObject([{ line: "2", reason: "two for the showroom" }]);
    const told = "More is made than SO-20421 line 2 asks for. The reason given: two for the showroom.";
    expect((await whyOf(more))[1]).toBe(told);
    const lines = [{ row: 2, ...so("2", { quantity: "1" }) }];
    const { body } = await service.send("/plans/explanation", { lines, rules, row: 2 });
    expect(explanationSchema.parse(body).orders[0]?.steps[1]?.sentence).toBe(told);
    expect((await orderOf(await press([so("1")]))).demand).toMatchObject([{ line: "1", reason: "" }]);
  });

  test("is free again when its order is cancelled", async () => {
    const { number } = await orderOf(await press([so("2")]));
    await service.send("/manufacturing-orders/cancel", { numbers: [number] });
    expect(codes(await press([so("2")]))).toEqual(["created"]);
  });

  test("of another item, or closed, is refused by name", async () => {
    expect(codes(await press([so("1", { item: "CHAIR-OAK", quantity: "1" })]))).toEqual([
      "line-of-other-item",
    ]);
  });

  test("is found by its item where that stands in the document once, whatever the case", async () => {
    const row = { kind: "sales-order", document: "so-20421", item: "bench-140", quantity: "4" };
    const order = await orderOf(await press([row]));
    expect(order.demand).toMatchObject([{ document: "SO-20421", line: "3" }]);
  });
});

describe("a row that names no line of a document", () => {
  const row = { item: "CHAIR-OAK", quantity: "5", needDate: "2027-04-30" };

  test("is not made twice while its order is unfinished, and can be made again when it is done", async () => {
    const { number } = await orderOf(await press([row]));
    expect(codes(await press([row]))).toEqual(["already-covered"]);
    expect(codes(await press([{ ...row, quantity: "6" }]))).toEqual(["created"]);
    for (const step of ["release", "start"])
      await service.send(`/manufacturing-orders/${step}`, { numbers: [number] });
    await service.send("/manufacturing-orders/produce", { numbers: [number], complete: true });
    expect(codes(await press([row]))).toEqual(["created"]);
  });
});

describe("merging rows", () => {
  const rows = [
    { item: "CHAIR-OAK", quantity: "10", needDate: "2027-04-30", document: "SO-1", line: "1" },
    { item: "TABLE-180", quantity: "2", needDate: "2027-04-30", document: "SO-1", line: "2" },
    { item: "CHAIR-OAK", quantity: "6", needDate: "2027-04-20", document: "SO-2", line: "1" },
    { item: "LAMP-ARC", quantity: "1" },
  ];

  test("is never done unasked: each row has its own order (R11)", async () => {
    expect(await press(rows)).toMatchObject({ created: 3, orders: 3, refused: 1 });
  });

  test("makes one order for the earliest day, and each row keeps its share (R12)", async () => {
    const lines = rows.map((row, index) => ({ row: index + 2, ...row }));
    const rules = { merge: "item-store" };
    const plan = planSchema.parse((await service.send("/plans", { lines, rules })).body);
    expect(plan.rows[2]).toMatchObject({ outcome: "merged", row: 4, into: 2 });
    expect(plan).toMatchObject({ ready: 2, refused: 1 });
    const batch = await press(rows, rules);
    expect(batch).toMatchObject({ created: 3, orders: 2, refused: 1 });
    const order = await orderOf(batch);
    expect(order).toMatchObject({ quantity: "16", needDate: "2027-04-20" });
    expect(order.demand).toMatchObject([
      { document: "SO-1", quantity: "10" },
      { document: "SO-2", quantity: "6" },
    ]);
    expect((await orderOf(batch, 2)).number).toBe(order.number);
  });

  test("has the notes of all its rows as its memo", async () => {
    const rows = [so("2", { notes: "Two coats" }), { item: "CHAIR-OAK", quantity: "3", notes: "No varnish" }];
    const order = await orderOf(await press(rows, { merge: "item-store" }));
    expect(order.memo).toBe("Two coats · No varnish");
  });

  test("is explained line by line with the rule that did it, and what was rounded, before and after (R12)", async () => {
    const two = [so("2", { quantity: "4" }), { ...so("1", { quantity: "2.4" }), document: "SO-20418" }];
    const rules = { merge: "item-store" };
    const wanted = "Wanted: 7 EA of CHAIR-OAK in MAIN by 2027-03-19.";
    const shares = ["Of these, 4 EA for SO-20421 line 2.", "Of these, 3 EA for SO-20418 line 1."];
    const how = [
      "Rows 2 and 3 are one MO because rows are merged by item and store: CHAIR-OAK in MAIN, for the earliest of their dates.",
      "6.4 is rounded up to 7 EA.",
    ];
    const lines = two.map((row, index) => ({ row: index + 2, ...row }));
    const { body } = await service.send("/plans/explanation", { lines, rules, row: 2 });
    const [planned] = explanationSchema.parse(body).orders;
    expect(planned?.steps.slice(0, 5).map(({ sentence }) => sentence)).toEqual([wanted, ...shares, ...how]);
    const order = await orderOf(await press(two, rules));
    expect((await whyOf(order)).slice(0, 5)).toEqual([wanted, ...shares.toReversed(), ...how]);
  });

  test("by day keeps rows for other days apart", async () => {
    expect(await press(rows, { merge: "item-store-date" })).toMatchObject({ orders: 3 });
  });
});

describe("whom orders are for", () => {
  const coverageOf = async (...numbers: readonly string[]) =>
    orderCoverageListSchema.parse((await service.send("/manufacturing-orders/coverage", { numbers })).body)
      .orders;

  test("is told line by line, with all orders a line is on; a cancelled one covers nothing", async () => {
    const first = await orderOf(await press([so("2", { quantity: "20" })]));
    const rest = await orderOf(await press([so("2", { quantity: "4" })]));
    const line = {
      kind: "sales-order",
      document: "SO-20421",
      line: "2",
      wanted: "32",
      done: "8",
      toMake: "24",
      unit: "EA",
    };
    const both = {
      ...line,
      covered: "24",
      remaining: "0",
      coverage: "full",
      orders: [first.number, rest.number],
    };
    expect(await coverageOf(first.number, rest.number)).toEqual([
      { number: first.number, lines: [{ ...both, item: "CHAIR-OAK" }] },
      { number: rest.number, lines: [{ ...both, item: "CHAIR-OAK" }] },
    ]);
    await service.send("/manufacturing-orders/cancel", { numbers: [rest.number], reason: "Too many" });
    const [now, was] = await coverageOf(first.number, rest.number);
    expect(now?.lines).toMatchObject([
      { covered: "20", remaining: "4", coverage: "part", orders: [first.number] },
    ]);
    expect(was?.lines).toMatchObject([{ covered: "20", coverage: "part", orders: [first.number] }]);
  });

  test("of a line that was cancelled is over: nobody wants what is still to be made", async () => {
    const { number } = await orderOf(await press([so("3")]));
    const text =
      "document,line,item,store,quantity,done,need date,status,party\nSO-20421,3,BENCH-140,MAIN,4,0,2027-03-26,cancelled,Hotel Maas\n";
    const files = [{ name: "sales-orders.csv", bytes: new TextEncoder().encode(text) }];
    const request = { files, mapping: null, strict: true, dryRun: false, actor: "Import" };
    expect((await importCatalog(service.ports, request)).applied).toBe(true);
    const [over] = await coverageOf(number);
    expect(over?.lines).toMatchObject([{ wanted: "0", covered: "4", coverage: "over" }]);
    await service.send("/manufacturing-orders/cancel", { numbers: [number], reason: "" });
    const [done] = await coverageOf(number);
    expect(done?.lines).toMatchObject([{ covered: "0", coverage: "done" }]);
  });

  test("names each of the lines that were merged, and nothing for a number nobody has", async () => {
    const rows = ["1", "2"].map((line) => ({ item: "CHAIR-OAK", quantity: "3", document: "SHOP", line }));
    const { number } = await orderOf(await press(rows, { merge: "item-store" }));
    const [order, ...others] = await coverageOf(number, "MO-0000990");
    expect(order?.lines).toMatchObject([
      { line: "1", covered: "3", coverage: "full", orders: [number] },
      { line: "2", covered: "3", coverage: "full", orders: [number] },
    ]);
    expect(others).toEqual([]);
  });
});
