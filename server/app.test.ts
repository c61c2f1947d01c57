import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { eventPageSchema } from "../shared/wire/events.ts";
import { lookupSchema, orderPageSchema, orderSchema } from "../shared/wire/order.ts";
import { problemDocumentSchema } from "../shared/wire/problem-document.ts";
import { readStream } from "../test/support/event-stream.ts";
import { KEY, pressCreate, rows } from "../test/support/press-create.ts";
import { startService, TODAY, type TestService } from "../test/support/service.ts";

let service: TestService;

beforeEach(async () => {
  service = await startService();
});

afterEach(() => service.close());

const presses = (key: string, lines: readonly object[] = rows, more: object = {}) =>
  pressCreate(service, { key, lines, ...more });

describe("bad input", () => {
  test.each<[string, object, string]>([
    ["an unknown item", { item: "CHAIR-99" }, "item-unknown"],
    ["a bought item", { item: "LAMP-ARC" }, "item-not-made"],
    ["an item without a BOM", { item: "BENCH-200" }, "bom-missing"],
    ["zero", { quantity: 0 }, "quantity-zero"],
    ["a negative quantity", { quantity: -2 }, "quantity-negative"],
    ["text", { quantity: "a dozen" }, "quantity-unreadable"],
    ["a huge quantity", { quantity: 1e30 }, "quantity-too-large"],
    ["no quantity", { quantity: "" }, "quantity-missing"],
    ["a past date", { needDate: "2027-03-01" }, "need-date-past"],
    ["an unreadable date", { needDate: "after lunch" }, "need-date-unreadable"],
    ["an unknown store", { store: "NORTH" }, "store-unknown"],
  ])("%s is named in its row and the others go through", async (_what, bad, code) => {
    const good = { item: "CHAIR-OAK", quantity: "1" };
    const { batch } = await presses(KEY, [
      { row: 2, ...good },
      { row: 3, ...good, quantity: "2", ...bad },
      { row: 4, ...good, quantity: "3" },
    ]);
    expect(batch).toMatchObject({
      created: 2,
      refused: 1,
      rows: [{ outcome: "created" }, { row: 3, problems: [{ row: 3, code }] }, { outcome: "created" }],
    });
  });

  test("a repeated row is named with the row it repeats", async () => {
    const { batch } = await presses(KEY, [
      { row: 2, item: "CHAIR-OAK", quantity: "1" },
      { row: 9, item: "chair-oak", quantity: "1" },
    ]);
    expect(batch.rows[1]).toMatchObject({
      row: 9,
      problems: [{ code: "duplicate-row", params: { first: "2" } }],
    });
  });

  test("a row number beyond 32 bits and characters that no text can hold do no harm", async () => {
    const row = 2 ** 40;
    const line = { row, item: "CHAIR-OAK", quantity: "1", document: "SO\0\u{1FA91}", notes: "half \uD83E" };
    const { status, batch } = await presses(KEY, [line]);
    expect([status, batch.rows.map((one) => one.row)]).toEqual([201, [row]]);
    const number = batch.rows[0]?.outcome === "created" ? batch.rows[0].number : "";
    expect((await service.send(`/manufacturing-orders/${number}`)).body).toMatchObject({
      memo: "half \uFFFD",
      demand: [{ document: "SO\uFFFD\u{1FA91}" }],
    });
    expect((await service.send("/manufacturing-orders?item=CHAIR%00")).body).toMatchObject({ orders: [] });
    expect((await service.send(`/events?after=${2 ** 53 - 1}`)).body).toMatchObject({ events: [] });
  });

  test("a request that makes no sense is a problem document that says where", async () => {
    const { status, body } = await service.send("/batches", { key: "short", lines: [{ row: 0 }] });
    expect(status).toBe(400);
    expect(problemDocumentSchema.parse(body)).toMatchObject({
      code: "request-invalid",
      errors: [{ path: "key" }, { path: "lines.0.row" }],
    });
  });

  test("a body that is not sent as JSON is refused for that (415)", async () => {
    for (const headers of [{}, { "content-type": "text/csv" }]) {
      const answer = await service.app.request("/api/v1/plans", { method: "POST", headers, body: "{}" });
      expect([answer.status, await answer.json()]).toMatchObject([415, { code: "media-type-refused" }]);
    }
  });

  test("a body that is no JSON, and a path that is not there, are problem documents too", async () => {
    const broken = await service.app.request("/api/v1/plans", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: "{",
    });
    expect(problemDocumentSchema.parse(await broken.json())).toMatchObject({
      status: 400,
      code: "request-invalid",
    });
    const nowhere = await service.app.request("/api/v1/nowhere");
    expect(problemDocumentSchema.parse(await nowhere.json())).toMatchObject({
      status: 404,
      code: "not-found",
    });
  });
});

