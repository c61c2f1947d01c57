/** What changes of orders keep right that is easy to get wrong: each test once failed, or would in other systems. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { batchSchema } from "../shared/wire/batch.ts";
import { eventPageSchema } from "../shared/wire/events.ts";
import { OrderWork } from "../test/support/order-work.ts";
import { startService, type TestService } from "../test/support/service.ts";

let service: TestService;
let orders: OrderWork;
beforeEach(async () => {
  service = await startService();
  orders = new OrderWork(service);
});
afterEach(() => service.close());

async function materialAt(number: string, item: string) {
  const { materials } = await orders.read(number);
  const found = materials.find((material) => material.item === item);
  if (found === undefined) throw new Error(`${number} has no ${item}`);
  return found;
}

async function move(number: string, action: "issue" | "return", lines: Record<string, readonly string[]>) {
  const materials: { position: number; quantity: string }[] = [];
  for (const [item, quantities] of Object.entries(lines)) {
    const { position } = await materialAt(number, item);
    materials.push(...quantities.map((quantity) => ({ position, quantity })));
  }
  return orders.act(`${number}/materials`, { action, materials });
}

async function importFile(name: string, rows: string) {
  const form = new FormData();
  form.append("files", new File([rows], name, { type: "text/csv" }));
  const answer = await service.app.request("/api/v1/catalog/imports", { method: "POST", body: form });
  expect(answer.status).toBe(200);
}

async function lastEvents(count: number) {
  const page = eventPageSchema.parse((await service.send("/events?after=0&limit=1000")).body);
  return page.events.slice(-count);
}

describe("materials by hand", () => {
  test("on several lines of one pick list all count", async () => {
    const number = await orders.make();
    await orders.step("release", number);
    const before = Number((await orders.stock("SCREW-4X40")).available);
    await move(number, "issue", { "SCREW-4X40": ["20", "30"] });
    expect((await materialAt(number, "SCREW-4X40")).issuedQuantity).toBe("50");
    expect(Number((await orders.stock("SCREW-4X40")).available)).toBe(before - 50);
    expect(await move(number, "return", { "SCREW-4X40": ["30", "30"] })).toMatchObject([
      { code: "return-too-much", params: { most: "20" } },
    ]);
    expect((await materialAt(number, "SCREW-4X40")).issuedQuantity).toBe("50");
  });

  test("are issued to many orders at once, with an answer for each (R19)", async () => {
    const numbers = [await orders.make(), await orders.make()];
    await orders.act("release", { numbers: numbers.slice(0, 1) });
    const materials = [{ position: 1, quantity: "1" }];
    const many = numbers.map((number) => ({ number, action: "issue", materials }));
    expect(await orders.act("materials", { orders: many })).toMatchObject([
      { outcome: "changed", number: numbers[0] },
      { outcome: "refused", number: numbers[1], code: "wrong-status" },
    ]);
  });

  test("that no location holds are taken all the same, and the answer names them", async () => {
    const number = await orders.make();
    await orders.step("release", number);
    const [result] = await move(number, "issue", { "OIL-HARD": ["0.5", "20"] });
    expect(result).toMatchObject({
      outcome: "changed",
      owed: [{ item: "OIL-HARD", store: "MAIN", quantity: "7.7", unit: "L" }],
    });
    const { movements, available } = await orders.stock("OIL-HARD");
    expect(available).toBe("-7.7");
    expect(movements.slice(0, 3).map(({ location, quantity }) => [location, quantity])).toEqual([
      [null, "-7.7"],
      ["RM-01", "-12.3"],
      ["RM-01", "-0.5"],
    ]);
  });
});

describe("planning an order anew", () => {
  test("keeps what was issued when its lines have moved, and when they are gone", async () => {
    const number = await orders.make({ item: "TABLE-180", quantity: "4" });
    await orders.step("release", number);
    await move(number, "issue", { "BOLT-M8": ["32"], "OIL-HARD": ["1.47"] });
    await importFile(
      "boms.csv",
      "item,revision,output,component,quantity,unit\n" +
        "TABLE-180,A,1,CARTON-L,1,EA\nTABLE-180,A,1,TOP-180,1,EA\nTABLE-180,A,1,BOLT-M8,10,EA\n",
    );
    await orders.act(`${number}/amendments`, { changes: { quantity: { from: "4", to: "6" } } });
    const { materials } = await orders.read(number);
    expect(materials.map((one) => [one.item, one.quantity, one.issuedQuantity])).toEqual([
      ["CARTON-L", "6", "0"],
      ["TOP-180", "6", "0"],
      ["BOLT-M8", "60", "32"],
      ["OIL-HARD", "1.47", "1.47"],
    ]);
    expect(await move(number, "return", { "OIL-HARD": ["1.47"], "BOLT-M8": ["32"] })).toMatchObject([
      { outcome: "changed" },
    ]);
    expect(await orders.step("cancel", number)).toBe("cancelled");
  });

  test("of a disassembly plans what comes back, not what making takes", async () => {
    const key = "press-to-take-apart";
    const request = { key, item: "CHAIR-OAK", quantity: "3" };
    const made = await service.send("/manufacturing-orders/disassemblies", request);
    const [row] = batchSchema.parse(made.body).rows;
    const number = row?.outcome === "created" ? row.number : "";
    const [answer] = await orders.act(`${number}/amendments`, {
      changes: { quantity: { from: "3", to: "5" } },
    });
    expect(answer).toMatchObject({ outcome: "changed" });
    const order = await orders.read(number);
    expect(order.operations).toEqual([]);
    expect(order.materials.find(({ item }) => item === "SCREW-4X40")?.quantity).toBe("40");
    await orders.act(`${number}/split`, { quantities: ["2", "3"] });
    expect((await materialAt(number, "SCREW-4X40")).quantity).toBe("16");
  });
});

describe("amendments", () => {
  test("that name an order twice are done one after the other, each with its answer", async () => {
    const number = await orders.make();
    const edits = [{ memo: { from: "", to: "For the fair" } }, { priority: { from: 0, to: 3 } }];
    const both = edits.map((changes) => ({ number, changes }));
    expect(await orders.act("amendments", { orders: both })).toMatchObject([
      { outcome: "changed" },
      { outcome: "changed" },
    ]);
    expect(await orders.read(number)).toMatchObject({ memo: "For the fair", priority: 3 });
  });

  test("take a memo letter by letter and a code as text, not as a number", async () => {
    const number = await orders.make();
    const memo = (from: string, to: string) =>
      orders.act(`${number}/amendments`, { changes: { memo: { from, to } } });
    await memo("", "fair 1");
    expect(await memo("fair 1", "Fair 1")).toMatchObject([{ outcome: "changed" }]);
    await memo("Fair 1", "1");
    expect(await memo("1", "1.0")).toMatchObject([{ outcome: "changed" }]);
    expect((await orders.read(number)).memo).toBe("1.0");
  });

  test("to another store make it there: its own place for products, and only where things are made", async () => {
    const number = await orders.make();
    const to = (from: string, store: string) =>
      orders.act(`${number}/amendments`, { changes: { store: { from, to: store } } });
    expect(await to("MAIN", "SHOP")).toMatchObject([{ outcome: "refused", code: "cannot-be-planned" }]);
    expect(await to("MAIN", "EAST")).toMatchObject([{ outcome: "changed" }]);
    expect(await orders.read(number)).toMatchObject({ store: "EAST", outputLocation: "FG-E1" });
  });

  test("of more than any order may be for are refused as a row is", async () => {
    const number = await orders.make();
    const changes = { quantity: { from: "10", to: "1000000000" } };
    expect(await orders.act(`${number}/amendments`, { changes })).toMatchObject([
      { outcome: "refused", code: "cannot-be-planned" },
    ]);
  });

  test("of the quantity move the coverage: less covers less, and more covers the line over", async () => {
    const number = await orders.make({ document: "SO-7", line: "3" });
    const demandFor = async (from: string, to: string) => {
      await orders.act(`${number}/amendments`, { changes: { quantity: { from, to } } });
      return (await orders.read(number)).demand;
    };
    expect(await demandFor("10", "4")).toMatchObject([{ quantity: "4", wanted: "10", covered: "4" }]);
    expect(await demandFor("4", "12")).toMatchObject([{ quantity: "12", wanted: "10", covered: "12" }]);
  });
});

describe("splitting and merging", () => {
  test("many orders are split at once, with an answer for each that names the parts (R19)", async () => {
    const [one, two] = [await orders.make(), await orders.make({ quantity: "7" })];
    const [first, second] = await orders.act("splits", {
      orders: [
        { number: one, quantities: ["6", "4"] },
        { number: two, quantities: ["6", "4"] },
      ],
    });
    expect(second).toMatchObject({
      outcome: "refused",
      code: "split-does-not-add-up",
      params: { rest: "7" },
    });
    const parts = first?.outcome === "changed" ? first.parts : [];
    expect(parts[0]).toBe(one);
    const quantities = await Promise.all(parts.map(async (part) => (await orders.read(part)).quantity));
    expect(quantities).toEqual(["6", "4"]);
  });

  test("the parts of an order on hold are on hold", async () => {
    const number = await orders.make();
    await orders.step("hold", number, { reason: "The oak is damp" });
    const [result] = await orders.act(`${number}/split`, { quantities: ["6", "4"] });
    const part = result?.outcome === "changed" ? (result.parts[1] ?? "") : "";
    expect((await orders.read(part)).holdReason).toBe("The oak is damp");
    expect(await orders.step("release", part)).toBe("on-hold");
  });

  test("an order that is written in two ways is merged once", async () => {
    const [into, other] = [await orders.make(), await orders.make()];
    const results = await orders.act("merges", { into, numbers: [other, other.toLowerCase(), ` ${other}`] });
    expect(results).toHaveLength(2);
    expect((await orders.read(into)).quantity).toBe("20");
  });

  test("the events name the other order", async () => {
    const [into, other] = [await orders.make(), await orders.make()];
    await orders.act("merges", { into, numbers: [other] });
    const merged = (await lastEvents(2)).find(({ order }) => order?.number === other);
    expect(merged).toMatchObject({ kind: "order-merged", about: into, order: { status: "cancelled" } });
    await orders.act(`${into}/split`, { quantities: ["6", "14"] });
    expect((await lastEvents(1))[0]).toMatchObject({ kind: "order-created", about: into });
  });
});

describe("orders below an order", () => {
  test("stay in the old store when materials are out for them there", async () => {
    const number = await orders.make({ quantity: "400" }, { subAssemblies: "make" });
    const [child = "", ...others] = (await orders.read(number)).children;
    await orders.step("release", child);
    await orders.act(`${child}/materials`, { action: "issue", materials: [{ position: 1, quantity: "1" }] });
    const [result] = await orders.act(`${number}/amendments`, {
      changes: { store: { from: "MAIN", to: "EAST" } },
      children: "follow",
    });
    expect(result).toMatchObject({ outcome: "changed", children: [child] });
    expect((await orders.read(child)).store).toBe("MAIN");
    for (const other of others) expect((await orders.read(other)).store).toBe("EAST");
  });
});

describe("coverage", () => {
  test("of a cancelled order stays as history and covers nothing", async () => {
    const number = await orders.make({ document: "SO-7", line: "3" });
    await orders.step("cancel", number);
    expect((await orders.read(number)).demand).toMatchObject([
      { document: "SO-7", quantity: "10", wanted: "10", covered: "0" },
    ]);
  });
});

test("the event of an import names the levels it overrode", async () => {
  const number = await orders.make();
  await orders.begin(number);
  await orders.step("produce", number);
  await importFile("stock.csv", "item,store,location,available\nSCREW-4X40,MAIN,RM-01,5000\n");
  expect((await lastEvents(1))[0]).toMatchObject({
    kind: "catalog-imported",
    order: null,
    overridden: {
      count: 1,
      levels: [{ item: "SCREW-4X40", store: "MAIN", location: "RM-01", was: "9118", is: "5000" }],
    },
  });
});

test("a report of nothing on an order nothing was reported of says that, and not that all was reported", async () => {
  const number = await orders.make();
  await orders.begin(number);
  const [result] = await orders.act("produce", { numbers: [number], quantity: "0" });
  expect(result).toMatchObject({
    code: "nothing-to-report",
    message: "Nothing is reported: neither the good nor the scrapped quantity is above 0.",
  });
});

describe("a need date", () => {
  test("that is no day from 1900 on is refused for its order by name, and the order beside it is changed", async () => {
    const [first, second, third] = [await orders.make(), await orders.make(), await orders.make()];
    const to = (number: string, day: string) => ({
      number,
      changes: { needDate: { from: "2027-04-30", to: day } },
    });
    const wanted = [to(first, "1899-12-31"), to(second, "2027-05-31"), to(third, "31 May")];
    expect(await orders.act("amendments", { orders: wanted })).toMatchObject([
      { number: first, outcome: "refused", code: "need-date-unreadable", params: { value: "1899-12-31" } },
      { number: second, outcome: "changed" },
      { number: third, outcome: "refused", code: "need-date-unreadable" },
    ]);
    const one = { changes: { needDate: { from: "2027-04-30", to: "1899-12-31" } } };
    expect(await orders.act(`${first}/amendments`, one)).toMatchObject([{ code: "need-date-unreadable" }]);
    const early = { changes: { needDate: { from: "2027-04-30", to: "1900-01-01" } } };
    expect(await orders.act(`${first}/amendments`, early)).toMatchObject([{ outcome: "changed" }]);
  });
});
