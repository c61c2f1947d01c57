/** Taking a batch back (promise 8): all that has not been started is cancelled, what stays is named, and nothing is made twice. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { batchUndoSchema, type BatchUndo } from "../shared/wire/batch-history.ts";
import { batchSchema, type Batch } from "../shared/wire/batch.ts";
import { eventPageSchema } from "../shared/wire/events.ts";
import { OrderWork } from "../test/support/order-work.ts";
import { whatIsWrong } from "../test/support/order-invariants.ts";
import { KEY, pressCreate } from "../test/support/press-create.ts";
import { startService, type TestService } from "../test/support/service.ts";

let service: TestService;
let orders: OrderWork;
beforeEach(async () => {
  service = await startService();
  orders = new OrderWork(service);
});
afterEach(() => service.close());

const chairs = [
  { row: 2, item: "CHAIR-OAK", quantity: "10", document: "SO-1", line: "1" },
  { row: 3, item: "TABLE-180", quantity: "2" },
  { row: 4, item: "STOOL-45", quantity: "5" },
  { row: 5, item: "LAMP-ARC", quantity: "1" },
];

/** Three orders, and a row that is refused. */
async function press(more: object = {}, key = KEY): Promise<{ batch: Batch; numbers: readonly string[] }> {
  const { batch } = await pressCreate(service, { key, lines: chairs, ...more });
  return { batch, numbers: batch.rows.flatMap((row) => (row.outcome === "created" ? [row.number] : [])) };
}

async function undo(number: string, reason = ""): Promise<BatchUndo> {
  return batchUndoSchema.parse((await service.send(`/batches/${number}/undo`, { reason })).body);
}

async function preview(number: string): Promise<BatchUndo> {
  return batchUndoSchema.parse((await service.send(`/batches/${number}/undo`)).body);
}

async function batchNow(number: string): Promise<Batch> {
  return batchSchema.parse((await service.send(`/batches/${number}`)).body);
}

async function events() {
  return eventPageSchema.parse((await service.send("/events?limit=1000")).body).events;
}

async function issueAll(number: string): Promise<void> {
  const { materials } = await orders.read(number);
  await orders.act(`${number}/materials`, {
    action: "issue",
    materials: materials.slice(0, 1).map(({ position, quantity }) => ({ position, quantity })),
  });
}

const numbersOf = (list: readonly { readonly number: string }[]) => list.map(({ number }) => number);
const whys = ({ stays }: BatchUndo) => stays.map(({ number, code }) => [number, code]);
const isSound = async () => expect(await service.ports.database.read(whatIsWrong)).toEqual([]);