describe("the life of orders", () => {
  const first = async (): Promise<string> => {
    const [row] = (await presses(KEY)).batch.rows;
    return row?.outcome === "created" ? row.number : "";
  };

  test("one is released by its number alone", async () => {
    const number = await first();
    const response = await service.app.request(`/api/v1/manufacturing-orders/${number}/release`, {
      method: "POST",
    });
    expect(orderSchema.parse(await response.json())).toMatchObject({
      number,
      status: "released",
      version: 2,
    });
    const again = await service.app.request(`/api/v1/manufacturing-orders/${number}/release`, {
      method: "POST",
    });
    expect(again.status).toBe(409);
  });

  test("many are acted on at once, with a result for each (R19)", async () => {
    const number = await first();
    const { body } = await service.send("/manufacturing-orders/release", {
      numbers: [number, "MO-0000014", "nonsense"],
    });
    expect(body).toMatchObject({
      results: [
        { outcome: "changed", order: { status: "released" } },
        { code: "order-number-damaged" },
        { code: "order-number-damaged" },
      ],
    });
  });

  test("a stale version is refused (R61)", async () => {
    const number = await first();
    await service.send("/manufacturing-orders/release", { numbers: [number] });
    const { body } = await service.send("/manufacturing-orders/start", { numbers: [number], version: 1 });
    expect(body).toMatchObject({ results: [{ outcome: "refused", code: "stale-version" }] });
  });

  test("producing reports the whole quantity", async () => {
    const number = await first();
    for (const action of ["release", "start", "produce", "close"])
      await service.send(`/manufacturing-orders/${action}`, { numbers: [number] });
    expect((await service.send(`/manufacturing-orders/${number}`)).body).toMatchObject({
      status: "closed",
      producedQuantity: "10",
      possibleActions: ["reopen"],
    });
  });

  test("the list is filtered and paged, newest first", async () => {
    await presses(KEY);
    const page = orderPageSchema.parse((await service.send("/manufacturing-orders?limit=1")).body);
    expect(page.orders.map((order) => order.item)).toEqual(["TABLE-180"]);
    const next = orderPageSchema.parse(
      (await service.send(`/manufacturing-orders?limit=1&after=${page.next ?? ""}`)).body,
    );
    expect(next).toMatchObject({ orders: [{ item: "CHAIR-OAK" }], next: null });
    expect((await service.send("/manufacturing-orders?item=table-180&status=open")).body).toMatchObject({
      orders: [{ item: "TABLE-180" }],
    });
  });
});

describe("events", () => {
  const eventsAfter = async (after: number, limit = 500) =>
    eventPageSchema.parse((await service.send(`/events?after=${String(after)}&limit=${String(limit)}`)).body);

  test("every change is in the log by position, with who and when; reading from a cursor misses nothing", async () => {
    const { position } = await eventsAfter(0);
    const { batch } = await presses(KEY);
    const numbers = batch.rows.flatMap((row) => (row.outcome === "created" ? [row.number] : []));
    await service.send("/manufacturing-orders/release", { numbers });
    const page = await eventsAfter(position);
    expect(page.events.map((event) => event.kind)).toEqual([
      "order-created",
      "order-created",
      "batch-created",
      "order-released",
      "order-released",
    ]);
    expect(page.events.every((event) => event.actor === "Ana" && event.at.startsWith(TODAY))).toBe(true);
    const pieces = [
      await eventsAfter(position, 2),
      await eventsAfter(position + 2, 2),
      await eventsAfter(position + 4, 2),
    ];
    expect(pieces.flatMap((piece) => piece.events)).toEqual(page.events);
    expect(pieces.map((piece) => piece.more)).toEqual([true, true, false]);
  });

  test("the lookup tells states and the position from which to follow them", async () => {
    const { batch } = await presses(KEY);
    const number = batch.rows[0]?.outcome === "created" ? batch.rows[0].number : "";
    const lookup = lookupSchema.parse(
      (await service.send("/manufacturing-orders/lookup", { numbers: [number, "MO-0000014"] })).body,
    );
    expect(lookup).toMatchObject({ orders: [{ number, status: "open" }], unknown: ["MO-0000014"] });
    expect((await eventsAfter(lookup.position)).events).toEqual([]);
  });

  test("the stream says at once when its reader is behind, and again after each change", async () => {
    const { position } = await eventsAfter(0);
    await presses(KEY);
    const response = await service.app.request(`/api/v1/events/stream?after=${String(position)}`);
    const stream = readStream(response);
    expect(await stream.told()).toEqual({ position: position + 3 });
    const second = stream.told();
    await presses(
      "press-000000000002",
      rows.map((row) => ({ ...row, document: "SO-2", line: "1" })),
    );
    expect(await second).toEqual({ position: position + 6 });
    await stream.leave();
    await expect.poll(() => service.ports.feed.listeners).toBe(0);
  });
});

