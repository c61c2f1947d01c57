/** Lines that are on several orders, and orders for several lines, when demand changes: each takes over its own part (R18). */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { batchSchema } from "../shared/wire/batch.ts";
import { sourceSchema } from "../shared/wire/sources.ts";
import { actionResultsSchema, orderSchema, type Order } from "../shared/wire/order.ts";
import { importCatalog } from "./use-cases/import-catalog.ts";
import { startService, type TestService } from "../test/support/service.ts";

let service: TestService;
beforeEach(async () => {
  service = await startService();
});
afterEach(() => service.close());

let presses = 0;

async function press(lines: readonly object[], rules: object): Promise<readonly string[]> {
  presses += 1;
  const key = `press-of-shares-${String(presses).padStart(4, "0")}`;
  const rows = lines.map((line, index) => ({ row: index + 2, kind: "sales-order", ...line }));
  const batch = batchSchema.parse((await service.send("/batches", { key, lines: rows, rules })).body);
  return batch.rows.map((row) => {
    if (row.outcome !== "created") throw new Error(row.problems[0]?.message);
    return row.number;
  });
}

/** One order for some of the 24 oak chairs that are left of the line, wanted on 19 March. */
async function make(link: "regular" | "dynamic", quantity: string): Promise<string> {
  const [number = ""] = await press([{ document: "SO-20421", line: "2", quantity }], { link });
  return number;
}

const read = async (number: string): Promise<Order> =>
  orderSchema.parse((await service.send(`/manufacturing-orders/${number}`)).body);

async function quantities(...numbers: readonly string[]): Promise<readonly string[]> {
  const orders = await Promise.all(numbers.map(read));
  return orders.map(({ status, quantity }) => (status === "cancelled" ? "cancelled" : quantity));
}

const act = (what: string, body: object) => service.send(`/manufacturing-orders/${what}`, body);
const apply = async (...numbers: readonly string[]) => (await act("demand-changes", { numbers })).body;

async function imports(...rows: readonly string[]): Promise<void> {
  const heading = "document,line,item,store,quantity,done,need date,status,party";
  const bytes = new TextEncoder().encode([heading, ...rows].join("\n"));
  const files = [{ name: "sales-orders.csv", bytes }];
  const request = { files, mapping: null, strict: true, dryRun: false, actor: "Import" };
  expect((await importCatalog(service.ports, request)).applied).toBe(true);
}

const says = (
  quantity: string,
  { done = "8", status = "released", day = "2027-03-19" } = {},
): Promise<void> => imports(`SO-20421,2,CHAIR-OAK,MAIN,${quantity},${done},${day},${status},Hotel Maas`);

/** What the sheet of sales lines says of it. */
async function salesLine(...headings: readonly string[]): Promise<readonly (string | undefined)[]> {
  const { body } = await service.send("/sources/sales-order-lines?document=SO-20421");
  const { columns, rows } = sourceSchema.parse(body);
  const told = rows.find(([, line]) => line === "2");
  return headings.map((heading) => told?.[columns.findIndex((column) => column.heading === heading)]);
}

async function begin(number: string, produced: string): Promise<void> {
  for (const step of ["release", "start"]) await act(step, { numbers: [number] });
  await act("produce", { numbers: [number], quantity: produced });
}

describe("the dynamic MOs of one line", () => {
  test("take its difference over together, once, and never make more than it still wants", async () => {
    const numbers = [await make("dynamic", "10"), await make("dynamic", "14")];
    await says("42");
    expect(await quantities(...numbers)).toEqual(["20", "14"]);
    await says("22");
    expect(await quantities(...numbers)).toEqual(["14", "cancelled"]);
    for (const number of numbers) expect((await read(number)).demand).toMatchObject([{ drift: null }]);
  });

  test("do so when they are the parts of one that was split", async () => {
    const number = await make("dynamic", "24");
    const split = actionResultsSchema.parse(
      (await act(`${number}/split`, { quantities: ["12", "12"] })).body,
    );
    const parts = split.results.flatMap((one) => (one.outcome === "changed" ? one.parts : []));
    expect(parts).toHaveLength(2);
    await says("42");
    expect(await quantities(...parts)).toEqual(["22", "12"]);
  });

  test("stay as they are while the line wants more than they make", async () => {
    const number = await make("dynamic", "5");
    await says("27");
    expect(await quantities(number)).toEqual(["5"]);
    expect((await read(number)).demand).toMatchObject([{ drift: null }]);
  });

  test("leave nothing to take over to a regular one beside them", async () => {
    const [dynamic, regular] = [await make("dynamic", "10"), await make("regular", "14")];
    await says("42");
    expect(await quantities(dynamic, regular)).toEqual(["20", "14"]);
    expect((await read(regular)).demand).toMatchObject([{ drift: null }]);
  });
});

