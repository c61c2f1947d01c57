import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  bomLine,
  draft,
  factsOf,
  item,
  mainPlant,
  officeWeek,
  operation,
  revision,
  RULES,
  TODAY,
} from "../../test/support/facts.ts";
import { addDays, dayNumber, knownDate } from "../quantity/calendar-date.ts";
import { decimal } from "../quantity/decimal.ts";
import type { Facts, OperationFacts } from "../validation/facts.ts";
import { momentText, workBackFrom, workOnFrom } from "./moment.ts";
import { planOrders } from "./plan-orders.ts";
import type { PlanRules } from "./plan-rules.ts";
import type { PlannedOrder } from "./planned-order.ts";
import { workCenterLoad } from "./work-center-load.ts";

const leg = item("LEG", { make: false });
/** Good Friday and Easter Monday of 2027 are not worked. */
const week = officeWeek("2027-03-26", "2027-03-29");
const plant = { ...mainPlant, calendar: week };

function planned(
  operations: readonly OperationFacts[],
  fields: { quantity?: string; needDate?: string; leadTimeDays?: number },
  rules: Partial<PlanRules> = {},
): PlannedOrder {
  const { quantity = "10", needDate = "", leadTimeDays = 3 } = fields;
  const chair = item("CHAIR", {
    leadTimeDays,
    bomRevisions: [revision([bomLine(leg, "4")], { operations })],
  });
  const inPlant: Partial<Facts> = { defaultStore: plant };
  const [row] = planOrders(
    [draft(2, { item: "CHAIR", quantity, needDate })],
    factsOf([chair, leg], inPlant),
    { ...RULES, pastNeedDates: "as-soon-as-possible", ...rules },
  );
  if (row?.outcome !== "ready") throw new Error("The chair can be planned");
  return row.order;
}

function dates({ scheduleDate, dueDate }: PlannedOrder) {
  return [scheduleDate, dueDate];
}

function times(order: PlannedOrder) {
  return order.operations.map(({ begin, end }) => [momentText(week, begin), momentText(week, end)]);
}

describe("lead time", () => {
  test("counts working days, so a weekend and holidays lengthen it", () => {
    expect(dates(planned([], { needDate: "2027-03-19" }))).toEqual(["2027-03-16", "2027-03-19"]);
    expect(dates(planned([], { needDate: "2027-03-23" }))).toEqual(["2027-03-18", "2027-03-23"]);
    expect(dates(planned([], { needDate: "2027-03-31" }))).toEqual(["2027-03-24", "2027-03-31"]);
  });

  test("a need date on a Sunday is met on the Friday before", () => {
    expect(dates(planned([], { needDate: "2027-03-21" }))).toEqual(["2027-03-16", "2027-03-19"]);
  });

  test("too late begins today and ends after as many working days", () => {
    expect(dates(planned([], { needDate: "2027-03-11" }))).toEqual([TODAY, "2027-03-15"]);
  });
});

describe("operations", () => {
  const saw = operation({ setupMinutes: decimal("30"), runMinutes: decimal("12") });
  const glue = operation({ position: 20, workCenterId: 2, workCenter: "GLUE", runMinutes: decimal("45") });

  test("are planned backwards from the end of the need date: 10 pieces of 12 minutes and 30 of setup", () => {
    expect(times(planned([saw], { needDate: "2027-03-19" }))).toEqual([
      ["2027-03-19T13:30", "2027-03-19T16:00"],
    ]);
  });

  test("follow each other, over night and over the weekend", () => {
    const order = planned([saw, glue], { needDate: "2027-03-22", quantity: "16" });
    expect(times(order)).toEqual([
      ["2027-03-19T08:18", "2027-03-19T12:00"],
      ["2027-03-19T12:00", "2027-03-22T16:00"],
    ]);
    expect(dates(order)).toEqual(["2027-03-19", "2027-03-22"]);
  });

  test("go forward from this morning when their beginning has passed", () => {
    const order = planned([saw, glue], { needDate: "2027-03-10", quantity: "16" });
    expect(times(order)).toEqual([
      ["2027-03-10T08:00", "2027-03-10T11:42"],
      ["2027-03-10T11:42", "2027-03-11T15:42"],
    ]);
  });

  test("a work center that takes four at once is faster; a started batch takes its whole time where that is the rule", () => {
    const oven = operation({ capacity: decimal("4"), runMinutes: decimal("6") });
    expect(planned([oven], {}).operations[0]?.minutes).toBe(15);
    const conventions = { ...RULES.conventions, operationTime: "per-started-batch" as const };
    expect(planned([oven], {}, { conventions }).operations[0]?.minutes).toBe(18);
  });

  test("a quantity that would take longer than ten years is refused, not planned for ever", () => {
    const chair = item("CHAIR", { bomRevisions: [revision([bomLine(leg, "4")], { operations: [glue] })] });
    const lines = [draft(2, { item: "CHAIR", quantity: "999999999" })];
    expect(planOrders(lines, factsOf([chair, leg]), RULES)).toMatchObject([
      { outcome: "refused", problems: [{ code: "takes-too-long" }] },
    ]);
  });

  test("working back and on again meet", () => {
    const minutes = fc.integer({ min: 1, max: 20_000 });
    fc.assert(
      fc.property(minutes, fc.nat(400), fc.integer({ min: 1, max: 480 }), (work, day, minute) => {
        const from = dayNumber(TODAY) + day;
        const worked = workOnFrom(week, { begin: { day: from, minute: 0 }, minutes: minute });
        const begin = workBackFrom(week, worked, work);
        expect(workOnFrom(week, { begin, minutes: work })).toEqual(worked);
      }),
    );
  });
});

