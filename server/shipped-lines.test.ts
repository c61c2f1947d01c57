/** What is left of a line to be made, while its orders make it and it is shipped: the same wherever it is told (R20). */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { orderCoverageListSchema } from "../shared/wire/coverage.ts";
import { batchSchema, type Batch } from "../shared/wire/batch.ts";
import { planSchema } from "../shared/wire/plan.ts";
import { sourceSchema, type SourceName } from "../shared/wire/sources.ts";
import { importCatalog } from "./use-cases/import-catalog.ts";
import { startService, type TestService } from "../test/support/service.ts";

let service: TestService;
let presses = 0;
beforeEach(async () => {
  service = await startService();
});
afterEach(() => service.close());

const act = (what: string, body: object) => service.send(`/manufacturing-orders/${what}`, body);

const chairs = { kind: "sales-order", document: "SO-9201", line: "1" };

async function press(fields: object, rules: object = {}): Promise<Batch> {
  presses += 1;
  const key = `press-of-shipped-${String(presses).padStart(4, "0")}`;
  const lines = [{ row: 2, ...chairs, ...fields }];
  return batchSchema.parse((await service.send("/batches", { key, lines, rules })).body);
}

async function make(fields: object = {}): Promise<string> {
  const [row] = (await press(fields)).rows;
  if (row?.outcome !== "created") throw new Error(row?.problems[0]?.message);
  return row.number;
}

/** An order in work reports so many; `isOver`: no more are to come. */
async function produce(number: string, quantity: string, isOver = false): Promise<void> {
  for (const step of ["release", "start"]) await act(step, { numbers: [number] });
  await act("produce", { numbers: [number], quantity, complete: isOver });
}

async function imports(kind: "sales-orders" | "purchase-orders", ...rows: readonly string[]): Promise<void> {
  const heading = "document,line,item,store,quantity,done,need date,status,party";
  const bytes = new TextEncoder().encode([heading, ...rows].join("\n"));
  const files = [{ name: `${kind}.csv`, bytes }];
  const request = { files, mapping: null, strict: true, dryRun: false, actor: "Import" };
  expect((await importCatalog(service.ports, request)).applied).toBe(true);
}

const says = (quantity: string, shipped: string): Promise<void> =>
  imports("sales-orders", `SO-9201,1,CHAIR-OAK,MAIN,${quantity},${shipped},2027-04-30,released,Hotel Maas`);

async function cells(source: SourceName, row: string, ...headings: readonly string[]) {
  const sheet = sourceSchema.parse((await service.send(`/sources/${source}`)).body);
  const at = (heading: string): number => sheet.columns.findIndex((column) => column.heading === heading);
  const told = sheet.rows.find(([first]) => first === row);
  return headings.map((heading) => told?.[at(heading)]);
}

/** What is left and the word for it: as the sheet says it, as the MO's coverage does, and as a preview would. */
async function told(number: string): Promise<readonly string[]> {
  const [left, word] = await cells("sales-order-lines", "SO-9201", "Qty Remaining", "Coverage");
  const { orders } = orderCoverageListSchema.parse((await act("coverage", { numbers: [number] })).body);
  const line = orders[0]?.lines[0];
  const rules = { coveredRows: "make-anyway", overReason: "to see its coverage" };
  const lines = [{ row: 2, ...chairs, quantity: "1" }];
  const [row] = planSchema.parse((await service.send("/plans", { lines, rules })).body).rows;
  const previewed = row?.outcome === "ready" ? row.coverage?.[0] : undefined;
  expect([line?.remaining, line?.coverage]).toEqual([left, word]);
  expect([previewed?.remaining, previewed?.coverage]).toEqual([left, word]);
  return [left ?? "", word ?? ""];
}

