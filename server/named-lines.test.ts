/** Which imported line a row is for: however it is written, one line is never made twice (R1, R2). */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { batchSchema, type Batch } from "../shared/wire/batch.ts";
import { orderSchema } from "../shared/wire/order.ts";
import { importCatalog } from "./use-cases/import-catalog.ts";
import { startService, type TestService } from "../test/support/service.ts";

let service: TestService;
let presses = 0;
beforeEach(async () => {
  service = await startService();
});
afterEach(() => service.close());

type Row = Readonly<Record<string, string>>;

/** 32 chairs were ordered and 8 shipped: 24 are wanted. */
const chairs: Row = { kind: "sales-order", document: "SO-20421", line: "2" };

async function press(rows: readonly Row[], rules: object = {}): Promise<Batch> {
  presses += 1;
  const lines = rows.map((row, index) => ({ row: index + 2, ...row }));
  const key = `press-of-named-lines-${String(presses).padStart(4, "0")}`;
  return batchSchema.parse((await service.send("/batches", { key, lines, rules })).body);
}

/** Of each row: how many were made, or why none. */
function outcomes(batch: Batch): Promise<readonly string[]> {
  return Promise.all(
    batch.rows.map(async (row) => {
      if (row.outcome === "refused") return row.problems[0]?.code ?? "";
      const { body } = await service.send(`/manufacturing-orders/${row.number}`);
      return orderSchema.parse(body).quantity;
    }),
  );
}

const messageOf = (batch: Batch): string => {
  const row = batch.rows.at(-1);
  return row?.outcome === "refused" ? `${row.problems[0]?.message ?? ""} ${row.problems[0]?.fix ?? ""}` : "";
};

async function bringOrder(lines: string, table = "sales-orders"): Promise<void> {
  const text = `document,line,item,store,quantity,unit,done,need date,status,party\n${lines}\n`;
  const files = [{ name: `${table}.csv`, bytes: new TextEncoder().encode(text) }];
  const request = { files, mapping: null, strict: true, dryRun: false, actor: "Import" };
  expect((await importCatalog(service.ports, request)).applied).toBe(true);
}

describe("two rows of one press for the same line", () => {
  test.each([
    ["with nothing but the line's number", [chairs, chairs]],
    [
      "one with the line's number, one with its item",
      [
        { ...chairs, item: "CHAIR-OAK" },
        { ...chairs, line: "", item: "CHAIR-OAK" },
      ],
    ],
    [
      "one with the item's number, one with its alias",
      [
        { ...chairs, item: "CHAIR-OAK" },
        { ...chairs, line: "", item: "OC-1" },
      ],
    ],
    ["one with a zero before the line's number", [chairs, { ...chairs, line: "02" }]],
    [
      "one that does not say it is of a sales order",
      [chairs, { ...chairs, kind: "manual", item: "CHAIR-OAK" }],
    ],
  ])("are one need: %s", async (_how, rows) => {
    const batch = await press(rows);
    expect(await outcomes(batch)).toEqual(["24", "duplicate-row"]);
    expect(messageOf(batch)).toContain("repeats row 2");
  });

  test("that are to be kept find taken what the first one takes, unless there is a reason for more", async () => {
    const kept = { duplicateRows: "keep" };
    const batch = await press(
      [
        { ...chairs, quantity: "20" },
        { ...chairs, quantity: "20" },
      ],
      kept,
    );
    expect(await outcomes(batch)).toEqual(["20", "already-covered"]);
    expect(messageOf(batch)).toContain("20 of 32 EA are on row 2 (this press)");
    expect(messageOf(batch)).toContain("make only the 4 EA that are left");
  });

  test("share what is left of it, one after the other", async () => {
    const rules = { duplicateRows: "keep", coveredRows: "make-remaining" };
    const rows = [
      { ...chairs, quantity: "20" },
      { ...chairs, quantity: "20" },
      { ...chairs, quantity: "1" },
    ];
    expect(await outcomes(await press(rows, rules))).toEqual(["20", "4", "already-covered"]);
  });

  test("of which the first cannot be read leave the line to the second", async () => {
    const batch = await press([{ ...chairs, quantity: "many" }, chairs]);
    expect(await outcomes(batch)).toEqual(["quantity-unreadable", "24"]);
  });
});

