/** Rows that give their quantity in another unit than the item's stock unit, from the preview to the MO (R48). */
import { afterEach, beforeEach, expect, test } from "vitest";
import { batchSchema, type Batch } from "../shared/wire/batch.ts";
import { orderExplanationSchema } from "../shared/wire/readiness.ts";
import { orderSchema } from "../shared/wire/order.ts";
import { explanationSchema, planSchema, type Plan } from "../shared/wire/plan.ts";
import { sourceSchema } from "../shared/wire/sources.ts";
import { importCatalog } from "./use-cases/import-catalog.ts";
import { startService, type TestService } from "../test/support/service.ts";

let service: TestService;
let presses = 0;
beforeEach(async () => {
  service = await startService();
  await imports({
    units: "code,description,decimals\nBOX,Box,0\nPAL,Pallet,0\n",
    "unit-conversions": "item,from,to,factor\nCHAIR-OAK,BOX,EA,12\n",
  });
});
afterEach(() => service.close());

async function imports(tables: Readonly<Record<string, string>>): Promise<void> {
  const files = Object.entries(tables).map(([name, text]) => ({
    name: `${name}.csv`,
    bytes: new TextEncoder().encode(text),
  }));
  const request = { files, mapping: null, strict: true, dryRun: false, actor: "Import" };
  expect((await importCatalog(service.ports, request)).applied).toBe(true);
}

type Row = Readonly<Record<string, unknown>>;

const inBoxes: Row = { item: "CHAIR-OAK", quantity: "2", unit: "box" };
const numbered = (rows: readonly Row[]) => rows.map((row, index) => ({ row: index + 2, ...row }));

async function plan(rows: readonly Row[], rules: object = {}): Promise<Plan> {
  return planSchema.parse((await service.send("/plans", { lines: numbered(rows), rules })).body);
}

async function press(rows: readonly Row[], more: object = {}): Promise<Batch> {
  presses += 1;
  const key = `press-of-row-units-${String(presses).padStart(4, "0")}`;
  return batchSchema.parse((await service.send("/batches", { key, lines: numbered(rows), ...more })).body);
}

async function madeBy(batch: Batch, at = 0) {
  const row = batch.rows[at];
  if (row?.outcome !== "created") throw new Error(row?.problems[0]?.message ?? "There is no such row");
  return { row, order: orderSchema.parse((await service.send(`/manufacturing-orders/${row.number}`)).body) };
}

const CONVERTED = "2 BOX = 24 EA, the stock unit of CHAIR-OAK.";

test("2 boxes of 12 are made as 24 pieces: the preview, the batch and both explanations say so", async () => {
  const [planned] = (await plan([inBoxes])).rows;
  expect(planned).toMatchObject({
    outcome: "ready",
    order: { quantity: "24", unit: "EA" },
    warnings: [{ row: 2, field: "unit", code: "unit-converted", severity: "warning", message: CONVERTED }],
  });
  const { row, order } = await madeBy(await press([inBoxes]));
  expect(order).toMatchObject({ quantity: "24", unit: "EA" });
  expect(row.warnings.map(({ message }) => message)).toEqual([CONVERTED]);
  const onBooks = await service.send(`/manufacturing-orders/${row.number}/explanation`);
  expect(orderExplanationSchema.parse(onBooks.body).steps.map(({ sentence }) => sentence)).toContain(
    CONVERTED,
  );
  const request = { lines: numbered([{ ...inBoxes, document: "SHOP", line: "1" }]), row: 2 };
  const explained = explanationSchema.parse((await service.send("/plans/explanation", request)).body);
  expect(explained.orders[0]?.steps.map(({ sentence }) => sentence)).toContain(CONVERTED);
});

test("a unit that nothing converts is refused with the units that can be said, and the others go through", async () => {
  const { rows } = await plan([{ ...inBoxes, unit: "Pallet" }, inBoxes]);
  expect(rows).toMatchObject([
    {
      outcome: "refused",
      row: 2,
      problems: [
        {
          field: "unit",
          value: "Pallet",
          code: "quantity-unit-unknown",
          message: 'Nothing says how many EA of CHAIR-OAK one "Pallet" is.',
          fix: "Give the quantity in EA or BOX, or have a unit conversion imported.",
        },
      ],
    },
    { outcome: "ready" },
  ]);
});

test("a unit that is no text is named in its row (R64)", async () => {
  const { rows } = await plan([{ ...inBoxes, unit: 12 }]);
  expect(rows).toMatchObject([{ problems: [{ field: "unit", code: "field-unreadable", value: "12" }] }]);
});

test("rows in boxes and in pieces become one MO, each with its share in pieces", async () => {
  const rows = [
    { ...inBoxes, document: "SHOP", line: "1" },
    { item: "CHAIR-OAK", quantity: "5", unit: "EA", document: "SHOP", line: "2" },
  ];
  const [first, second] = (await plan(rows, { merge: "item-store" })).rows;
  expect(first).toMatchObject({ order: { quantity: "29" }, share: { quantity: "24", unit: "EA" } });
  expect(second).toMatchObject({ outcome: "merged", quantity: "5", unit: "EA", warnings: [] });
});

test("a box that became larger after the preview is a changed plan", async () => {
  const [shown] = (await plan([inBoxes])).rows;
  if (shown?.outcome !== "ready") throw new Error("It can be made");
  await imports({ "unit-conversions": "item,from,to,factor\nCHAIR-OAK,BOX,EA,10\n" });
  const fingerprints = [{ row: 2, fingerprint: shown.fingerprint }];
  expect((await press([inBoxes], { fingerprints })).rows).toMatchObject([
    { problems: [{ code: "plan-changed", params: { before: "quantity 24", now: "20" } }] },
  ]);
});

test("a press is the same with an empty unit and without one: its answer comes back, nothing is made twice (R1)", async () => {
  const row = { item: "CHAIR-OAK", quantity: "2" };
  const key = "press-with-and-without-unit";
  const first = await service.send("/batches", { key, lines: numbered([row]) });
  const again = await service.send("/batches", { key, lines: numbered([{ ...row, unit: "" }]) });
  expect([first.status, again.status]).toEqual([201, 200]);
  expect(again.body).toEqual(first.body);
});

test("a purchase-order line in boxes: its row without a quantity takes what is left, in pieces", async () => {
  const heading = "document,line,item,store,quantity,done,unit,need date,status,party\n";
  await imports({
    "purchase-orders": `${heading}PO-9,1,CHAIR-OAK,MAIN,3,1,BOX,2027-04-01,released,Sawmill\n`,
  });
  const row = { kind: "purchase-order", document: "PO-9", line: "1" };
  expect((await plan([{ ...row, unit: "BOX" }])).rows).toMatchObject([
    { order: { quantity: "24" }, warnings: [] },
  ]);
  expect((await plan([{ ...row, quantity: "1", unit: "BOX" }])).rows).toMatchObject([
    { order: { quantity: "12" } },
  ]);
  const { body } = await service.send("/sources/purchase-order-lines");
  const { columns, rows } = sourceSchema.parse(body);
  const sheet = rows.find(([document]) => document === "PO-9") ?? [];
  const told = (name: string) => sheet[columns.findIndex(({ heading: one }) => one === name)];
  const asInserted = { ...row, quantity: told("Qty Remaining"), unit: told("Unit") };
  expect((await plan([asInserted])).rows).toMatchObject([{ order: { quantity: "24" }, warnings: [] }]);
});
