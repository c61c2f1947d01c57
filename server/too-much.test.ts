/** Quantities that cannot be meant, such as a barcode in a bill of materials, stop their own row and nobody else's. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { batchSchema } from "../shared/wire/batch.ts";
import { planSchema } from "../shared/wire/plan.ts";
import { OrderWork } from "../test/support/order-work.ts";
import { startService, type TestService } from "../test/support/service.ts";
import { importCatalog } from "./use-cases/import-catalog.ts";

let service: TestService;
beforeEach(async () => {
  service = await startService();
});
afterEach(() => service.close());

const CHAIR = { row: 9, item: "CHAIR-OAK", quantity: "1" };

async function bomOf(item: string, component: string, quantity: string): Promise<void> {
  const file = (name: string, ...lines: readonly string[]) => ({
    name: `${name}.csv`,
    bytes: new TextEncoder().encode(lines.join("\n")),
  });
  const files = [
    file("items", "number,unit,make", `${item},EA,yes`),
    file("boms", "item,component,quantity", `${item},${component},${quantity}`),
  ];
  await importCatalog(service.ports, { files, mapping: null, strict: true, dryRun: false, actor: "Ana" });
}

async function press(lines: readonly object[], rules: object = {}) {
  const { body } = await service.send("/batches", { key: "press-of-too-much-1", lines, rules });
  return batchSchema.parse(body).rows;
}

test("a row that would take a barcode's worth of a material is refused naming it, and the others go through", async () => {
  await bomOf("BOX-1", "LABEL-STD", "5012345678900");
  const [refused, made] = await press([{ row: 2, item: "BOX-1", quantity: "2" }, CHAIR]);
  expect(refused).toMatchObject({
    problems: [{ code: "component-too-large", value: "2", params: { component: "LABEL-STD" } }],
  });
  expect(made).toMatchObject({ outcome: "created" });
});

test("a row whose sub-assembly orders would hold more than an order may is refused naming the sub-assembly, at any depth", async () => {
  await bomOf("LEG-1", "LABEL-STD", "1");
  await bomOf("BOX-1", "LEG-1", "1000000");
  await bomOf("CRATE-1", "BOX-1", "2");
  const lines = [
    { row: 2, item: "BOX-1", quantity: "2000" },
    { row: 3, item: "CRATE-1", quantity: "999" },
    CHAIR,
  ];
  const [flat, deep, made] = await press(lines, { subAssemblies: "make" });
  for (const refused of [flat, deep])
    expect(refused).toMatchObject({
      problems: [{ code: "component-too-large", params: { component: "LEG-1", limit: "999999999" } }],
    });
  expect(made).toMatchObject({ outcome: "created" });
});

test("an order that takes more than 64 bits hold stops no preview, no press and no sheet", async () => {
  const orders = new OrderWork(service);
  for (const quantity of ["10024691357800000000", "9000000000000000000", "9000000000000000000"]) {
    const number = await orders.make();
    await service.ports.database.write((transaction) =>
      transaction
        .updateTable("mo_material")
        .set({ quantity })
        .where("mo_id", "=", (eb) =>
          eb.selectFrom("manufacturing_order").select("id").where("number", "=", number),
        )
        .where("position", "=", 1)
        .execute(),
    );
  }
  const plan = planSchema.parse((await service.send("/plans", { lines: [CHAIR] })).body);
  const [row] = plan.rows;
  const shortages = row?.outcome === "ready" ? row.order.readiness.shortages : [];
  expect(shortages.map(({ position }) => position)).toContain(1);
  expect((await service.send("/sources/short-inventory-planner")).status).toBe(200);
  expect(await press([CHAIR])).toMatchObject([{ outcome: "created" }]);
});
