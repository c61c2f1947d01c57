import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  bomLine,
  draft,
  factsOf,
  item,
  mainPlant,
  revision,
  RULES,
  supplyOf,
  TODAY,
} from "../../test/support/facts.ts";
import { addDays, knownDate } from "../quantity/calendar-date.ts";
import { decimal, decimalText } from "../quantity/decimal.ts";
import { supplyKey, type Facts, type ItemFacts, type SupplyFacts } from "../validation/facts.ts";
import { planOrders } from "./plan-orders.ts";
import type { PlanRules } from "./plan-rules.ts";
import { shortagesOf } from "./readiness.ts";
import { withChildren, type PlannedOrder } from "./planned-order.ts";

const MAKE: PlanRules = { ...RULES, subAssemblies: "make" };

const plank = item("PLANK", { make: false });
const seat = item("SEAT", { bomRevisions: [revision([bomLine(plank, "2")])], leadTimeDays: 1 });
const leg = item("LEG", { make: false });
const chair = item("CHAIR", { bomRevisions: [revision([bomLine(seat, "1"), bomLine(leg, "4")])] });
const factory = [chair, seat, leg, plank];

function orderOf(quantity: string, facts: Partial<Facts>, rules: PlanRules = RULES): PlannedOrder {
  const [row] = planOrders(
    [draft(2, { item: "CHAIR", quantity, needDate: "2027-03-20" })],
    factsOf(factory, facts),
    rules,
  );
  if (row?.outcome !== "ready") throw new Error("The chair can be planned");
  return row.order;
}

function stocked(...entries: readonly [number, SupplyFacts][]): Partial<Facts> {
  return { supply: new Map(entries) };
}

function readiness(order: PlannedOrder) {
  const { state, canMakeNow } = order.readiness;
  const short = shortagesOf(order.readiness).map(({ material, quantity, coveredOn }) => {
    return `${material.line.component.number} ${decimalText(quantity)} ${coveredOn ?? "never"}`;
  });
  return { state, canMakeNow: decimalText(canMakeNow), short };
}

describe("readiness", () => {
  test("is ready when all materials are in stock", () => {
    const order = orderOf("10", stocked(supplyOf(seat, "10"), supplyOf(leg, "40")));
    expect(readiness(order)).toEqual({ state: "ready", canMakeNow: "10", short: [] });
  });

  test("is part when stock is enough for some, and says for how many and what is short", () => {
    const order = orderOf("10", stocked(supplyOf(seat, "10"), supplyOf(leg, "13")));
    expect(readiness(order)).toEqual({ state: "part", canMakeNow: "3", short: ["LEG 27 never"] });
  });

  test("is short when it is enough for none", () => {
    const order = orderOf("10", stocked(supplyOf(leg, "40")));
    expect(readiness(order)).toEqual({ state: "short", canMakeNow: "0", short: ["SEAT 10 never"] });
  });

  test("counts what is on order by the day work begins, and names the day the rest arrives", () => {
    const receipts = [
      { day: knownDate("2027-03-17"), quantity: decimal("20"), document: "PO-1" },
      { day: knownDate("2027-03-25"), quantity: decimal("20"), document: "PO-2" },
    ];
    const order = orderOf("10", stocked(supplyOf(seat, "10"), supplyOf(leg, "0", { receipts })));
    expect(order.scheduleDate).toBe("2027-03-17");
    expect(readiness(order)).toEqual({ state: "part", canMakeNow: "0", short: ["LEG 20 2027-03-25"] });
  });

  test("an order on a purchase order nobody promised a day for does not know when it is covered", () => {
    const receipts = [{ day: null, quantity: decimal("40"), document: "PO-3" }];
    const order = orderOf("10", stocked(supplyOf(seat, "10"), supplyOf(leg, "0", { receipts })));
    expect(readiness(order)).toEqual({ state: "short", canMakeNow: "0", short: ["LEG 40 never"] });
  });

  test("an overdue receipt is expected today", () => {
    const receipts = [{ day: addDays(TODAY, -9), quantity: decimal("40"), document: "PO-4" }];
    const order = orderOf("10", stocked(supplyOf(seat, "10"), supplyOf(leg, "0", { receipts })));
    expect(readiness(order)).toEqual({ state: "ready", canMakeNow: "10", short: [] });
  });

  test("leaves open orders what they claimed, and they leave early stock to those who need it earlier", () => {
    const claims = [{ day: knownDate("2027-04-01"), quantity: decimal("40"), document: "MO-1" }];
    const taken = orderOf("10", stocked(supplyOf(seat, "10"), supplyOf(leg, "40", { claims })));
    expect(readiness(taken).short).toEqual(["LEG 40 never"]);
    const receipts = [{ day: knownDate("2027-03-31"), quantity: decimal("40"), document: "PO-5" }];
    const later = orderOf("10", stocked(supplyOf(seat, "10"), supplyOf(leg, "40", { claims, receipts })));
    expect(readiness(later).state).toBe("ready");
  });

  test("rows of one press share the stock: the earlier need first", () => {
    const lines = [
      draft(2, { item: "CHAIR", quantity: "10", needDate: "2027-03-30" }),
      draft(3, { item: "CHAIR", quantity: "10", needDate: "2027-03-20" }),
    ];
    const facts = factsOf(factory, stocked(supplyOf(seat, "10"), supplyOf(leg, "80")));
    const states = planOrders(lines, facts, RULES).map(
      (row) => row.outcome === "ready" && row.order.readiness.state,
    );
    expect(states).toEqual(["short", "ready"]);
  });

  test("stock below zero is a debt that the next receipt pays first, unless the factory takes it as zero", () => {
    const receipts = [{ day: TODAY, quantity: decimal("40"), document: "PO-6" }];
    const facts = stocked(supplyOf(seat, "10"), supplyOf(leg, "-8", { receipts }));
    expect(readiness(orderOf("10", facts)).short).toEqual(["LEG 8 never"]);
    const conventions = { ...RULES.conventions, negativeStock: "as-zero" as const };
    expect(readiness(orderOf("10", facts, { ...RULES, conventions })).state).toBe("ready");
  });
});

