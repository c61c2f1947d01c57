/** Promises that hold whatever is done, in any order, to several orders at once. */
import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { batchSchema } from "../shared/wire/batch.ts";
import type { ActionResult } from "../shared/wire/order.ts";
import { whatIsWrong } from "../test/support/order-invariants.ts";
import { OrderWork } from "../test/support/order-work.ts";
import { startService, type TestService } from "../test/support/service.ts";

let service: TestService;
let orders: OrderWork;
beforeEach(begin);
afterEach(() => service.close());

async function begin(): Promise<void> {
  service = await startService();
  orders = new OrderWork(service);
}

/** A run that fails leaves its mark: what is shrunk from it must not meet that. */
async function beginAnew(): Promise<void> {
  await service.close();
  await begin();
}

let presses = 0;

async function toTakeApart(quantity: string): Promise<string> {
  presses += 1;
  const request = { key: `press-to-take-apart-${presses}`, item: "CHAIR-OAK", quantity };
  const made = await service.send("/manufacturing-orders/disassemblies", request);
  const [row] = batchSchema.parse(made.body).rows;
  return row?.outcome === "created" ? row.number : "";
}

const follow = fc.constantFrom("keep", "follow");
const small = fc.integer({ min: 0, max: 6 }).map(String);
// Few enough that an order is met again and again.
const which = fc.nat(5);

const step = fc.record({
  kind: fc.constant("step"),
  step: fc.constantFrom("release", "start", "close", "reopen", "cancel", "hold", "resume"),
  at: which,
  children: follow,
});
const report = fc.record({
  kind: fc.constant("report"),
  at: which,
  quantity: fc.option(small, { freq: 5 }),
  scrapped: fc.constantFrom("0", "0", "1"),
  complete: fc.constantFrom(false, false, false, true),
});
const beginWork = fc.record({ kind: fc.constant("begin"), at: which });
const materials = fc.record({
  kind: fc.constant("materials"),
  at: which,
  action: fc.constantFrom("issue", "return"),
  lines: fc.array(fc.record({ position: fc.integer({ min: 1, max: 3 }), quantity: small }), {
    minLength: 1,
    maxLength: 3,
  }),
});
const amend = fc.record({
  kind: fc.constant("amend"),
  at: which,
  quantity: fc.integer({ min: 1, max: 30 }).map(String),
  needDate: fc.constantFrom("2027-04-30", "2027-06-15", null),
  store: fc.constantFrom("MAIN", "MAIN", "MAIN", "EAST"),
  children: follow,
});
const split = fc.record({
  kind: fc.constant("split"),
  at: which,
  first: fc.integer({ min: 1, max: 9 }),
  children: follow,
});
const merge = fc.record({
  kind: fc.constant("merge"),
  at: which,
  with: fc.array(fc.nat(9), { minLength: 1, maxLength: 3 }),
});
const edit = fc.record({
  kind: fc.constant("edit"),
  at: which,
  what: fc.constantFrom("set", "replace", "remove", "add"),
  place: fc.nat(5),
  wanted: fc.integer({ min: 1, max: 90 }).map(String),
  children: follow,
});
const move = fc.oneof(
  { weight: 4, arbitrary: step },
  { weight: 4, arbitrary: report },
  { weight: 4, arbitrary: beginWork },
  { weight: 3, arbitrary: materials },
  { weight: 2, arbitrary: amend },
  { weight: 2, arbitrary: split },
  { weight: 1, arbitrary: merge },
  { weight: 3, arbitrary: edit },
);
type Move = typeof move extends fc.Arbitrary<infer Value> ? Value : never;

class Shop {
  constructor(private readonly numbers: string[]) {}

