/** What planners choose rows from: the figures add up, and their own headings are understood again. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { takeIn } from "../shared/intake/take-in.ts";
import type { Cell } from "../shared/intake/sheet-rows.ts";
import { batchSchema } from "../shared/wire/batch.ts";
import { explanationSchema } from "../shared/wire/plan.ts";
import { sourceSchema, toOrderSchema, type Source, type SourceName } from "../shared/wire/sources.ts";
import { OrderWork } from "../test/support/order-work.ts";
import { startService, type TestService } from "../test/support/service.ts";

let service: TestService;
beforeEach(async () => {
  service = await startService();
});
afterEach(() => service.close());

async function source(name: SourceName, query = ""): Promise<Source> {
  return sourceSchema.parse((await service.send(`/sources/${name}${query}`)).body);
}

/** By heading, of the first row that has these words in its key columns. */
function rowOf(
  { columns, key, rows }: Source,
  ...words: readonly string[]
): Readonly<Record<string, string>> {
  const row = rows.find((cells) => key.every((column, index) => cells[column] === words[index]));
  if (row === undefined) throw new Error(`There is no row ${words.join(", ")}`);
  return Object.fromEntries(columns.map(({ heading }, index) => [heading, row[index] ?? ""]));
}

const orderHeading = "document,line,item,store,quantity,done,unit,need date,status,party\n";

async function imports(files: Readonly<Record<string, string>>): Promise<void> {
  const form = new FormData();
  for (const [name, text] of Object.entries(files)) form.append("files", new File([text], `${name}.csv`));
  const answer = await service.app.request("/api/v1/catalog/imports", { method: "POST", body: form });
  expect(await answer.json()).toMatchObject({ applied: true });
}

async function press(lines: readonly object[]): Promise<void> {
  const { body } = await service.send("/batches", { key: "press-of-sources-0001", lines });
  expect(batchSchema.parse(body).refused).toBe(0);
}

function taken({ columns, rows }: Source) {
  const cell = (text: string, column: number): Cell =>
    text === ""
      ? { kind: "empty" }
      : columns[column]?.type === "number"
        ? { kind: "number", number: Number(text), shown: text }
        : { kind: "text", text };
  const heading = columns.map((column): Cell => ({ kind: "text", text: column.heading }));
  const sheetRows = [heading, ...rows.map((row) => row.map(cell))].map((cells, at) => ({
    row: at + 1,
    cells,
  }));
  const result = takeIn(
    {
      sheet: { id: "S1", name: "Sheet" },
      table: null,
      firstColumn: 0,
      headingCandidates: [],
      rows: sheetRows,
      hiddenRows: 0,
    },
    { quantityColumn: null },
  );
  if (!result.ok) throw new Error(result.refusal);
  return result.intake;
}

