/** One MO typed in: found by its words, made as somebody decided. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { batchSchema, type Batch } from "../shared/wire/batch.ts";
import { foundItemsSchema } from "../shared/wire/items.ts";
import { orderSchema } from "../shared/wire/order.ts";
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