describe("a line of a sales order", () => {
  test("whose MO ended with less is short of the rest, also once what it made is shipped", async () => {
    await says("10", "0");
    const number = await make();
    await produce(number, "4", true);
    expect(await told(number)).toEqual(["6", "part"]);
    await says("10", "4");
    expect(await told(number)).toEqual(["6", "part"]);
    expect(await press({ quantity: "7" })).toMatchObject({
      rows: [
        { problems: [{ code: "already-covered", params: { remaining: "6", done: "0", covered: "4" } }] },
      ],
    });
    const rest = await make({ quantity: "6" });
    expect(await told(rest)).toEqual(["0", "full"]);
    await says("10", "7");
    expect(await told(rest)).toEqual(["0", "over"]);
  });

  test("shipped in part before its MO was made is covered by it: before it is made, then, and while it is shipped", async () => {
    await says("32", "8");
    const number = await make();
    expect(await told(number)).toEqual(["0", "full"]);
    await produce(number, "12");
    expect(await told(number)).toEqual(["0", "full"]);
    await says("32", "20");
    expect(await told(number)).toEqual(["0", "full"]);
    await act("produce", { numbers: [number] });
    expect(await told(number)).toEqual(["0", "full"]);
    await says("32", "32");
    expect(await cells("sales-order-lines", "SO-9201", "Qty Remaining", "Coverage")).toEqual(["0", "done"]);
  });

  test("has what its first MO made and shipped counted once when a second one is made", async () => {
    await says("30", "0");
    const first = await make({ quantity: "10" });
    await produce(first, "10");
    await says("30", "8");
    const second = await make();
    expect(await cells("sales-order-lines", "SO-9201", "Qty On MO", "Qty Remaining")).toEqual(["30", "0"]);
    await says("30", "13");
    expect(await told(second)).toEqual(["0", "over"]);
    const drift = { done: { was: "0", is: "3" } };
    expect((await act("drifts", { numbers: [second] })).body).toMatchObject({ drifts: [drift] });
  });

  test("has of an MO for several lines what is its own: the first of them is made first", async () => {
    await says("10", "0");
    await imports("sales-orders", "SO-9202,1,CHAIR-OAK,MAIN,10,0,2027-04-30,released,Hotel Maas");
    const lines = [
      { row: 2, ...chairs },
      { row: 3, ...chairs, document: "SO-9202" },
    ];
    const body = { key: "press-of-two-lines-1", lines, rules: { merge: "item-store" } };
    const [row] = batchSchema.parse((await service.send("/batches", body)).body).rows;
    await produce(row?.outcome === "created" ? row.number : "", "10");
    await imports("sales-orders", "SO-9202,1,CHAIR-OAK,MAIN,10,6,2027-04-30,released,Hotel Maas");
    // The ten that were made are the first line's, so these six came from elsewhere.
    expect(await cells("sales-order-lines", "SO-9202", "Qty Remaining", "Coverage")).toEqual(["0", "over"]);
    await says("10", "6");
    expect(await cells("sales-order-lines", "SO-9201", "Qty Remaining", "Coverage")).toEqual(["0", "full"]);
  });
});

describe("a line of a purchase order", () => {
  test("is on order for what neither came nor is made here, whether or not what was made is received on it", async () => {
    const purchase = (received: string): Promise<void> =>
      imports("purchase-orders", `PO-9301,1,SEAT-OAK,MAIN,40,${received},2027-04-01,released,Sawmill`);
    const onOrder = async (): Promise<number> => {
      const sheet = sourceSchema.parse((await service.send("/sources/item-inventory-snapshot")).body);
      const at = (heading: string): number => sheet.columns.findIndex((one) => one.heading === heading);
      const seat = sheet.rows.find(
        (row) => row[at("Item Number")] === "SEAT-OAK" && row[at("Store")] === "MAIN",
      );
      return Number(seat?.[at("On PO")]);
    };
    const others = await onOrder();
    await purchase("10");
    const number = await make({ kind: "purchase-order", document: "PO-9301" });
    expect(await onOrder()).toBe(others);
    await produce(number, "4", true);
    expect(await onOrder()).toBe(others + 26);
    await purchase("14");
    expect(await onOrder()).toBe(others + 26);
    await purchase("20");
    expect(await onOrder()).toBe(others + 20);
  });
});
