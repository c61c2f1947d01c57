/** What does not fit into a field is a problem of its row, whoever sends it; the request is refused only when no row can be named. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { KEY, pressCreate } from "../test/support/press-create.ts";
import { startService, type TestService } from "../test/support/service.ts";

let service: TestService;
beforeEach(async () => {
  service = await startService();
});
afterEach(() => service.close());

const presses = (key: string, lines: readonly object[]) => pressCreate(service, { key, lines });

const long = "x".repeat(2500);
test.each<[string, object, object]>([
  ["notes too long for an order", { notes: long }, { field: "notes", code: "text-too-long" }],
  [
    "an item too long for any",
    { item: long },
    { field: "item", code: "text-too-long", value: `${"x".repeat(40)}…` },
  ],
  [
    "a quantity of 100,000 digits",
    { quantity: "9".repeat(100_000) },
    { field: "quantity", code: "text-too-long" },
  ],
  ["no quantity at all", { quantity: null }, { field: "quantity", code: "quantity-missing" }],
  ["a quantity that is a list", { quantity: [1] }, { code: "quantity-unreadable", value: "[1]" }],
  ["an item that is a number", { item: 4711 }, { field: "item", code: "field-unreadable", value: "4711" }],
  ["another kind", { kind: "purchse" }, { field: "kind", code: "field-unreadable", value: '"purchse"' }],
  ["an endless priority", { order: { priority: 1e9 } }, { field: "priority", code: "field-unreadable" }],
  ["a revision too long", { order: { revision: long } }, { field: "revision", code: "text-too-long" }],
])("%s is named in its row, and a retry gets the same answer (R64)", async (_what, bad, problem) => {
  const good = { item: "CHAIR-OAK", quantity: "1" };
  const lines = [
    { row: 2, ...good },
    { row: 9, ...good, quantity: "2", ...bad },
    { row: 4, ...good, quantity: "3" },
  ];
  const { batch } = await presses(KEY, lines);
  expect(batch.rows.filter(({ row }) => row !== 9)).toMatchObject([
    { outcome: "created" },
    { outcome: "created" },
  ]);
  const refused = batch.rows.find(({ row }) => row === 9);
  const [named] = refused?.outcome === "refused" ? refused.problems : [];
  expect(named).toMatchObject({ row: 9, ...problem });
  expect(named?.value.length).toBeLessThan(50);
  const again = await presses(KEY, lines);
  expect([again.status, again.batch]).toEqual([200, batch]);
  const { body } = await service.send("/plans", { lines: lines.slice(1, 2) });
  expect(body).toMatchObject({ ready: 0, rows: [refused] });
});

test("a quantity beyond all numbers is named in its row (R64)", async () => {
  const body =
    '{"lines":[{"row":2,"item":"CHAIR-OAK","quantity":1e400},{"row":3,"item":"CHAIR-OAK","quantity":1}]}';
  const headers = { "content-type": "application/json" };
  const answer = await service.app.request("/api/v1/plans", { method: "POST", headers, body });
  expect(await answer.json()).toMatchObject({
    rows: [
      { row: 2, problems: [{ code: "quantity-unreadable" }] },
      { row: 3, outcome: "ready" },
    ],
  });
});

test("a field of rows that does not exist is ignored, and listed once on the first row that has it (R58)", async () => {
  const rows = [2, 3].map((row) => ({ row, item: "CHAIR-OAK", quantity: row, colour: "oak" }));
  const { status, body } = await service.send("/batches", { key: KEY, lines: rows });
  expect(status).toBe(201);
  expect(body).toMatchObject({
    created: 2,
    rows: [
      { warnings: [{ code: "field-ignored", message: '"colour" is not a field of a row and was ignored.' }] },
      { warnings: [] },
    ],
  });
});

test.each<[string, object, string]>([
  ["a rule", { rules: { pastneeddates: "refuse" } }, "rules"],
  ["a field of the request", { fingerprint: [] }, ""],
])("%s that does not exist is refused by name, with the names there are (R58)", async (_what, more, path) => {
  const request = { key: KEY, lines: [{ row: 2, item: "CHAIR-OAK", quantity: 1 }], ...more };
  const { status, body } = await service.send("/batches", request);
  expect(status).toBe(400);
  expect(body).toMatchObject({
    code: "request-invalid",
    errors: [
      {
        path,
        message: expect.stringMatching(/^"\w+" is not known here; what can be said is \w+, /) as unknown,
      },
    ],
  });
  expect((await service.send(`/batches/by-key/${KEY}`)).status).toBe(404);
});

test.each<[string, object, string]>([
  ["that has no number of its own", { row: "two", item: "CHAIR-OAK" }, "lines.1.row (no. 2 of lines): "],
  ["whose choices are no choices", { row: 9, order: "urgent" }, "lines.1.order (no. 2 of lines): Row 9: "],
])("a row %s is named as people count when the request is refused", async (_what, line, named) => {
  const { status, body } = await service.send("/plans", { lines: [{ row: 2, item: "CHAIR-OAK" }, line] });
  expect(status).toBe(400);
  expect(body).toMatchObject({ detail: expect.stringContaining(named) as unknown });
});