describe("the Short Inventory Planner", () => {
  test("tells every figure of an item in a store, and what to order", async () => {
    const row = rowOf(
      await source("short-inventory-planner", "?includeReorderData=true"),
      "CHAIR-OAK",
      "MAIN",
    );
    expect(row).toMatchObject({ Available: "18", "Not Available": "2", "On Hand": "20", Allocated: "4" });
    expect(row).toMatchObject({ "Net Available": "14", "On SO (Draft)": "8", "On SO": "48", "On PO": "0" });
    expect(row).toMatchObject({ ATS: "-30", "ATS (Inc PO)": "-30", "On MO(+)": "0" });
  });

  test("never suggests again what is being made, and takes off what it needs", async () => {
    const before = rowOf(await source("short-inventory-planner"), "CHAIR-OAK", "MAIN");
    expect(before["To Order"]).toBe("30");
    await press([{ row: 2, kind: "shortage", item: "CHAIR-OAK", quantity: "30" }]);
    const now = await source("short-inventory-planner");
    expect(rowOf(now, "CHAIR-OAK", "MAIN")).toMatchObject({ "On MO(+)": "30", "To Order": "0" });
    expect(Number(rowOf(now, "SEAT-OAK", "MAIN")["On MO(-)"])).toBeGreaterThan(0);
  });

  test("wants again what was scrapped: an order still brings only what it has not reported", async () => {
    const orders = new OrderWork(service);
    const number = await orders.make({ quantity: "30" });
    await orders.begin(number);
    await orders.step("produce", number, { quantity: "10", scrapped: "15" });
    const now = rowOf(await source("short-inventory-planner"), "CHAIR-OAK", "MAIN");
    expect(now).toMatchObject({ Available: "28", "On MO(+)": "5", "To Order": "15" });
  });

  test("can be had for one store, for what is made, and without what is sufficient", async () => {
    const all = await source("short-inventory-planner");
    const made = await source(
      "short-inventory-planner",
      "?store=EAST&items=manufacturable&hideSufficient=true",
    );
    expect(made.rows.length).toBeGreaterThan(0);
    expect(made.rows.length).toBeLessThan(all.rows.length);
    expect(new Set(made.rows.map((row) => row[2]))).toEqual(new Set(["EAST"]));
  });

  test("are refused for a store that is not there, and for an alias of two items, each by name", async () => {
    for (const name of ["short-inventory-planner", "sales-order-lines"])
      expect(await service.send(`/sources/${name}?store=NOPE`)).toMatchObject({
        status: 400,
        body: { code: "request-invalid", detail: 'There is no store "NOPE".' },
      });
    await imports({ "item-aliases": "item,alias\nCHAIR-OAK,TWO-1\nSTOOL-45,TWO-1\n" });
    expect(await service.send("/items/TWO-1/to-order?store=MAIN")).toMatchObject({
      status: 400,
      body: { code: "request-invalid" },
    });
  });

  test("hides nothing in the snapshot, which shows no To Order to hide by", async () => {
    const all = await source("item-inventory-snapshot");
    expect(await source("item-inventory-snapshot", "?hideSufficient=true")).toEqual(all);
  });

  test("is understood when its rows are selected: shortages, To Order as the quantity", async () => {
    const short = await source("short-inventory-planner", "?hideSufficient=true&items=manufacturable");
    const [first] = taken(short).lines;
    expect(first?.kind).toBe("shortage");
    expect(first).toMatchObject({
      item: short.rows[0]?.[0],
      quantity: short.rows[0]?.at(-1),
      store: short.rows[0]?.[2],
    });
  });

  test("lists what is to be reordered though nothing is booked of it", async () => {
    await imports({
      items: "number,unit,make,reorder point,reorder quantity\nCRATE-1,EA,yes,,\nCRATE-2,EA,yes,4,10\n",
      "item-stores": "item,store,reorder point,reorder quantity\nCRATE-1,EAST,5,20\n",
    });
    const short = await source("short-inventory-planner", "?includeReorderData=true&hideSufficient=true");
    expect(rowOf(short, "CRATE-1", "EAST")).toMatchObject({ "On Hand": "0", "To Order": "25" });
    expect(rowOf(short, "CRATE-2", "MAIN")).toMatchObject({ "Reorder Point": "4", "To Order": "14" });
    expect(short.rows.filter(([item]) => item?.startsWith("CRATE-"))).toHaveLength(2);
  });

  test("keeps the item's own point where a store only says another quantity", async () => {
    await imports({ "item-stores": "item,store,reorder point,reorder quantity\nCHAIR-OAK,MAIN,,15\n" });
    const chair = rowOf(await source("item-inventory-snapshot", "?store=MAIN"), "CHAIR-OAK", "MAIN");
    expect(chair).toMatchObject({ "Reorder Point": "40", "Reorder Qty": "15" });
  });

  test("explains a suggestion so that it can be added up", async () => {
    const { body } = await service.send("/items/CHAIR-OAK/to-order?store=MAIN&includeReorderData=false");
    const told = toOrderSchema.parse(body);
    expect(told.toOrder).toBe("30");
    expect(told.steps[0]).toBe("ATS -30 = Available 18 − On SO 48 − On MO(-) 0");
    expect((await service.send("/items/NOBODY/to-order?store=MAIN")).status).toBe(404);
    const nothingBooked = await service.send("/items/LAMP-ARC/to-order?store=EAST&includeReorderData=false");
    expect(nothingBooked.body).toMatchObject({ store: "EAST", toOrder: "0", projected: "0" });
  });
});

