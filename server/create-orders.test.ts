/** Creating through the HTTP door: exactly once, whatever happens in between. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { orderPageSchema, orderSchema } from "../shared/wire/order.ts";
import { planSchema } from "../shared/wire/plan.ts";
import { problemDocumentSchema } from "../shared/wire/problem-document.ts";
import { KEY, pressCreate, rows } from "../test/support/press-create.ts";
import { startService, type TestService } from "../test/support/service.ts";

let service: TestService;

beforeEach(async () => {
  service = await startService();
});

afterEach(() => service.close());

const presses = (key: string, lines: readonly object[] = rows, more: object = {}) =>
  pressCreate(service, { key, lines, ...more });

async function countOrders(): Promise<number> {
  return orderPageSchema.parse((await service.send("/manufacturing-orders?limit=500")).body).orders.length;
}

describe("creating", () => {
  test("makes an order for each good row and refuses the others by name", async () => {
    const { status, batch } = await presses(KEY);
    expect(status).toBe(201);
    expect(batch).toMatchObject({ number: "B-000001", created: 2, refused: 1, actor: "Ana" });
    expect(batch.rows[2]).toMatchObject({
      row: 4,
      outcome: "refused",
      problems: [{ code: "item-not-made", field: "item" }],
    });
  });

  test("pressing again with the same key gives the same answer and makes nothing (R1)", async () => {
    const first = await presses(KEY);
    const again = await presses(KEY);
    expect(again.status).toBe(200);
    expect(again.batch).toEqual(first.batch);
    expect(await countOrders()).toBe(2);
  });

  test("twenty presses of one key at the same instant make the orders once", async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => presses(KEY)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(new Set(answers.map(({ batch }) => JSON.stringify(batch))).size).toBe(1);
    expect(await countOrders()).toBe(2);
  });

  test("a lost answer is found by its key (R5)", async () => {
    const { batch } = await presses(KEY);
    expect((await service.send(`/batches/by-key/${KEY}`)).body).toEqual(batch);
    expect((await service.send("/batches/by-key/press-000000000009")).status).toBe(404);
  });

  test("a key that belongs to other rows is refused", async () => {
    await presses(KEY);
    const { status, body } = await service.send("/batches", { key: KEY, lines: rows.slice(0, 1) });
    expect(status).toBe(422);
    expect(problemDocumentSchema.parse(body).code).toBe("key-reused");
  });

  test("what is made is what the preview showed; a row whose plan changed is refused with the difference", async () => {
    const plan = planSchema.parse((await service.send("/plans", { lines: rows })).body);
    const fingerprints = plan.rows.flatMap((row) =>
      row.outcome === "ready" ? [{ row: row.row, fingerprint: row.fingerprint }] : [],
    );
    await service.ports.database.write((transaction) =>
      transaction.updateTable("bom_revision").set({ revision: "C" }).where("revision", "=", "B").execute(),
    );
    const { batch } = await presses(KEY, rows, { fingerprints });
    expect(batch.rows).toMatchObject([
      {
        row: 2,
        outcome: "refused",
        problems: [{ code: "plan-changed", params: { before: "revision B", now: "C" } }],
      },
      { row: 3, outcome: "created" },
      { row: 4, outcome: "refused" },
    ]);
  });

  test("20,000 rows go through in one press (R25)", async () => {
    const many = Array.from({ length: 20_000 }, (_, index) => ({
      row: index + 2,
      item: "STOOL-45",
      quantity: "3",
      document: "SO-9",
      line: String(index),
    }));
    const { batch } = await presses(KEY, many);
    expect(batch).toMatchObject({ created: 20_000, refused: 0 });
  }, 120_000);

  test("an order carries details, materials, steps, its output location and whom it is for", async () => {
    const { batch } = await presses(KEY);
    const [first] = batch.rows;
    const number = first?.outcome === "created" ? first.number : "";
    const order = orderSchema.parse((await service.send(`/manufacturing-orders/${number}`)).body);
    expect(order).toMatchObject({
      item: "CHAIR-OAK",
      quantity: "10",
      store: "MAIN",
      revision: "B",
      outputLocation: "FG-01",
      needDate: "2027-03-31",
      scheduleDate: "2027-03-31",
      dueDate: "2027-03-31",
    });
    expect(order.materials.map(({ item, quantity }) => `${item} ${quantity}`)).toEqual([
      "SEAT-OAK 10",
      "BACK-STD 10",
      "FRAME-CH 10",
      "SCREW-4X40 82",
      "SCREW-5X60 41",
      "LABEL-STD 10",
      "OIL-HARD 0.63",
      "CARTON-S 10",
    ]);
    expect(order.operations.map((operation) => operation.workCenter)).toEqual(["ASSY", "FINISH", "PACK"]);
    const covered = { quantity: "10", wanted: "10", covered: "10" };
    expect(order.demand).toEqual([
      { kind: "manual", document: "SO-1", line: "1", ...covered, reason: "", drift: null },
    ]);
  });
});