describe("rows that name no line", () => {
  test("are one need when they ask for the same in other words", async () => {
    const row = { item: "CHAIR-OAK", quantity: "5", needDate: "2027-04-30" };
    const batch = await press([row, { ...row, store: "MAIN" }, { ...row, quantity: "5.0" }]);
    expect(await outcomes(batch)).toEqual(["5", "duplicate-row", "duplicate-row"]);
  });
});

describe("a row of an imported order", () => {
  test("that names a line the order does not have is asked about, not made beside it", async () => {
    const batch = await press([{ ...chairs, line: "99", item: "CHAIR-OAK", quantity: "24" }]);
    expect(await outcomes(batch)).toEqual(["line-unknown"]);
    expect(messageOf(batch)).toContain('SO-20421 has no line "99"');
  });

  test("whose number a sales order and a purchase order have is asked which of the two it is for", async () => {
    await bringOrder("4711,1,CHAIR-OAK,MAIN,4,EA,0,,released,Hotel Maas");
    await bringOrder("4711,1,CHAIR-OAK,MAIN,6,EA,0,,released,Sawmill", "purchase-orders");
    const row = { document: "4711", line: "1", item: "CHAIR-OAK" };
    const batch = await press([{ ...row, quantity: "3" }]);
    expect(batch.rows).toMatchObject([
      { problems: [{ field: "document", value: "4711", code: "document-ambiguous" }] },
    ]);
    expect(messageOf(batch)).toContain('"4711" is a sales order and a purchase order');
    expect(messageOf(batch)).toContain("kind sales-order or purchase-order");
    expect(await outcomes(await press([{ ...row, kind: "purchase-order" }]))).toEqual(["6"]);
    expect(await outcomes(await press([{ ...row, kind: "sales-order" }]))).toEqual(["4"]);
  });

  test("whose item stands on several lines is asked which of them it is for", async () => {
    await bringOrder(
      "SO-9101,1,CHAIR-OAK,MAIN,4,EA,0,,released,Hotel Maas\nSO-9101,2,CHAIR-OAK,MAIN,6,EA,0,,released,Hotel Maas",
    );
    const batch = await press([
      { kind: "sales-order", document: "SO-9101", item: "CHAIR-OAK", quantity: "4" },
    ]);
    expect(await outcomes(batch)).toEqual(["line-ambiguous"]);
    expect(messageOf(batch)).toContain("1, 2");
  });

  test("that wants something none of its lines is for, a sub-assembly, is made for no line", async () => {
    expect(await outcomes(await press([{ ...chairs, line: "", item: "BACK-STD", quantity: "3" }]))).toEqual([
      "3",
    ]);
  });

  test("is found however its letters are written", async () => {
    await bringOrder("AUFTRÄGE-1,1,CHAIR-OAK,MAIN,4,EA,0,,released,Hotel Maas");
    const batch = await press([{ kind: "sales-order", document: "aufträge-1", line: "1" }]);
    expect(await outcomes(batch)).toEqual(["4"]);
    expect(await outcomes(await press([{ kind: "sales-order", document: "AUFTRÄGE-1", line: "1" }]))).toEqual(
      ["already-covered"],
    );
  });

  test("in a unit that nothing converts is refused by name: nobody could tell what is left of it", async () => {
    await bringOrder("SO-9102,1,CHAIR-OAK,MAIN,4,M,0,,released,Hotel Maas");
    const batch = await press([{ kind: "sales-order", document: "SO-9102", line: "1", quantity: "4" }]);
    expect(await outcomes(batch)).toEqual(["line-unit-unknown"]);
  });

  test("for a part of a piece is made whole, and is then covered", async () => {
    await bringOrder("SO-9103,1,CHAIR-OAK,MAIN,2.5,EA,0,,released,Hotel Maas");
    const half = { kind: "sales-order", document: "SO-9103", line: "1" };
    expect(await outcomes(await press([half]))).toEqual(["3"]);
    expect(await outcomes(await press([half]))).toEqual(["already-covered"]);
  });

  test("of which nothing is left says by which order, though the sheet's remaining quantity is 0 (R2)", async () => {
    await press([chairs]);
    const row = { ...chairs, item: "CHAIR-OAK", quantity: "0" };
    const batch = await press([row]);
    expect(await outcomes(batch)).toEqual(["already-covered"]);
    expect(messageOf(batch)).toMatch(/24 of 32 EA are on MO-\d+ \(Ana\): nothing is left to make/);
    const anyway = await press([row], { coveredRows: "make-anyway", overReason: "two for the showroom" });
    expect(await outcomes(anyway)).toEqual(["quantity-zero"]);
  });
});