describe("undoing a batch on which nothing was begun", () => {
  test("says first what it would take back, and changes nothing by saying so", async () => {
    const { batch, numbers } = await press();
    expect(await preview(batch.number)).toEqual({
      batch: batch.number,
      state: "done",
      takesBack: [
        { number: numbers[0], item: "CHAIR-OAK", quantity: "10", unit: "EA", row: 2, parent: null },
        { number: numbers[1], item: "TABLE-180", quantity: "2", unit: "EA", row: 3, parent: null },
        { number: numbers[2], item: "STOOL-45", quantity: "5", unit: "EA", row: 4, parent: null },
      ],
      stays: [],
      cancelled: [],
    });
    expect(await batchNow(batch.number)).toEqual(batch);
  });

  test("cancels every order, released ones and those on hold too, and frees what they covered", async () => {
    const { batch, numbers } = await press();
    await orders.step("release", numbers[1] ?? "");
    await orders.step("hold", numbers[2] ?? "", { reason: "Waiting for paint" });
    const answer = await undo(batch.number);
    expect(answer).toMatchObject({ state: "undone", takesBack: [], stays: [] });
    expect(numbersOf(answer.cancelled)).toEqual(numbers);
    for (const number of numbers)
      expect(await orders.read(number)).toMatchObject({ status: "cancelled", holdReason: null });
    expect((await orders.read(numbers[0] ?? "")).demand).toMatchObject([{ wanted: "10", covered: "0" }]);
    expect(await batchNow(batch.number)).toMatchObject({ state: "undone", created: 3, refused: 1 });
    await isSound();
  });

  test("tells the log of every order and then of the batch, with who and why", async () => {
    const { batch, numbers } = await press();
    const before = (await events()).length;
    await undo(batch.number, " Wrong sheet ");
    const news = (await events()).slice(before);
    expect(news.map(({ kind, order }) => [kind, order?.number ?? null, order?.status ?? null])).toEqual([
      ...numbers.map((number) => ["order-cancelled", number, "cancelled"]),
      ["batch-undone", null, null],
    ]);
    const undone = { batch: batch.number, reason: "Wrong sheet", takenBack: 3, stays: 0 };
    expect(news.at(-1)).toMatchObject({ actor: "Ana", undone });
  });

  test("twice answers the same and changes nothing", async () => {
    const { batch } = await press();
    const first = await undo(batch.number);
    const log = await events();
    expect(await undo(batch.number)).toEqual(first);
    expect(await events()).toEqual(log);
  });

  test("by twenty people at the same instant does it once", async () => {
    const { batch } = await press();
    const answers = await Promise.all(Array.from({ length: 20 }, () => undo(batch.number)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect((await events()).filter(({ kind }) => kind === "batch-undone")).toHaveLength(1);
  });

  test("leaves the old key with the old batch: a late retry makes nothing new, a new press does", async () => {
    const { batch, numbers } = await press();
    await undo(batch.number);
    const late = await press();
    expect(late.numbers).toEqual(numbers);
    expect(late.batch.rows).toMatchObject([
      { status: "cancelled" },
      { status: "cancelled" },
      { status: "cancelled" },
      { outcome: "refused" },
    ]);
    const anew = await press({}, "press-000000000002");
    expect(anew.batch).toMatchObject({ state: "done", created: 3 });
    expect(anew.numbers.some((number) => numbers.includes(number))).toBe(false);
  });

  test("gives its materials back to planning: the next plan finds them free again", async () => {
    const lines = [{ row: 2, item: "CHAIR-OAK", quantity: "40" }];
    const readiness = async () => JSON.stringify((await service.send("/plans", { lines })).body);
    const before = await readiness();
    const { batch } = await press({ lines: [{ row: 2, item: "CHAIR-OAK", quantity: "400" }] });
    expect(await readiness()).not.toBe(before);
    await undo(batch.number);
    expect(await readiness()).toBe(before);
  });
});

describe("undoing a batch on which work was begun", () => {
  test("takes back the rest and names what stays: started, with materials out, produced", async () => {
    const { batch } = await press({
      lines: [
        ...chairs,
        { row: 6, item: "CHAIR-BLK", quantity: "3" },
        { row: 7, item: "CHAIR-OAK", quantity: "7" },
      ],
    });
    const [started = "", issued = "", produced = "", ...rest] = batch.rows.flatMap((row) =>
      row.outcome === "created" ? [row.number] : [],
    );
    expect(rest).toHaveLength(2);
    await orders.begin(started);
    await orders.step("release", issued);
    await issueAll(issued);
    await orders.begin(produced);
    await orders.step("produce", produced);
    const offered = await preview(batch.number);
    expect(numbersOf(offered.takesBack)).toEqual(rest);
    const answer = await undo(batch.number);
    expect(answer.state).toBe("part-undone");
    expect(whys(answer)).toEqual([
      [started, "work-started"],
      [issued, "materials-issued"],
      [produced, "already-produced"],
    ]);
    expect(answer.stays[1]).toMatchObject({
      status: "released",
      message: "Materials have been issued to this MO. Return them first.",
    });
    expect(numbersOf(answer.cancelled)).toEqual(rest);
    expect(await undo(batch.number)).toEqual(answer);
    await isSound();
  });

  test("can be finished later, when what was out has come back", async () => {
    const { batch, numbers } = await press();
    const [first = ""] = numbers;
    await orders.step("release", first);
    await issueAll(first);
    expect((await undo(batch.number)).state).toBe("part-undone");
    const { materials } = await orders.read(first);
    const out = materials.filter(({ issuedQuantity }) => issuedQuantity !== "0");
    await orders.act(`${first}/materials`, {
      action: "return",
      materials: out.map(({ position, issuedQuantity }) => ({ position, quantity: issuedQuantity })),
    });
    expect(await undo(batch.number)).toMatchObject({ state: "undone", stays: [] });
    await isSound();
  });

  test("that took nothing back leaves the batch as it was", async () => {
    const { batch, numbers } = await press();
    for (const number of numbers) await orders.begin(number);
    const log = await events();
    expect(await undo(batch.number)).toMatchObject({ state: "done", cancelled: [] });
    expect(await events()).toEqual(log);
  });

  test("counts orders that somebody cancelled before as what they are", async () => {
    const { batch, numbers } = await press();
    await orders.step("cancel", numbers[1] ?? "");
    const offered = await preview(batch.number);
    expect(numbersOf(offered.takesBack)).toEqual([numbers[0], numbers[2]]);
    expect(numbersOf(offered.cancelled)).toEqual([numbers[1]]);
    expect((await undo(batch.number)).state).toBe("undone");
  });
});

describe("sub-assembly orders", () => {
  /** An order with orders below it. */
  async function family() {
    const lines = [{ row: 2, item: "CHAIR-OAK", quantity: "4000" }];
    const { batch, numbers } = await press({ lines, rules: { subAssemblies: "make" } });
    const [parent = ""] = numbers;
    const { children } = await orders.read(parent);
    const [child = ""] = children;
    return { batch, parent, child, children };
  }

  test("are taken back with the order they are made for", async () => {
    const { batch, parent, children } = await family();
    expect(children.length).toBeGreaterThan(1);
    const offered = await preview(batch.number);
    expect(offered.takesBack.filter((order) => order.parent === parent).map(({ number }) => number)).toEqual(
      children,
    );
    expect(await undo(batch.number)).toMatchObject({ state: "undone", stays: [] });
    const below = await Promise.all(children.map((number) => orders.read(number)));
    expect(new Set(below.map(({ status }) => status))).toEqual(new Set(["cancelled"]));
  });

  test("that were started stay and go to stock; the order above them is taken back all the same", async () => {
    const { batch, parent, child } = await family();
    await orders.begin(child);
    const answer = await undo(batch.number);
    expect(whys(answer)).toEqual([[child, "work-started"]]);
    expect((await orders.read(parent)).status).toBe("cancelled");
    await isSound();
  });

  test("stay when the order they are made for was started: it needs them", async () => {
    const { batch, parent, children } = await family();
    await orders.begin(parent);
    const answer = await undo(batch.number);
    expect(answer.state).toBe("done");
    expect(answer.stays.filter(({ code }) => code === "made-for-other").map(({ number }) => number)).toEqual(
      expect.arrayContaining([...children]),
    );
    expect(answer.stays.find(({ number }) => number === children[0])?.message).toBe(
      `It is made for ${parent}, which stays.`,
    );
  });
});

describe("orders that were split or merged since", () => {
  const stool = (row: number, document: string) => ({ row, item: "STOOL-45", quantity: "5", document });

  test("all parts of a split order go", async () => {
    const { batch, numbers } = await press();
    const [result] = await orders.act(`${numbers[0] ?? ""}/split`, { quantities: ["4", "6"] });
    const parts = result?.outcome === "changed" ? result.parts : [];
    expect(parts).toHaveLength(2);
    const answer = await undo(batch.number);
    expect(answer).toMatchObject({ state: "undone", stays: [] });
    expect(numbersOf(answer.cancelled)).toEqual(expect.arrayContaining([...parts]));
    expect((await orders.read(numbers[0] ?? "")).demand).toMatchObject([{ covered: "0" }]);
    await isSound();
  });

  test("what was merged within the batch goes as one", async () => {
    const { batch, numbers } = await press({ lines: [stool(2, "A"), stool(3, "B")] });
    const [into = "", other = ""] = numbers;
    await orders.act("merges", { into, numbers: [other] });
    const offered = await preview(batch.number);
    // The other one's quantity is still being made, so it is not over yet.
    expect([numbersOf(offered.takesBack), numbersOf(offered.cancelled)]).toEqual([[into], []]);
    const answer = await undo(batch.number);
    expect([answer.state, numbersOf(answer.cancelled)]).toEqual(["undone", [into, other]]);
    expect(await undo(batch.number)).toEqual(answer);
    await isSound();
  });

  test("an order that carries another batch's quantity stays, and so does what was merged into another batch", async () => {
    const one = await press({ lines: [stool(2, "A"), stool(3, "B")] });
    const other = await press({ lines: [stool(2, "C")] }, "press-000000000002");
    const [into = "", alone = ""] = one.numbers;
    const [merged = ""] = other.numbers;
    await orders.act("merges", { into, numbers: [merged] });
    expect(await undo(other.batch.number)).toMatchObject({
      state: "done",
      stays: [{ number: merged, status: "cancelled", code: "merged-away", params: { into } }],
    });
    const answer = await undo(one.batch.number);
    expect(numbersOf(answer.cancelled)).toEqual([alone]);
    expect(answer).toMatchObject({
      state: "part-undone",
      stays: [{ number: into, code: "merged-with-others", params: { number: merged } }],
    });
    // Cancelled by hand, both are over: nobody makes either quantity any more.
    await orders.step("cancel", into);
    expect((await undo(one.batch.number)).state).toBe("undone");
    expect((await undo(other.batch.number)).state).toBe("undone");
    await isSound();
  });
});

test("a batch that nobody knows is refused", async () => {
  expect((await service.send("/batches/B-999999/undo", {})).status).toBe(404);
  expect((await service.send("/batches/B-999999/undo")).status).toBe(404);
});

test("a batch of 20,000 orders is taken back whole", async () => {
  const many = Array.from({ length: 20_000 }, (_, index) => ({
    row: index + 2,
    item: "STOOL-45",
    quantity: "1",
    document: "SO-9",
    line: String(index),
  }));
  const { batch } = await press({ lines: many });
  const answer = await undo(batch.number);
  expect([answer.state, answer.cancelled.length]).toEqual(["undone", 20_000]);
}, 120_000);
