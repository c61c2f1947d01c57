import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { batchSchema } from "../shared/wire/batch.ts";
import { orderSchema } from "../shared/wire/order.ts";
import { explanationSchema, planSchema } from "../shared/wire/plan.ts";
import {
  explosionSchema,
  orderExplanationSchema,
  orderReadinessListSchema,
} from "../shared/wire/readiness.ts";
import { startService, type TestService } from "../test/support/service.ts";

let service: TestService;
beforeEach(async () => {
  service = await startService();
});
afterEach(() => service.close());

const CHAIRS = [{ row: 2, item: "CHAIR-OAK", quantity: "400", needDate: "2027-04-30" }];
const MAKE = { subAssemblies: "make" };

async function preview(rules: object = {}, lines: readonly object[] = CHAIRS) {
  return planSchema.parse((await service.send("/plans", { lines, rules })).body);
}

async function create(key: string, rules: object = {}, lines: readonly object[] = CHAIRS) {
  const plan = await preview(rules, lines);
  const fingerprints = plan.rows.flatMap((row) =>
    row.outcome === "ready" ? [{ row: row.row, fingerprint: row.fingerprint }] : [],
  );
  return batchSchema.parse((await service.send("/batches", { key, lines, rules, fingerprints })).body);
}

async function read(number: string) {
  return orderSchema.parse((await service.send(`/manufacturing-orders/${number}`)).body);
}

async function listed(query: string) {
  const page = z.object({
    orders: z.array(z.object({ number: z.string(), item: z.string(), quantity: z.string() })),
  });
  return page.parse((await service.send(`/manufacturing-orders?${query}`)).body).orders;
}

describe("the preview", () => {
  test("says of each order whether it is ready, for how many, and what is short", async () => {
    const [row] = (await preview()).rows;
    if (row?.outcome !== "ready") throw new Error("The chair can be made");
    expect(row.order.readiness.state).not.toBe("ready");
    for (const short of row.order.readiness.shortages)
      expect(row.order.materials.map(({ item }) => item)).toContain(short.item);
  });

  test("tells when each step begins and ends, and how busy its work center is that week", async () => {
    const plan = await preview();
    const [row] = plan.rows;
    if (row?.outcome !== "ready") throw new Error("The chair can be made");
    expect(row.order.operations[0]?.begin).toMatch(/^2027-04-\d\dT\d\d:\d\d$/);
    expect(plan.load.map(({ workCenter }) => workCenter)).toEqual(expect.arrayContaining(["ASSY", "FINISH"]));
    expect(plan.load.every(({ plannedMinutes }) => plannedMinutes > 0)).toBe(true);
  });

  test("plans orders for missing sub-assemblies only when asked, each naming the order it is for", async () => {
    const [plain] = (await preview()).rows;
    expect(plain).toMatchObject({ order: { subOrders: [] } });
    const [deep] = (await preview(MAKE)).rows;
    if (deep?.outcome !== "ready") throw new Error("The chair can be made");
    expect(deep.order.subOrders.length).toBeGreaterThan(0);
    expect(deep.order.subOrders[0]).toMatchObject({ id: 1, parent: 0 });
  });

  test("explains a row from its demand to its last material", async () => {
    const answer = await service.send("/plans/explanation", { lines: CHAIRS, rules: MAKE, row: 2 });
    const { orders } = explanationSchema.parse(answer.body);
    const sentences = orders[0]?.steps.map((step) => step.sentence) ?? [];
    expect(sentences[0]).toBe("Wanted: 400 EA of CHAIR-OAK in MAIN by 2027-04-30.");
    expect(sentences.join("\n")).toContain("revision B, applies on");
    expect(sentences.join("\n")).toContain("Revision A of Standard was not used: it is not valid on");
    expect(orders.length).toBeGreaterThan(1);
    const refused = await service.send("/plans/explanation", { lines: CHAIRS, row: 7 });
    expect(refused).toMatchObject({ status: 409, body: { code: "row-not-ready" } });
  });
});