describe("why a row of the preview is planned", () => {
  async function why(line: Readonly<Record<string, string>>): Promise<readonly string[]> {
    const lines = [{ row: 2, item: "CHAIR-OAK", store: "MAIN", ...line }];
    const { body } = await service.send("/plans/explanation", { lines, row: 2 });
    return explanationSchema.parse(body).orders[0]?.steps.map(({ sentence }) => sentence) ?? [];
  }

  test("tells the figures a suggested quantity comes from, with reorder data or without, as it was suggested", async () => {
    const figures = [
      "ATS -30 = Available 18 − On SO 48 − On MO(-) 0",
      "ATS (Inc PO) -30 = ATS -30 + On PO 0",
      "Projected -30 = ATS (Inc PO) -30 + On MO(+) 0",
    ];
    expect((await why({ kind: "shortage", quantity: "130" })).slice(1, 5)).toEqual([
      ...figures,
      "To Order 130 = Reorder Qty 60 + (Reorder Point 40 − Projected -30)",
    ]);
    expect((await why({ kind: "shortage", quantity: "30" })).slice(1, 5)).toEqual([
      ...figures,
      "To Order 30: brings Projected -30 up to 0",
    ]);
  });

  test("tells them for a quantity that was typed too, and not for a row of a document", async () => {
    const typed = await why({ kind: "snapshot", quantity: "7" });
    expect(typed[4]).toBe("To Order 130 = Reorder Qty 60 + (Reorder Point 40 − Projected -30)");
    const [, ...forDocument] = await why({ kind: "sales-order", quantity: "7", document: "SO-1", line: "1" });
    expect(forDocument.join(" ")).not.toContain("Projected");
  });
});

test("the Item Inventory Snapshot leaves the quantity to the planner", async () => {
  const snapshot = await source("item-inventory-snapshot", "?store=MAIN");
  expect(snapshot.columns.at(-1)?.heading).toBe("Qty To Make");
  const intake = taken({ ...snapshot, rows: snapshot.rows.map((row) => row.with(-1, "5")) });
  expect(intake.lines[0]).toMatchObject({ kind: "snapshot", quantity: "5", store: "MAIN" });
});