describe("regular MOs of one line", () => {
  test("that are applied together take its difference over once", async () => {
    const numbers = [await make("regular", "10"), await make("regular", "14")];
    await says("42");
    expect(await apply(...numbers)).toMatchObject({
      results: [{ outcome: "changed" }, { outcome: "changed" }],
    });
    expect(await quantities(...numbers)).toEqual(["20", "14"]);
    await says("22");
    await apply(numbers[0] ?? "");
    expect(await quantities(...numbers)).toEqual(["cancelled", "14"]);
    await apply(numbers[1] ?? "");
    expect(await quantities(...numbers)).toEqual(["cancelled", "14"]);
  });
});

describe("what is shipped of a line", () => {
  test("from other stock need not be made: a dynamic MO follows, of a regular one it is told", async () => {
    const dynamic = await make("dynamic", "24");
    await says("32", { done: "20" });
    expect(await quantities(dynamic)).toEqual(["12"]);
    await act("release", { numbers: [dynamic] });
    await says("32", { done: "26" });
    const done = { was: "20", is: "26" };
    expect((await read(dynamic)).demand).toMatchObject([{ drift: { was: "32", is: "32", done } }]);
    await apply(dynamic);
    expect(await quantities(dynamic)).toEqual(["6"]);
  });

  test("of what its own MO made changes nothing", async () => {
    const number = await make("regular", "24");
    await begin(number, "12");
    await says("32", { done: "20" });
    expect((await read(number)).demand).toMatchObject([{ quantity: "24", drift: null }]);
  });

  test("of what its own MO made does not leave it over-covered", async () => {
    const number = await make("regular", "24");
    await begin(number, "24");
    await says("32", { done: "20" });
    const { body } = await act("coverage", { numbers: [number] });
    expect(body).toMatchObject({ orders: [{ lines: [{ done: "20", covered: "24", coverage: "full" }] }] });
    expect(await salesLine("Coverage")).toEqual(["full"]);
  });

  test("is no news to an MO that makes no more than is still wanted", async () => {
    const number = await make("regular", "10");
    await says("32", { done: "16" });
    expect((await read(number)).demand).toMatchObject([{ drift: null }]);
  });
});

describe("an MO for several lines", () => {
  const both = (second: string, day = "2027-05-28", status = "released"): Promise<void> =>
    imports(
      "SO-9001,1,CHAIR-OAK,MAIN,10,0,2027-04-30,released,Hotel Maas",
      `SO-9002,1,CHAIR-OAK,MAIN,${second},0,${day},${status},Hotel Maas`,
    );
  const lines = ["SO-9001", "SO-9002"].map((document) => ({ document, line: "1" }));

  test("stays for the earliest day when one of them wants more", async () => {
    await both("5");
    const [number = ""] = await press(lines, { merge: "item-store" });
    await both("8", "2027-06-11");
    await apply(number);
    const order = await read(number);
    expect(order).toMatchObject({ quantity: "18", needDate: "2027-04-30" });
    expect(order.demand).toMatchObject([{ quantity: "10" }, { quantity: "8", drift: null }]);
  });

  test("loses the share of one that is cancelled, and is made for the others", async () => {
    await both("5");
    const [number = ""] = await press(lines, { merge: "item-store" });
    await both("5", "2027-05-28", "cancelled");
    await apply(number);
    expect(await read(number)).toMatchObject({ status: "open", quantity: "10", needDate: "2027-04-30" });
    expect((await read(number)).demand).toMatchObject([{ quantity: "10" }, { quantity: "0", drift: null }]);
    await imports("SO-9001,1,CHAIR-OAK,MAIN,10,0,2027-04-30,cancelled,Hotel Maas");
    await apply(number);
    expect(await quantities(number)).toEqual(["cancelled"]);
  });

  test("does so by itself when it is dynamic", async () => {
    await both("5");
    const numbers = await press(lines, { link: "dynamic" });
    await act("merges", { into: numbers[0], numbers: numbers.slice(1) });
    await both("8", "2027-06-11");
    const [number = ""] = numbers;
    expect(await read(number)).toMatchObject({ quantity: "18", needDate: "2027-04-30" });
    await both("8", "2027-06-11", "closed");
    expect(await read(number)).toMatchObject({ status: "open", quantity: "10", needDate: "2027-04-30" });
  });

  test("is kept for a row that only the planner knows of", async () => {
    await both("5");
    const own = { kind: "manual", item: "CHAIR-OAK", quantity: "3", needDate: "2027-04-20" };
    const [number = ""] = await press([lines[1] ?? {}, own], { merge: "item-store" });
    await both("5", "2027-05-28", "cancelled");
    await apply(number);
    expect(await read(number)).toMatchObject({ status: "open", quantity: "3", needDate: "2027-04-20" });
  });
});

