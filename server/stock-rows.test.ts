/** Rows of the Short Inventory Planner and the Item Inventory Snapshot: what is made for them is not made twice (R2, R7). */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { batchSchema, type Batch } from "../shared/wire/batch.ts";
import { orderSchema, type Order } from "../shared/wire/order.ts";
import { sourceSchema } from "../shared/wire/sources.ts";
import { importCatalog } from "./use-cases/import-catalog.ts";
import { startService, type TestService } from "../test/support/service.ts";

let service: TestService;
let presses = 0;
beforeEach(async () => {
  service = await startService();
  const chair = "CHAIR-OAK,Oak dining chair,EA,yes,no,,,4";
  await imports(
    "items",
    "number,description,unit,make,buy,reorder point,reorder quantity,lead time days",
    chair,
  );
});
afterEach(() => service.close());

type Row = Readonly<Record<string, string>>;

const short = (quantity: string, more: Row = {}): Row => ({
  kind: "shortage",
  item: "CHAIR-OAK",
  store: "MAIN",
  quantity,
  ...more,
});

async function press(rows: readonly Row[], rules: object = {}): Promise<Batch> {
  presses += 1;
  const lines = rows.map((row, index) => ({ row: index + 2, ...row }));
  const key = `press-of-stock-rows-${String(presses).padStart(4, "0")}`;
  return batchSchema.parse((await service.send("/batches", { key, lines, rules })).body);
}

async function orderOf(batch: Batch, row = 0): Promise<Order> {
  const made = batch.rows[row];
  if (made?.outcome !== "created") throw new Error("The row was made");
  return orderSchema.parse((await service.send(`/manufacturing-orders/${made.number}`)).body);
}

const outcomes = (batch: Batch): readonly string[] =>
  batch.rows.map((row) => (row.outcome === "created" ? "created" : (row.problems[0]?.code ?? "")));

const messageOf = (batch: Batch): string => {
  const [row] = batch.rows;
  return row?.outcome === "refused" ? (row.problems[0]?.message ?? "") : "";
};

/** What the Short Inventory Planner suggests for oak chairs now; they have no reorder point. */
async function suggested(): Promise<string> {
  const query = "store=MAIN&includeReorderData=false";
  const { body } = await service.send(`/sources/short-inventory-planner?${query}`);
  const { columns, rows } = sourceSchema.parse(body);
  const at = (heading: string): number => columns.findIndex((column) => column.heading === heading);
  return rows.find((row) => row[at("Item Number")] === "CHAIR-OAK")?.[at("To Order")] ?? "";
}

async function imports(what: string, heading: string, row: string): Promise<void> {
  const files = [{ name: `${what}.csv`, bytes: new TextEncoder().encode(`${heading}\n${row}`) }];
  const request = { files, mapping: null, strict: true, dryRun: false, actor: "Import" };
  expect((await importCatalog(service.ports, request)).applied).toBe(true);
}

/** So many chairs are sold beside. */
const sell = (quantity: string): Promise<void> =>
  imports(
    "sales-orders",
    "document,line,item,store,quantity,done,need date,status,party",
    `SO-9501,1,CHAIR-OAK,MAIN,${quantity},0,2027-04-30,released,Hotel Maas`,
  );

describe("a shortage that an MO was made for", () => {
  test.each<[string, Row]>([
    ["with one less", short("59")],
    ["with one more", short("61")],
    ["for another day", short("60", { needDate: "2027-05-05" })],
    ["from the snapshot", short("60", { kind: "snapshot" })],
    ["in the usual store, unnamed", short("59", { store: "" })],
  ])("is not made again %s: the row says whose MO it is", async (_how, row) => {
    const { number } = await orderOf(await press([short("60")]));
    const again = await press([row]);
    expect(outcomes(again)).toEqual(["already-covered"]);
    expect(messageOf(again)).toBe(
      `60 EA of CHAIR-OAK will come from ${number} (Ana), and nothing more is suggested for MAIN now, so ${row["quantity"] ?? ""} EA would be too many.`,
    );
  });

  test("and that is larger by now is made up to what is suggested, unasked", async () => {
    await press([short(await suggested())]);
    expect(await suggested()).toBe("0");
    await sell("40");
    expect(await suggested()).toBe("40");
    expect(outcomes(await press([short("41")]))).toEqual(["already-covered"]);
    expect(outcomes(await press([short("15", { kind: "snapshot" })]))).toEqual(["created"]);
    expect(outcomes(await press([short("25")]))).toEqual(["created"]);
    expect(outcomes(await press([short("1")]))).toEqual(["already-covered"]);
  });

  test("may be as large again as the one before: what is suggested now is no repetition", async () => {
    await press([short(await suggested())]);
    await sell("30");
    await press([short("30")]);
    await sell("60");
    expect(await suggested()).toBe("30");
    expect(outcomes(await press([short("30")]))).toEqual(["created"]);
  });

  test("has what is left of it made, or more for a reason, as the planner says", async () => {
    await press([short(await suggested())]);
    await sell("5");
    const rest = await press([short("24")], { coveredRows: "make-remaining" });
    expect(await orderOf(rest)).toMatchObject({ quantity: "5" });
    expect(outcomes(await press([short("24")], { coveredRows: "make-remaining" }))).toEqual([
      "already-covered",
    ]);
    const rules = { coveredRows: "make-anyway", overReason: "for the showroom" };
    const more = await orderOf(await press([short("24")], rules));
    expect(more).toMatchObject({ quantity: "24", demand: [{ reason: "for the showroom" }] });
  });

  test("is shared by the rows of one press, the first of them first", async () => {
    await press([short(await suggested())]);
    await sell("20");
    const rows = [short("15"), short("10", { needDate: "2027-05-05" })];
    expect(outcomes(await press(rows))).toEqual(["created", "already-covered"]);
  });

  test("can be made anew when that MO is cancelled, or done", async () => {
    const { number } = await orderOf(await press([short("60")]));
    await service.send("/manufacturing-orders/cancel", { numbers: [number] });
    const second = await orderOf(await press([short("59")]));
    for (const step of ["release", "start", "produce"])
      await service.send(`/manufacturing-orders/${step}`, { numbers: [second.number] });
    expect(outcomes(await press([short("58")]))).toEqual(["created"]);
  });
});

describe("rows of stock figures", () => {
  test("are not asked about when nothing was made from such rows, whatever is suggested", async () => {
    expect(outcomes(await press([short("500", { kind: "snapshot" })]))).toEqual(["created"]);
    expect(outcomes(await press([short("7", { store: "EAST" })]))).toEqual(["created"]);
    expect(outcomes(await press([short("7", { item: "STOOL-45" })]))).toEqual(["created"]);
  });

  test("of an item with a reorder point may ask for as much as that suggests", async () => {
    const table = { kind: "shortage", item: "TABLE-180", store: "MAIN" };
    await press([{ ...table, quantity: "1" }]);
    const more = await press([{ ...table, quantity: "500" }]);
    const [row] = more.rows;
    const suggestion = row?.outcome === "refused" ? (row.problems[0]?.params["remaining"] ?? "") : "";
    expect(Number(suggestion)).toBeGreaterThan(12);
    expect(messageOf(more)).toContain(`${suggestion} EA more are suggested for MAIN now`);
    expect(outcomes(await press([{ ...table, quantity: suggestion }]))).toEqual(["created"]);
  });

  test("do not ask for MOs of lines: what is made for a sales order is counted by the figure, and is no repetition", async () => {
    await press([{ kind: "sales-order", document: "SO-20421", line: "2" }]);
    expect(outcomes(await press([short("3")]))).toEqual(["created"]);
  });
});
