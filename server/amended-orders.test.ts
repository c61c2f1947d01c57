/** An order that makes more or less than it did, for whom it does, and how far their lines are covered by it then. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { sourceSchema } from "../shared/wire/sources.ts";
import { importCatalog } from "./use-cases/import-catalog.ts";
import { OrderWork } from "../test/support/order-work.ts";
import { startService, type TestService } from "../test/support/service.ts";

let service: TestService;
let work: OrderWork;
beforeEach(async () => {
  service = await startService();
  work = new OrderWork(service);
});
afterEach(() => service.close());

/** Lines 1 and 2 of the order, for so many chairs each. */
async function says(...quantities: readonly string[]): Promise<void> {
  const heading = "document,line,item,store,quantity,done,need date,status,party";
  const rows = quantities.map(
    (quantity, index) => `SO-9401,${index + 1},CHAIR-OAK,MAIN,${quantity},0,2027-04-30,released,Hotel Maas`,
  );
  const bytes = new TextEncoder().encode([heading, ...rows].join("\n"));
  const request = { mapping: null, strict: true, dryRun: false, actor: "Import" };
  const files = [{ name: "sales-orders.csv", bytes }];
  expect((await importCatalog(service.ports, { files, ...request })).applied).toBe(true);
}

const line = (number: string) => ({ kind: "sales-order", document: "SO-9401", line: number });

const make = (quantity: string, link: "regular" | "dynamic" = "regular"): Promise<string> =>
  work.make({ ...line("1"), quantity }, { link });

async function amend(number: string, to: string): Promise<void> {
  const { quantity } = await work.read(number);
  const [result] = await work.act(`${number}/amendments`, { changes: { quantity: { from: quantity, to } } });
  expect(result?.outcome).toBe("changed");
}

async function cells(source: string, first: string, ...headings: readonly string[]) {
  const { columns, rows } = sourceSchema.parse((await service.send(`/sources/${source}`)).body);
  const told = rows.find(([name]) => name === first);
  return headings.map((heading) => told?.[columns.findIndex((column) => column.heading === heading)]);
}

/** Of line 1. */
const sheet = () => cells("sales-order-lines?document=SO-9401", "SO-9401", "Qty Remaining", "Coverage");

const shares = async (number: string) => (await work.read(number)).demand.map(({ quantity }) => quantity);

describe("an order that is amended to make more", () => {
  test("covers its line over, and what the line wants more later is met by it", async () => {
    await says("10");
    const number = await make("10");
    await amend(number, "15");
    expect(await sheet()).toEqual(["0", "over"]);
    await says("15");
    expect(await sheet()).toEqual(["0", "full"]);
    await work.act("demand-changes", { numbers: [number] });
    expect(await work.read(number)).toMatchObject({ quantity: "15", demand: [{ drift: null }] });
    await says("17");
    await work.act("demand-changes", { numbers: [number] });
    expect(await work.read(number)).toMatchObject({ quantity: "17", demand: [{ drift: null }] });
  });

  test("and follows its line makes no more until the line wants more than it makes", async () => {
    await says("10");
    const number = await make("10", "dynamic");
    await amend(number, "15");
    await says("12");
    expect(await work.read(number)).toMatchObject({ quantity: "15", demand: [{ drift: null }] });
    await says("20");
    expect(await work.read(number)).toMatchObject({ quantity: "20", demand: [{ drift: null }] });
  });

  test("gives its lines what they lack, in their order, and the rest to the last; with less the last loses first", async () => {
    await says("10", "5");
    const rows = [
      { row: 2, ...line("1"), quantity: "6" },
      { row: 3, ...line("2"), quantity: "5" },
    ];
    const rules = { merge: "item-store" };
    await service.send("/batches", { key: "press-of-amended-0001", lines: rows, rules });
    const [number = ""] = await work.numbersOf("CHAIR-OAK");
    await amend(number, "14");
    expect(await shares(number)).toEqual(["9", "5"]);
    await amend(number, "17");
    expect(await shares(number)).toEqual(["10", "7"]);
    await amend(number, "12");
    expect(await shares(number)).toEqual(["10", "2"]);
  });
});

describe("pieces that are scrapped", () => {
  test("cover nobody from then on, as they are not expected any more; the rest can be made by another", async () => {
    await says("10");
    const others = Number((await cells("item-inventory-snapshot?store=MAIN", "CHAIR-OAK", "On MO(+)"))[0]);
    const number = await make("10");
    await work.begin(number);
    await work.step("produce", number, { quantity: "3", scrapped: "2" });
    expect(await cells("item-inventory-snapshot?store=MAIN", "CHAIR-OAK", "On MO(+)")).toEqual([
      String(others + 5),
    ]);
    expect(await shares(number)).toEqual(["8"]);
    expect(await sheet()).toEqual(["2", "part"]);
    const rest = await work.make({ ...line("1"), quantity: "" });
    expect((await work.read(rest)).quantity).toBe("2");
    await work.step("produce", number);
    expect(await work.read(number)).toMatchObject({ status: "produced", demand: [{ quantity: "8" }] });
    expect(await sheet()).toEqual(["0", "full"]);
  });

  test("are the first part's when the order is split", async () => {
    await says("10");
    const number = await make("10");
    await work.begin(number);
    await work.step("produce", number, { quantity: "3", scrapped: "2" });
    await work.act(`${number}/split`, { quantities: ["1", "4"] });
    const [part = ""] = await work.numbersOf("CHAIR-OAK");
    expect([await shares(number), await shares(part)]).toEqual([["4"], ["4"]]);
  });
});
