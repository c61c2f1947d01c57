/** One MO typed in: found by its words, made as somebody decided. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { batchSchema, type Batch } from "../shared/wire/batch.ts";
import { foundItemsSchema } from "../shared/wire/items.ts";
import { orderSchema } from "../shared/wire/order.ts";
import { planSchema } from "../shared/wire/plan.ts";
import { importCatalog } from "./use-cases/import-catalog.ts";
import { startService, type TestService } from "../test/support/service.ts";

let service: TestService;
beforeEach(async () => {
  service = await startService();
});
afterEach(() => service.close());

async function found(search: string): Promise<readonly string[]> {
  const { body } = await service.send(`/items?search=${encodeURIComponent(search)}`);
  return foundItemsSchema.parse(body).items.map(({ number }) => number);
}

async function make(order: object): Promise<Batch> {
  const lines = [{ row: 1, item: "CHAIR-OAK", quantity: "4", notes: "for the fair", order }];
  return batchSchema.parse((await service.send("/batches", { key: "press-of-the-form-01", lines })).body);
}

describe("searching what to make", () => {
  test("finds by number, in any case, the exact one first", async () => {
    expect((await found("chair-oak"))[0]).toBe("CHAIR-OAK");
    expect(await found("CHAIR")).toEqual(expect.arrayContaining(["CHAIR-BLK", "CHAIR-KID", "CHAIR-OAK"]));
  });

  test("finds by words of the description, all of them", async () => {
    expect(await found("dining oak")).toContain("CHAIR-OAK");
    expect(await found("dining zebra")).toEqual([]);
  });

  test("takes signs as they are, and offers only what is made", async () => {
    expect(await found("100%")).toEqual([]);
    expect(await found("_")).toEqual([]);
    expect(await found("LAMP-ARC")).toEqual([]);
  });
});

describe("what is decided about an order", () => {
  test("its revision, its location and its priority are kept", async () => {
    const { body } = await service.send("/items?search=CHAIR-OAK");
    const revision = foundItemsSchema.parse(body).items[0]?.revisions.at(-1)?.revision ?? "";
    const [row] = (await make({ revision, location: "WIP-01", priority: 7 })).rows;
    if (row?.outcome !== "created") throw new Error(row?.problems[0]?.message);
    const order = orderSchema.parse((await service.send(`/manufacturing-orders/${row.number}`)).body);
    expect(order).toMatchObject({ revision, outputLocation: "WIP-01", priority: 7, memo: "for the fair" });
  });

  test("must exist, and what does exist is named", async () => {
    const [row] = (await make({ revision: "Z", location: "MOON" })).rows;
    expect(row).toMatchObject({
      outcome: "refused",
      problems: [
        { field: "revision", code: "revision-unknown", value: "Z" },
        { field: "location", code: "location-unknown", value: "MOON" },
      ],
    });
    expect(row?.outcome === "refused" ? row.problems[1]?.fix : "").toContain("FG-01");
  });
});

describe("an item with several bills of materials", () => {
  /** Both have a revision 1; the second revision of Alt begins later. */
  beforeEach(async () => {
    const text = `item,bom,revision,is default,revision from,position,component,quantity,unit
BENCH-140,Standard,1,yes,,10,OAK-27,2,M2
BENCH-140,Alt,1,no,,10,OAK-40,2,M2
BENCH-140,Alt,2,no,2027-09-01,10,OAK-40,3,M2
`;
    const files = [{ name: "boms.csv", bytes: new TextEncoder().encode(text) }];
    const request = { mapping: null, strict: true, dryRun: false, actor: "Import" };
    expect(await importCatalog(service.ports, { files, ...request })).toMatchObject({
      applied: true,
      problems: [],
    });
  });

  const plan = async (order: object) => {
    const lines = [{ row: 1, item: "BENCH-140", quantity: "4", order }];
    return planSchema.parse((await service.send("/plans", { lines })).body).rows[0];
  };

  test("offers each of them by name and revision", async () => {
    const { body } = await service.send("/items?search=BENCH-140");
    const revisions = foundItemsSchema.parse(body).items[0]?.revisions ?? [];
    const names = revisions.map(({ bom, revision }) => `${bom} · ${revision}`);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual(expect.arrayContaining(["Standard · 1", "Alt · 1", "Alt · 2"]));
  });

  test.each([
    [
      { bom: "Alt", revision: "1" },
      { bom: "Alt", revision: "1" },
    ],
    [{ bom: "alt" }, { bom: "Alt", revision: "1" }],
    [
      { bom: "Standard", revision: "1" },
      { bom: "Standard", revision: "1" },
    ],
  ])("is made by %o", async (order, made) => {
    expect(await plan(order)).toMatchObject({ outcome: "ready", order: made });
  });

  test("is asked which one a revision is of that several have", async () => {
    const row = await plan({ revision: "1" });
    expect(row).toMatchObject({ problems: [{ field: "revision", code: "revision-ambiguous", value: "1" }] });
    const fix = row?.outcome === "refused" ? row.problems[0]?.fix : "";
    expect(fix).toContain("Standard · 1, Alt · 1");
  });

  test("has none of another name, and what it has is named", async () => {
    const row = await plan({ bom: "Spare", revision: "1" });
    expect(row).toMatchObject({ problems: [{ field: "bom", code: "bom-unknown", value: "Spare" }] });
    expect(row?.outcome === "refused" ? row.problems[0]?.fix : "").toContain("Standard, Alt");
  });

  test("is not made by a revision that is not valid when work begins, though it was chosen", async () => {
    const row = await plan({ bom: "Alt", revision: "2" });
    expect(row).toMatchObject({ problems: [{ code: "bom-not-valid" }] });
    const message = row?.outcome === "refused" ? row.problems[0]?.message : "";
    expect(message).toMatch(/^Alt · 2 is not valid on 2027-03-\d\d, when work would begin\.$/);
  });
});

test("names in what is decided that mean nothing are told, and nothing decided is no fault", async () => {
  const order = { memo: "for the fair", quantity: "9", priority: 3 };
  const lines = [
    { row: 1, item: "CHAIR-OAK", quantity: "4", order },
    { row: 2, item: "CHAIR-BLK", quantity: "4", order: null },
    { row: 3, item: "CHAIR-KID", quantity: "many", order: null },
  ];
  const { rows } = planSchema.parse((await service.send("/plans", { lines })).body);
  expect(rows[0]).toMatchObject({ outcome: "ready", order: { quantity: "4" } });
  const ignored =
    rows[0]?.outcome === "ready" ? rows[0].warnings.filter(({ code }) => code === "field-ignored") : [];
  expect(ignored.map(({ value }) => value)).toEqual(["order.memo", "order.quantity"]);
  expect(ignored[0]?.fix).toContain("notes (the MO's memo)");
  expect(rows.slice(1)).toMatchObject([
    { outcome: "ready" },
    { problems: [{ code: "quantity-unreadable" }] },
  ]);
});