describe("sub-assemblies", () => {
  test("that are missing become orders below the order, wanted the working day before it begins", () => {
    const order = orderOf(
      "10",
      stocked(supplyOf(seat, "4"), supplyOf(leg, "40"), supplyOf(plank, "12")),
      MAKE,
    );
    expect(order.scheduleDate).toBe("2027-03-17");
    const [child] = order.children;
    expect(child?.demand).toMatchObject({ item: { number: "SEAT" }, needDate: "2027-03-16" });
    expect(decimalText(child?.demand.quantity ?? decimal("0"))).toBe("6");
    expect(child).toMatchObject({
      scheduleDate: "2027-03-15",
      dueDate: "2027-03-16",
      readiness: { state: "ready" },
    });
    expect(readiness(order).state).toBe("ready");
  });

  test("are not made when stock and open orders cover them, however late", () => {
    const receipts = [{ day: knownDate("2027-05-01"), quantity: decimal("10"), document: "MO-7" }];
    const order = orderOf("10", stocked(supplyOf(seat, "0", { receipts }), supplyOf(leg, "40")), MAKE);
    expect(order.children).toEqual([]);
    expect(readiness(order).short).toEqual(["SEAT 10 2027-05-01"]);
  });

  test("that are bought, or have no bill of materials that day, stay short", () => {
    const bought = { ...seat, make: false };
    const [row] = planOrders(
      [draft(2, { item: "CHAIR", quantity: "1" })],
      factsOf([chair, bought, leg, plank]),
      MAKE,
    );
    expect(row).toMatchObject({ outcome: "ready", order: { children: [], readiness: { state: "short" } } });
  });

  test("one item wanted on two levels is shared out only when all who want it have spoken", () => {
    const bracket = item("BRACKET", { bomRevisions: [revision([bomLine(plank, "1")])], leadTimeDays: 0 });
    const frame = item("FRAME", { bomRevisions: [revision([bomLine(bracket, "2")])], leadTimeDays: 5 });
    const bench = item("BENCH", {
      bomRevisions: [revision([bomLine(bracket, "3"), bomLine(frame, "1")])],
      leadTimeDays: 0,
    });
    const facts = factsOf(
      [bench, frame, bracket, plank],
      stocked(supplyOf(bracket, "2"), supplyOf(plank, "99")),
    );
    const [row] = planOrders(
      [draft(2, { item: "BENCH", quantity: "1", needDate: "2027-03-30" })],
      facts,
      MAKE,
    );
    if (row?.outcome !== "ready") throw new Error("The bench can be planned");
    const made = withChildren(row.order).map(
      ({ demand }) => `${demand.item.number} ${decimalText(demand.quantity)}`,
    );
    // The frame begins first, so the two brackets in stock are its own; the bench's three are made.
    expect(made).toEqual(["BENCH 1", "FRAME 1", "BRACKET 3"]);
  });

  test("a loop through several levels is refused and named in full", () => {
    const loose = item("BOX");
    const lid = item("LID", { bomRevisions: [revision([bomLine(loose, "1")])] });
    const box = { ...loose, bomRevisions: [revision([bomLine(lid, "1"), bomLine(leg, "1")])] };
    const [row] = planOrders([draft(2, { item: "BOX", quantity: "1" })], factsOf([box, lid, leg]), MAKE);
    expect(row).toMatchObject({
      outcome: "refused",
      problems: [{ code: "bom-cycle", params: { loop: "BOX → LID → BOX" } }],
    });
  });

  test("twelve levels are made one below the other", () => {
    let below: ItemFacts = plank;
    const levels: ItemFacts[] = [plank];
    for (let level = 12; level >= 1; level -= 1) {
      below = item(`LEVEL-${level}`, { bomRevisions: [revision([bomLine(below, "2")])], leadTimeDays: 1 });
      levels.push(below);
    }
    const [row] = planOrders([draft(2, { item: "LEVEL-1", quantity: "1" })], factsOf(levels), MAKE);
    if (row?.outcome !== "ready") throw new Error("The tower can be planned");
    const orders = withChildren(row.order);
    expect(orders).toHaveLength(12);
    expect(decimalText(orders.at(-1)?.demand.quantity ?? decimal("0"))).toBe("2048");
  });
});