describe("lines of orders", () => {
  test("of customers tell what is ordered, shipped, on MOs and left, and who covers it", async () => {
    const before = rowOf(await source("sales-order-lines"), "SO-20421", "2");
    expect(before).toMatchObject({
      "Qty Ordered": "32",
      "Qty Shipped": "8",
      "Qty On MO": "0",
      "Qty Remaining": "24",
    });
    expect(before).toMatchObject({ Coverage: "none", "Need By": "2027-03-19", Customer: "Hotel Maas" });
    await press([{ row: 2, kind: "sales-order", document: "SO-20421", line: "2", quantity: "20" }]);
    expect(rowOf(await source("sales-order-lines"), "SO-20421", "2")).toMatchObject({
      "Qty On MO": "20",
      "Qty Remaining": "4",
      Coverage: "part",
      "Covered By": "MO-0000013",
    });
  });

  test("of vendors stop counting as On PO where they are made here", async () => {
    const before = rowOf(await source("item-inventory-snapshot"), "SEAT-OAK", "MAIN");
    expect(before["On PO"]).toBe("30");
    await press([{ row: 2, kind: "purchase-order", document: "PO-7718", line: "1", quantity: "12" }]);
    const now = rowOf(await source("item-inventory-snapshot"), "SEAT-OAK", "MAIN");
    expect(now).toMatchObject({ "On PO": "18", "On MO(+)": "12" });
  });

  test("in another unit are told in the item's own, in which they are made", async () => {
    await imports({
      units: "code,description,decimals\nBOX,Box,0\n",
      "unit-conversions": "item,from,to,factor\nSEAT-OAK,BOX,EA,10\n",
      "purchase-orders": `${orderHeading}PO-9,1,SEAT-OAK,MAIN,3,1,BOX,2027-04-01,released,Sawmill\n`,
    });
    const before = rowOf(await source("purchase-order-lines"), "PO-9", "1");
    expect(before).toMatchObject({ "Qty Ordered": "30", "Qty Received": "10", Unit: "EA" });
    expect(before).toMatchObject({ "Qty Remaining": "20", Coverage: "none" });
    await press([{ row: 2, kind: "purchase-order", document: "PO-9", line: "1", quantity: "12" }]);
    const now = rowOf(await source("purchase-order-lines"), "PO-9", "1");
    expect(now).toMatchObject({ "Qty On MO": "12", "Qty Remaining": "8", Coverage: "part" });
    const { body } = await service.send(`/manufacturing-orders/${now["Covered By"] ?? ""}`);
    expect(body).toMatchObject({ demand: [{ quantity: "12", wanted: "30", covered: "12" }] });
    expect(rowOf(await source("item-inventory-snapshot"), "SEAT-OAK", "MAIN")["On PO"]).toBe("38");
  });

  test("in a unit that nothing converts keep it, and do not tell what remains", async () => {
    await imports({
      units: "code,description,decimals\nBOX,Box,0\n",
      "sales-orders": `${orderHeading}SO-9,1,SEAT-OAK,MAIN,3,0,BOX,2027-04-01,released,Hotel Maas\n`,
    });
    expect(rowOf(await source("sales-order-lines"), "SO-9", "1")).toMatchObject({
      "Qty Ordered": "3",
      Unit: "BOX",
      "Qty Remaining": "",
      Coverage: "none",
    });
  });

  test("can be had for one order, one store in any case, and for what is bought or what is made", async () => {
    const one = await source("sales-order-lines", "?document=so-20421");
    expect(new Set(one.rows.map(([document]) => document))).toEqual(new Set(["SO-20421"]));
    const east = await source("sales-order-lines", "?store=EAST");
    expect(east.rows.length).toBeGreaterThan(0);
    expect(await source("sales-order-lines", "?store=east")).toEqual(east);
    expect((await source("item-inventory-snapshot", "?store=east")).rows).toEqual(
      (await source("item-inventory-snapshot", "?store=EAST")).rows,
    );
    const all = await source("purchase-order-lines");
    const bought = await source("purchase-order-lines", "?items=purchasable");
    const made = await source("purchase-order-lines", "?items=manufacturable");
    expect(bought.rows.map((row) => row[2])).not.toContain("SEAT-OAK");
    expect(made.rows.map((row) => row[2])).toContain("SEAT-OAK");
    expect([...bought.rows, ...made.rows]).toHaveLength(all.rows.length);
  });

  test("are understood when they are selected, to the line", async () => {
    const sales = taken(await source("sales-order-lines")).lines[0];
    expect(sales).toMatchObject({
      kind: "sales-order",
      document: "SO-20418",
      line: "1",
      item: "CHAIR-OAK",
      quantity: "24",
    });
    expect(sales).toMatchObject({ store: "MAIN", needDate: "2027-03-22" });
    const purchases = taken(await source("purchase-order-lines")).lines[0];
    expect(purchases).toMatchObject({
      kind: "purchase-order",
      document: "PO-7710",
      line: "1",
      quantity: "100",
    });
  });
});