describe("load", () => {
  const saw = operation({ runMinutes: decimal("60") });

  test("is told by work center and week, with the open orders' share, and names what is overloaded", () => {
    const order = planned([saw], { needDate: "2027-03-25", quantity: "50" });
    const open = [
      { workCenterId: 1, start: knownDate("2027-03-22"), end: knownDate("2027-03-25"), minutes: 600 },
    ];
    const load = workCenterLoad([order], open);
    expect(
      load.map(({ week: monday, openMinutes, plannedMinutes, capacityMinutes, isOverloaded }) => {
        return [monday, openMinutes, plannedMinutes, capacityMinutes, isOverloaded];
      }),
    ).toEqual([
      ["2027-03-15", 0, 1080, 2400, false],
      ["2027-03-22", 600, 1920, 1920, true],
    ]);
  });

  test("finite: orders wait for their turn, the earlier need first, round what is already planned", () => {
    const chair = item("CHAIR", { bomRevisions: [revision([bomLine(leg, "4")], { operations: [saw] })] });
    const lines = [
      draft(2, { item: "CHAIR", quantity: "6", needDate: "2027-03-19" }),
      draft(3, { item: "CHAIR", quantity: "4", needDate: "2027-03-18" }),
    ];
    const load = [{ workCenterId: 1, start: TODAY, end: TODAY, minutes: 300 }];
    const facts = factsOf([chair, leg], { defaultStore: plant, load });
    const rows = planOrders(lines, facts, { ...RULES, capacity: "finite" });
    const spans = rows.map((row) => (row.outcome === "ready" ? times(row.order)[0] : []));
    expect(spans).toEqual([
      ["2027-03-11T09:00", "2027-03-11T15:00"],
      ["2027-03-10T13:00", "2027-03-11T09:00"],
    ]);
  });

  test("finite: no minute of a work center is given away twice", () => {
    const quantities = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(quantities, (wanted) => {
        const chair = item("CHAIR", { bomRevisions: [revision([bomLine(leg, "4")], { operations: [saw] })] });
        const lines = wanted.map((quantity, index) =>
          draft(index + 2, {
            item: "CHAIR",
            quantity: String(quantity),
            needDate: addDays(TODAY, 9 + (index % 3)),
          }),
        );
        const facts = factsOf([chair, leg], { defaultStore: plant });
        const rules = { ...RULES, capacity: "finite" as const, duplicateRows: "keep" as const };
        const spans = planOrders(lines, facts, rules)
          .flatMap((row) => (row.outcome === "ready" ? row.order.operations : []))
          .toSorted(
            (left, right) => left.begin.day - right.begin.day || left.begin.minute - right.begin.minute,
          );
        spans.slice(1).forEach(({ begin }, index) => {
          const before = spans[index]?.end ?? begin;
          expect(before.day * 1440 + before.minute).toBeLessThanOrEqual(begin.day * 1440 + begin.minute);
        });
      }),
    );
  });
});