describe("netting", () => {
  const amount = fc.integer({ min: 0, max: 60 });

  test("makes exactly the shortage: never more, never less", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 5 }),
        fc.record({ stock: amount, coming: amount, claimed: amount }),
        (wanted, { stock, coming, claimed }) => {
          const supply = seatSupply({ stock, coming, claimed });
          const made = sum(seatsMade(wanted, supply));
          const free = Math.max(0, stock + coming - claimed);
          expect(made).toBe(Math.max(0, sum(wanted) - free));
        },
      ),
    );
  });

  test("planning again with the new orders on the books makes nothing (R8)", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 5 }),
        amount,
        (wanted, stock) => {
          const made = sum(seatsMade(wanted, seatSupply({ stock, coming: 0, claimed: 0 })));
          expect(sum(seatsMade(wanted, seatSupply({ stock, coming: made, claimed: 0 })))).toBe(0);
        },
      ),
    );
  });

  test("does not depend on the order of the rows", () => {
    const rows = fc.array(fc.tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 0, max: 9 })), {
      minLength: 2,
      maxLength: 6,
    });
    fc.assert(
      fc.property(rows, amount, (wanted, stock) => {
        const total = (list: typeof wanted) =>
          sum(
            seatsMade(
              list.map(([quantity]) => quantity),
              seatSupply({ stock, coming: 0, claimed: 0 }),
              list.map(([, day]) => day),
            ),
          );
        expect(total(wanted)).toBe(total(wanted.toReversed()));
      }),
    );
  });
});

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function seatSupply(of: { stock: number; coming: number; claimed: number }): Partial<Facts> {
  const seats: SupplyFacts = {
    stock: decimal(String(of.stock)),
    receipts: [{ day: knownDate("2027-06-01"), quantity: decimal(String(of.coming)), document: "MO-1" }],
    claims: [{ day: knownDate("2027-04-01"), quantity: decimal(String(of.claimed)), document: "MO-2" }],
  };
  return { supply: new Map([[supplyKey(seat.id, mainPlant.id), seats]]) };
}

function seatsMade(
  wanted: readonly number[],
  facts: Partial<Facts>,
  days: readonly number[] = [],
): readonly number[] {
  const lines = wanted.map((quantity, index) =>
    draft(index + 2, {
      item: "CHAIR",
      quantity: String(quantity),
      needDate: addDays(TODAY, 20 + (days[index] ?? 0)),
    }),
  );
  const rows = planOrders(lines, factsOf(factory, facts), { ...MAKE, duplicateRows: "keep" });
  return rows.flatMap((row) => {
    if (row.outcome !== "ready") throw new Error("Every row can be planned");
    return row.order.children.map((child) => Number(decimalText(child.demand.quantity)));
  });
}