describe("creating with sub-assemblies", () => {
  test("makes the orders the preview showed, linked below the row's own", async () => {
    const [shown] = (await preview(MAKE)).rows;
    if (shown?.outcome !== "ready") throw new Error("The chair can be made");
    const batch = await create("press-with-children-1", MAKE);
    expect(batch).toMatchObject({ created: 1, refused: 0 });
    const made = await listed(`batch=${batch.number}&limit=500`);
    const below = made
      .filter(({ item }) => item !== "CHAIR-OAK")
      .map(({ item, quantity }) => `${item} ${quantity}`);
    const promised = shown.order.subOrders.map(({ item, quantity }) => `${item} ${quantity}`);
    expect(below.toSorted()).toEqual(promised.toSorted());
  });

  test("planned again for the same need, they make nothing more (R8)", async () => {
    await create("press-with-children-2", MAKE);
    const one = [{ row: 2, item: "CHAIR-OAK", quantity: "1", needDate: "2027-04-30" }];
    const [before] = (await preview(MAKE)).rows;
    const [small] = (await preview(MAKE, one)).rows;
    expect(before).toMatchObject({ outcome: "refused", problems: [{ code: "already-covered" }] });
    if (small?.outcome !== "ready") throw new Error("One chair more can be made");
    // Everything the first press made is claimed by it, so one chair more needs exactly one of each.
    expect(small.order.subOrders.every(({ quantity }) => Number(quantity) <= 2)).toBe(true);
  });
});

describe("orders on the books", () => {
  test("tell their readiness as stock stands now, the earlier need first", async () => {
    const lines = [
      { row: 2, item: "CHAIR-OAK", quantity: "5", needDate: "2027-04-30" },
      { row: 3, item: "CHAIR-OAK", quantity: "5", needDate: "2027-04-02" },
    ];
    const batch = await create("press-for-readiness", {}, lines);
    const numbers = batch.rows.flatMap((row) => (row.outcome === "created" ? [row.number] : []));
    const answer = await service.send("/manufacturing-orders/readiness", {
      numbers: [...numbers, "MO-9999999"],
    });
    const { orders } = orderReadinessListSchema.parse(answer.body);
    expect(orders.map(({ number }) => number).toSorted()).toEqual(numbers.toSorted());
    const rank = { ready: 2, part: 1, short: 0 };
    const [alone] = numbers;
    expect(orders).toContainEqual({ number: alone, ...(await read(alone ?? "")).readiness });
    const [later, sooner] = numbers.map(
      (number) => orders.find((order) => order.number === number)?.state ?? "short",
    );
    expect(rank[sooner ?? "short"]).toBeGreaterThanOrEqual(rank[later ?? "ready"]);
  });

  test("explain how they were planned and who did what since", async () => {
    const batch = await create("press-to-explain-it");
    const [row] = batch.rows;
    const number = row?.outcome === "created" ? row.number : "";
    await service.send(`/manufacturing-orders/${number}/release`, {});
    const answer = await service.send(`/manufacturing-orders/${number}/explanation`);
    const { steps, history } = orderExplanationSchema.parse(answer.body);
    expect(history.map(({ kind, actor }) => `${kind} by ${actor}`)).toEqual([
      "order-created by Ana",
      "order-released by Ana",
    ]);
    const told = steps.map(({ code }) => code);
    expect(told[0]).toBe("demand");
    expect(told.filter((code) => code === "material")).toHaveLength((await read(number)).materials.length);
    expect(told.at(-1)).toBe("readiness");
  });
});

describe("an item's explosion", () => {
  test("lists every level below its parent, with totals over all levels", async () => {
    const answer = await service.send("/items/chair-oak/explosion?quantity=10");
    const explosion = explosionSchema.parse(answer.body);
    expect(explosion).toMatchObject({ item: "CHAIR-OAK", quantity: "10", unit: "EA", day: "2027-03-10" });
    const seat = explosion.lines.findIndex(({ item }) => item === "SEAT-OAK");
    expect(explosion.lines[seat]).toMatchObject({ level: 1, isMade: true, quantity: "10" });
    expect(explosion.lines[seat + 1]?.level).toBe(2);
    expect(explosion.totals.find(({ item }) => item === "SEAT-OAK")?.quantity).toBe("10");
  });

  test("of an unknown item, of none of it or on no day is refused by name", async () => {
    expect(await service.send("/items/NOTHING/explosion")).toMatchObject({
      status: 404,
      body: { code: "item-unknown" },
    });
    for (const query of ["quantity=0", "quantity=x", "day=2027-02-30"])
      expect((await service.send(`/items/CHAIR-OAK/explosion?${query}`)).status).toBe(400);
  });
});