describe("who may ask", () => {
  const secret = "a-long-enough-secret-of-ana";

  test("with tokens configured, only their bearers, and events name them", async () => {
    const guarded = await startService({ apiTokens: [{ actor: "Bea", token: secret }] });
    const ask = (authorization?: string) =>
      guarded.app.request(
        "/api/v1/service",
        authorization === undefined ? {} : { headers: { authorization } },
      );
    expect((await ask()).status).toBe(401);
    expect((await ask("Bearer wrong")).status).toBe(401);
    expect(await (await ask(`Bearer ${secret}`)).json()).toMatchObject({ actor: "Bea" });
    await guarded.close();
  });

  test("pages of other sites and foreign names are refused", async () => {
    const from = (url: string, headers: Record<string, string> = {}) => service.app.request(url, { headers });
    expect((await from("http://localhost/api/v1/service", { "sec-fetch-site": "cross-site" })).status).toBe(
      403,
    );
    expect((await from("http://evil.example/api/v1/service")).status).toBe(403);
    expect((await from("http://127.0.0.1/api/v1/service", { "sec-fetch-site": "same-origin" })).status).toBe(
      200,
    );
  });
});

describe("the API's description", () => {
  test("is OpenAPI 3.1, names every route, and has a page of its own", async () => {
    const document = z
      .object({ openapi: z.string(), paths: z.record(z.string(), z.unknown()) })
      .parse(await (await service.app.request("/openapi.json")).json());
    expect(document.openapi).toBe("3.1.0");
    expect(Object.keys(document.paths).toSorted()).toEqual([
      "/api/v1/batches",
      "/api/v1/batches/by-key/{key}",
      "/api/v1/batches/by-key/{key}/cancel",
      "/api/v1/batches/by-key/{key}/progress",
      "/api/v1/batches/{number}",
      "/api/v1/batches/{number}/rows",
      "/api/v1/batches/{number}/summary",
      "/api/v1/batches/{number}/undo",
      "/api/v1/catalog/imports",
      "/api/v1/events",
      "/api/v1/events/stream",
      "/api/v1/health",
      "/api/v1/items",
      "/api/v1/items/{item}/explosion",
      "/api/v1/items/{item}/to-order",
      "/api/v1/manufacturing-orders",
      "/api/v1/manufacturing-orders/amendments",
      "/api/v1/manufacturing-orders/coverage",
      "/api/v1/manufacturing-orders/demand-changes",
      "/api/v1/manufacturing-orders/disassemblies",
      "/api/v1/manufacturing-orders/drifts",
      "/api/v1/manufacturing-orders/lookup",
      "/api/v1/manufacturing-orders/material-changes",
      "/api/v1/manufacturing-orders/materials",
      "/api/v1/manufacturing-orders/merges",
      "/api/v1/manufacturing-orders/readiness",
      "/api/v1/manufacturing-orders/splits",
      "/api/v1/manufacturing-orders/{action}",
      "/api/v1/manufacturing-orders/{number}",
      "/api/v1/manufacturing-orders/{number}/amendments",
      "/api/v1/manufacturing-orders/{number}/explanation",
      "/api/v1/manufacturing-orders/{number}/material-changes",
      "/api/v1/manufacturing-orders/{number}/materials",
      "/api/v1/manufacturing-orders/{number}/split",
      "/api/v1/manufacturing-orders/{number}/{action}",
      "/api/v1/plans",
      "/api/v1/plans/explanation",
      "/api/v1/service",
      "/api/v1/sources/{source}",
      "/api/v1/stock/movements",
    ]);
    expect((await service.app.request("/docs")).status).toBe(200);
    expect((await service.app.request("/docs/swagger-ui.css")).status).toBe(200);
  });
});