  #at(index: number): string {
    return this.numbers[index % this.numbers.length] ?? "";
  }

  async do(one: Move): Promise<readonly ActionResult[]> {
    const number = this.#at(one.at);
    if ("step" in one)
      return orders.act(one.step, { numbers: [number], reason: "because", children: one.children });
    if ("scrapped" in one) {
      const { quantity, scrapped, complete } = one;
      const given = quantity === null ? {} : { quantity };
      return orders.act("produce", { numbers: [number], scrapped, complete, ...given });
    }
    if ("lines" in one)
      return orders.act(`${number}/materials`, { action: one.action, materials: one.lines });
    if ("with" in one)
      return orders.act("merges", { into: number, numbers: one.with.map((index) => this.#at(index)) });
    if ("first" in one) return this.#split(number, one);
    if ("wanted" in one) return this.#edit(number, one);
    if ("needDate" in one) return this.#amend(number, one);
    await orders.begin(number);
    return [];
  }

  async #edit(
    number: string,
    { what, place, wanted, children }: Extract<Move, { wanted: unknown }>,
  ): Promise<readonly ActionResult[]> {
    const { materials } = await orders.read(number);
    const line = materials[place % Math.max(1, materials.length)];
    const other = { item: "FELT-PAD", quantity: wanted };
    if (what === "add" || line === undefined)
      return orders.act(`${number}/material-changes`, { materials: [{ to: other }], children });
    const { position, item, quantity, unit } = line;
    const to = { set: { item, quantity: wanted }, replace: other, remove: null }[what];
    const change = { position, from: { item, quantity, unit }, to };
    return orders.act(`${number}/material-changes`, { materials: [change], children });
  }

  async #split(
    number: string,
    { first, children }: Extract<Move, { first: unknown }>,
  ): Promise<readonly ActionResult[]> {
    const { quantity, producedQuantity, scrappedQuantity } = await orders.read(number);
    const rest = Number(quantity) - Number(producedQuantity) - Number(scrappedQuantity) - first;
    const quantities = [String(first), String(rest)];
    const results = await orders.act(`${number}/split`, { quantities, children });
    for (const result of results)
      if (result.outcome === "changed") this.numbers.push(...result.parts.slice(1));
    return results;
  }

  async #amend(
    number: string,
    { quantity, needDate, store, children }: Extract<Move, { needDate: unknown }>,
  ): Promise<readonly ActionResult[]> {
    const now = await orders.read(number);
    const changes = {
      quantity: { from: now.quantity, to: quantity },
      needDate: { from: now.needDate, to: needDate },
      ...(store !== now.store && store === "EAST" && { store: { from: now.store, to: store } }),
    };
    return orders.act(`${number}/amendments`, { changes, children });
  }
}

/** By chance alone a run can go without one of them. */
const oneOfEach: Move[] = [
  { kind: "merge", at: 0, with: [1] },
  { kind: "amend", at: 0, quantity: "30", needDate: null, store: "MAIN", children: "keep" },
  { kind: "split", at: 0, first: 4, children: "keep" },
  { kind: "edit", at: 0, what: "set", place: 1, wanted: "90", children: "keep" },
  { kind: "step", step: "release", at: 3, children: "keep" },
  { kind: "materials", at: 3, action: "issue", lines: [{ position: 1, quantity: "2" }] },
];

test("no sequence of actions on several orders leaves an impossible state, a wrong level or a silent log", async () => {
  const done = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(move, { minLength: 15, maxLength: 45 }), async (moves) => {
      await beginAnew();
      const big = await orders.make({ quantity: "60" }, { subAssemblies: "make" });
      const shop = new Shop([
        await orders.make({ document: "SO-7" }),
        await orders.make({ quantity: "7", document: "SO-8" }),
        await toTakeApart("6"),
        big,
        ...(await orders.read(big)).children,
      ]);
      for (const one of moves)
        for (const result of await shop.do(one))
          done.add(`${one.kind} ${result.outcome === "changed" ? "changed" : result.code}`);
      expect(await service.ports.database.read(whatIsWrong)).toEqual([]);
    }),
    { numRuns: 15, examples: [[oneOfEach]] },
  );
  for (const kind of ["step", "materials", "amend", "split", "merge", "edit"])
    expect(done).toContain(`${kind} changed`);
}, 60_000);

test("split and merged in any order, every demand line stays covered as it was", async () => {
  const shares = async (numbers: readonly string[]) => {
    const covered = new Map<string, number>();
    for (const number of numbers) {
      const { quantity, status, demand } = await orders.read(number);
      const own = demand.reduce((total, one) => total + Number(one.quantity), 0);
      expect(own, number).toBe(status === "cancelled" ? 0 : Number(quantity));
      for (const one of demand)
        covered.set(one.document, (covered.get(one.document) ?? 0) + Number(one.quantity));
    }
    return covered;
  };
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(split, merge), { minLength: 5, maxLength: 20 }), async (moves) => {
      await beginAnew();
      const numbers = [
        await orders.make({ document: "SO-1" }),
        await orders.make({ document: "SO-2", quantity: "3" }),
        await orders.make({ document: "SO-3", quantity: "21" }),
      ];
      const shop = new Shop(numbers);
      for (const one of moves) await shop.do(one);
      expect(Object.fromEntries(await shares(numbers))).toEqual({ "SO-1": 10, "SO-2": 3, "SO-3": 21 });
    }),
    { numRuns: 10 },
  );
}, 60_000);