describe("a line that is imported again", () => {
  const isTable = (): Promise<void> =>
    imports("SO-20421,2,TABLE-180,MAIN,32,8,2027-03-19,released,Hotel Maas");

  test("with another item is covered by no MO of the old one, which tells both items", async () => {
    const number = await make("dynamic", "24");
    await isTable();
    const item = { was: "CHAIR-OAK", is: "TABLE-180" };
    expect(await read(number)).toMatchObject({ status: "open", quantity: "24", demand: [{ covered: "0" }] });
    expect((await read(number)).demand).toMatchObject([{ drift: { item } }]);
    const { body } = await act("coverage", { numbers: [number] });
    expect(body).toMatchObject({
      orders: [{ lines: [{ item: "TABLE-180", coverage: "none", orders: [] }] }],
    });
    expect(await salesLine("Qty On MO", "Qty Remaining", "Coverage", "Covered By")).toEqual([
      ...["0", "24", "none", ""],
    ]);
    const [table = ""] = await press([{ document: "SO-20421", line: "2" }], {});
    expect(await read(table)).toMatchObject({ item: "TABLE-180", quantity: "24" });
    await apply(number);
    expect(await quantities(number, table)).toEqual(["cancelled", "24"]);
  });

  test("with another store has its MO moved there when that is taken over, before work begins", async () => {
    const [early, late] = [await make("dynamic", "10"), await make("regular", "14")];
    await begin(late, "1");
    await imports("SO-20421,2,CHAIR-OAK,EAST,32,8,2027-03-19,released,Hotel Maas");
    const store = { was: "MAIN", is: "EAST" };
    for (const number of [early, late])
      expect(await read(number)).toMatchObject({ store: "MAIN", demand: [{ drift: { store } }] });
    expect(await apply(early, late)).toMatchObject({
      results: [{ outcome: "changed" }, { outcome: "refused", code: "not-before-start" }],
    });
    expect(await read(early)).toMatchObject({ store: "EAST", quantity: "10", demand: [{ drift: null }] });
  });

  test("as a purchase of another item is on order in full", async () => {
    await press([{ kind: "purchase-order", document: "PO-7718", line: "1", quantity: "12" }], {});
    const heading = "document,line,item,store,quantity,done,need date,status,party";
    const row = "PO-7718,1,CHAIR-OAK,MAIN,30,0,2027-04-01,released,Sawmill";
    const files = [
      { name: "purchase-orders.csv", bytes: new TextEncoder().encode([heading, row].join("\n")) },
    ];
    const request = { files, mapping: null, strict: true, dryRun: false, actor: "Import" };
    expect((await importCatalog(service.ports, request)).applied).toBe(true);
    const sheet = sourceSchema.parse(
      (await service.send("/sources/item-inventory-snapshot?store=MAIN")).body,
    );
    const at = (heading: string) => sheet.columns.findIndex((column) => column.heading === heading);
    const chair = sheet.rows.find((cells) => cells[at("Item Number")] === "CHAIR-OAK");
    expect(chair?.[at("On PO")]).toBe("30");
  });
});

describe("an MO that is done with less than its quantity", () => {
  test("covers what it made, and the rest of its line can be made by another", async () => {
    const number = await make("regular", "24");
    await begin(number, "6");
    await act("produce", { numbers: [number], quantity: "0", complete: true });
    await act("close", { numbers: [number] });
    expect(await read(number)).toMatchObject({ status: "closed", demand: [{ quantity: "6", covered: "6" }] });
    expect(await salesLine("Qty On MO", "Qty Remaining", "Coverage")).toEqual(["6", "18", "part"]);
    const [rest = ""] = await press([{ document: "SO-20421", line: "2" }], {});
    expect(await quantities(rest)).toEqual(["18"]);
  });

  test("serves its first lines first, and scrapped pieces nobody", async () => {
    const rows = ["1", "2"].map((line) => ({
      kind: "manual",
      document: "SHOP",
      line,
      item: "CHAIR-OAK",
      quantity: "5",
    }));
    const [number = ""] = await press(rows, { merge: "item-store" });
    await begin(number, "6");
    await act("produce", { numbers: [number], quantity: "1", scrapped: "3" });
    expect(await read(number)).toMatchObject({
      status: "produced",
      demand: [{ quantity: "5" }, { quantity: "2" }],
    });
  });

  test("has its lines back when it is reopened; what another makes by then is too much, and told", async () => {
    const number = await make("regular", "24");
    await begin(number, "6");
    await act("produce", { numbers: [number], quantity: "0", complete: true });
    await make("regular", "10");
    await act("reopen", { numbers: [number] });
    expect((await read(number)).demand).toMatchObject([{ quantity: "24", covered: "34" }]);
    expect(await salesLine("Qty Remaining", "Coverage")).toEqual(["0", "over"]);
  });

  test("leaves the rest of a purchase on order", async () => {
    const line = { kind: "purchase-order", document: "PO-7718", line: "1", quantity: "30" };
    const [number = ""] = await press([line], {});
    await begin(number, "6");
    await act("produce", { numbers: [number], quantity: "0", complete: true });
    await act("close", { numbers: [number] });
    const { body } = await service.send("/sources/item-inventory-snapshot?store=MAIN");
    const { columns, rows } = sourceSchema.parse(body);
    const at = (heading: string) => columns.findIndex((column) => column.heading === heading);
    const seat = rows.find((cells) => cells[at("Item Number")] === "SEAT-OAK");
    expect(seat?.[at("On PO")]).toBe("24");
  });
});
