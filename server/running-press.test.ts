/** A big press while it runs: how far it is, given up in the middle, and others served beside it. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { batchSchema, pressProgressSchema, type PressProgress } from "../shared/wire/batch.ts";
import { orderPageSchema } from "../shared/wire/order.ts";
import { startService, type TestService } from "../test/support/service.ts";

const KEY = "a-big-press-000001";
const ROWS = 3_000;

let service: TestService;
beforeEach(async () => {
  service = await startService();
});
afterEach(() => service.close());

const lines = Array.from({ length: ROWS }, (_, index) => ({
  row: index + 2,
  item: "CHAIR-OAK",
  quantity: "3",
  document: "SO-9",
  line: String(index + 1),
}));

const press = async () => batchSchema.parse((await service.send("/batches", { key: KEY, lines })).body);

const cancel = async () => batchSchema.parse((await service.send(`/batches/by-key/${KEY}/cancel`, {})).body);

async function progress(): Promise<PressProgress> {
  return pressProgressSchema.parse((await service.send(`/batches/by-key/${KEY}/progress`)).body);
}

/** All that was told until the press is so far, or over. */
async function watch(isEnough: (now: PressProgress) => boolean): Promise<readonly PressProgress[]> {
  const told: PressProgress[] = [];
  for (;;) {
    const now = await progress();
    told.push(now);
    if (now.state === "done" || isEnough(now)) return told;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

const countOrders = async (): Promise<number> =>
  orderPageSchema.parse((await service.send("/manufacturing-orders?limit=500")).body).orders.length;

test("a press tells how far it is and never goes back, and others are answered meanwhile", async () => {
  const pressed = press();
  const begun = await watch(({ done }) => done > 0);
  expect(begun.at(-1)).toMatchObject({ state: "planning", total: ROWS });
  expect(await countOrders()).toBe(0);
  const told = [...begun, ...(await watch(() => false))].map(({ done }) => done);
  expect(told).toEqual(told.toSorted((left, right) => left - right));
  expect(new Set(told).size).toBeGreaterThan(4);
  expect((await pressed).created).toBe(ROWS);
  expect(await progress()).toEqual({ state: "done", done: ROWS, total: ROWS });
});

test("a press that is asked for by its key while it runs is told to be running, and how far it is", async () => {
  const pressed = press();
  await watch(({ done }) => done > 0);
  const asked = await service.send(`/batches/by-key/${KEY}`);
  expect(asked).toMatchObject({ status: 409, body: { code: "press-running" } });
  expect(JSON.stringify(asked.body)).toMatch(/still running: \d+ of 3000 rows/);
  const made = await pressed;
  expect(await service.send(`/batches/by-key/${KEY}`)).toEqual({ status: 200, body: made });
});

test("a press given up in the middle makes nothing, says so for each row, and its key stays used", async () => {
  const pressed = press();
  await watch(({ done }) => done > ROWS / 2);
  const told = await cancel();
  expect(told).toMatchObject({ state: "cancelled", created: 0, refused: ROWS });
  expect(await pressed).toEqual(told);
  expect(told.rows[0]).toMatchObject({ row: 2, outcome: "refused", problems: [{ code: "press-cancelled" }] });
  expect(await countOrders()).toBe(0);
  expect(await press()).toEqual(told);
  expect(await countOrders()).toBe(0);
});

test("a press given up while another one keeps it waiting makes nothing either", async () => {
  const first = service.send("/batches", { key: "another-press-0001", lines: lines.slice(0, 1_000) });
  const pressed = press();
  const told = await cancel();
  expect(told.state).toBe("cancelled");
  expect((await pressed).state).toBe("cancelled");
  expect(batchSchema.parse((await first).body).created).toBe(1_000);
});

test("a press that is given up when it is done stays done", async () => {
  const made = await press();
  expect(await cancel()).toEqual(made);
});

test("a press that is given up before it comes makes nothing when it comes", async () => {
  expect(await cancel()).toMatchObject({ state: "cancelled", rows: [] });
  expect(await press()).toMatchObject({ state: "cancelled", created: 0, refused: ROWS });
  expect(await countOrders()).toBe(0);
});
