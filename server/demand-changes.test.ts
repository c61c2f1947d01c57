/** Sales orders that change after their MOs were made: dynamic ones follow, of regular ones it is told (R18). */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { batchSchema } from "../shared/wire/batch.ts";
import { eventPageSchema } from "../shared/wire/events.ts";
import { driftsSchema } from "../shared/wire/drift.ts";
import { orderSchema, type Order } from "../shared/wire/order.ts";
import { importCatalog } from "./use-cases/import-catalog.ts";
import { startService, type TestService } from "../test/support/service.ts";

let service: TestService;
beforeEach(async () => {
  service = await startService();
});
afterEach(() => service.close());

let presses = 0;

/** 24 oak chairs are left of the line, wanted on 19 March. */
async function make(link: "regular" | "dynamic", more: object = {}): Promise<string> {
  presses += 1;
  const lines = [{ row: 2, kind: "sales-order", document: "SO-20421", line: "2", ...more }];
  const key = `press-of-changes-${String(presses).padStart(4, "0")}`;
  const [row] = batchSchema.parse(
    (await service.send("/batches", { key, lines, rules: { link } })).body,
  ).rows;
  if (row?.outcome !== "created") throw new Error(row?.problems[0]?.message);
  return row.number;
}

const read = async (number: string): Promise<Order> =>
  orderSchema.parse((await service.send(`/manufacturing-orders/${number}`)).body);

async function salesOrderSays(quantity: string, needDate: string, status = "released"): Promise<void> {
  const text = `document,line,item,store,quantity,done,need date,status,party
SO-20421,2,CHAIR-OAK,MAIN,${quantity},8,${needDate},${status},Hotel Maas
`;
  const files = [{ name: "sales-orders.csv", bytes: new TextEncoder().encode(text) }];
  const request = { files, mapping: null, strict: true, dryRun: false, actor: "Import" };
  expect((await importCatalog(service.ports, request)).applied).toBe(true);
}

async function kindsAbout(number: string): Promise<readonly string[]> {
  const { events } = eventPageSchema.parse((await service.send("/events?after=0&limit=500")).body);
  return events.flatMap(({ kind, order }) => (order?.number === number ? [kind] : []));
}

describe("a dynamic MO", () => {
  test("follows its line's quantity and day, with its materials, until it is released", async () => {
    const number = await make("dynamic");
    const before = await read(number);
    await salesOrderSays("42", "2027-04-02");
    const after = await read(number);
    expect(after).toMatchObject({ quantity: "34", needDate: "2027-04-02" });
    expect(after.demand).toMatchObject([{ quantity: "34", drift: null }]);
    const [was, is] = [before.materials[0]?.quantity, after.materials[0]?.quantity].map(Number);
    expect(is).toBeGreaterThan(was ?? 0);
    await service.send("/manufacturing-orders/release", { numbers: [number] });
    await salesOrderSays("50", "2027-04-02");
    expect(await read(number)).toMatchObject({
      quantity: "34",
      demand: [{ drift: { was: "42", is: "50" } }],
    });
  });

  test("is cancelled when its line is", async () => {
    const number = await make("dynamic");
    await salesOrderSays("32", "2027-03-19", "cancelled");
    expect((await read(number)).status).toBe("cancelled");
  });

  test("needs the line of a sales order", async () => {
    const lines = [{ row: 2, item: "CHAIR-OAK", quantity: "3", document: "SO-1" }];
    const { body } = await service.send("/batches", {
      key: "press-of-nobodys-1",
      lines,
      rules: { link: "dynamic" },
    });
    expect(batchSchema.parse(body).rows).toMatchObject([{ problems: [{ code: "dynamic-needs-line" }] }]);
  });
});

describe("a regular MO", () => {
  test("stays as it was made; what its line says now is told once and can be taken over", async () => {
    const number = await make("regular");
    await salesOrderSays("40", "2027-04-02");
    await salesOrderSays("40", "2027-04-02");
    expect(await kindsAbout(number)).toEqual(["order-created", "demand-changed"]);
    const drift = {
      was: "32",
      is: "40",
      wasNeeded: "2027-03-19",
      isNeeded: "2027-04-02",
      status: "released",
    };
    expect(await read(number)).toMatchObject({ quantity: "24", demand: [{ drift }] });
    await service.send("/manufacturing-orders/demand-changes", { numbers: [number] });
    expect(await read(number)).toMatchObject({
      quantity: "32",
      needDate: "2027-04-02",
      demand: [{ drift: null }],
    });
    const again = await service.send("/manufacturing-orders/demand-changes", { numbers: [number] });
    expect(again.body).toMatchObject({ results: [{ outcome: "refused", code: "nothing-changed" }] });
  });

  test("is told among many in one question, with what its line said and says", async () => {
    const [regular, other] = [
      await make("regular", { quantity: "10" }),
      await make("dynamic", { quantity: "9" }),
    ];
    const drifts = async () => {
      const numbers = [regular, other, "MO-0000099"];
      return (await service.send("/manufacturing-orders/drifts", { numbers })).body;
    };
    expect(await drifts()).toEqual({ drifts: [] });
    await salesOrderSays("30", "2027-03-17");
    const line = { document: "SO-20421", line: "2", status: "released", unit: "EA" };
    const changed = { was: "32", is: "30", wasNeeded: "2027-03-19", isNeeded: "2027-03-17" };
    expect(await drifts()).toEqual({ drifts: [{ number: regular, link: "regular", ...line, ...changed }] });
    await salesOrderSays("32", "2027-03-19");
    expect(await drifts()).toEqual({ drifts: [] });
  });

  test("tells before whether taking it over would cancel it", async () => {
    const [first, second] = [await make("regular", { quantity: "20" }), await make("regular")];
    const cancels = async (...numbers: readonly string[]) => {
      const { body } = await service.send("/manufacturing-orders/drifts", { numbers });
      return driftsSchema.parse(body).drifts.map((drift) => [drift.number, drift.cancels ?? false]);
    };
    // Of the 24 that were left of the line, 4 are on the second MO.
    await salesOrderSays("30", "2027-03-19");
    expect(await cancels(first, second)).toEqual([
      [first, false],
      [second, false],
    ]);
    await salesOrderSays("26", "2027-03-19");
    expect(await cancels(first, second)).toEqual([
      [first, false],
      [second, true],
    ]);
    await salesOrderSays("32", "2027-03-19", "closed");
    expect(await cancels(first, second)).toEqual([
      [first, true],
      [second, true],
    ]);
    await service.send("/manufacturing-orders/demand-changes", { numbers: [first, second] });
    expect([(await read(first)).status, (await read(second)).status]).toEqual(["cancelled", "cancelled"]);
  });

  test("that was made in part cannot become less than was made", async () => {
    const number = await make("regular", { quantity: "20" });
    for (const step of ["release", "start"])
      await service.send(`/manufacturing-orders/${step}`, { numbers: [number] });
    await service.send("/manufacturing-orders/produce", { numbers: [number], quantity: "18" });
    await salesOrderSays("24", "2027-03-19");
    const applied = await service.send("/manufacturing-orders/demand-changes", { numbers: [number] });
    expect(applied.body).toMatchObject({ results: [{ outcome: "refused", code: "below-produced" }] });
  });
});
