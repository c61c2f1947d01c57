/** Whoever asks about an item, a store or a filter that is not there is told so: an empty answer would say that nothing is booked. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { movementsSchema } from "../shared/wire/stock.ts";
import { startService, type TestService } from "../test/support/service.ts";

let service: TestService;
beforeEach(async () => {
  service = await startService();
});
afterEach(() => service.close());

test.each([
  ["To Order", (item: string, store: string) => `/items/${item}/to-order?store=${store}`],
  ["movements", (item: string, store: string) => `/stock/movements?item=${item}&store=${store}`],
])("an unknown item or store has no %s, and is named", async (_what, pathOf) => {
  expect(await service.send(pathOf("NOBODY", "MAIN"))).toMatchObject({
    status: 404,
    body: { code: "item-unknown", detail: 'There is no item "NOBODY".' },
  });
  expect(await service.send(pathOf("CHAIR-OAK", "NOPE"))).toMatchObject({
    status: 404,
    body: { code: "not-found", detail: 'There is no store "NOPE".' },
  });
  expect(await service.send(pathOf("chair-oak", "main"))).toMatchObject({ status: 200 });
});

test("movements are found by an alias as by the item's number", async () => {
  const { body } = await service.send("/stock/movements?item=OC-1&store=MAIN");
  const { movements } = movementsSchema.parse(body);
  expect(movements.length).toBeGreaterThan(0);
  expect(new Set(movements.map(({ item }) => item))).toEqual(new Set(["CHAIR-OAK"]));
});

test("a source is refused for a filter that does not exist, with those that do", async () => {
  const { status, body } = await service.send("/sources/short-inventory-planner?warehouse=MAIN");
  expect(status).toBe(400);
  expect(body).toMatchObject({ code: "request-invalid" });
  expect(JSON.stringify(body)).toContain(
    "is not known here; what can be said is store, document, items, hideSufficient, includeReorderData",
  );
});
