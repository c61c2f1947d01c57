import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bomLine, draft, factsOf, item, revision, RULES, TODAY } from "../../test/support/facts.ts";
import { decimal, decimalText } from "../quantity/decimal.ts";
import { addDays, knownDate } from "../quantity/calendar-date.ts";
import type { BomRevisionFacts, Facts } from "../validation/facts.ts";
import { planOrders, type PlannedRow } from "./plan-orders.ts";

const leg = item("LEG-1", { make: false });
const glue = item("GLUE-1", { make: false, unit: { code: "KG", decimals: 3 } });
const screw = item("SCREW-1", { make: false });

function planned(
  revisions: readonly BomRevisionFacts[],
  quantity = "10",
  more: Partial<Facts> = {},
): PlannedRow {
  const chair = item("CHAIR-1", { bomRevisions: revisions });
  const [row] = planOrders(
    [draft(2, { item: "CHAIR-1", quantity })],
    factsOf([chair, leg, glue, screw], more),
    RULES,
  );
  if (row === undefined) throw new Error("One line has one answer");
  return row;
}

function materials(row: PlannedRow): readonly string[] {
  if (row.outcome !== "ready") return "problems" in row ? row.problems.map((problem) => problem.code) : [];
  return row.order.materials.map(
    ({ line, quantity }) => `${line.component.number} ${decimalText(quantity)} ${line.unit.code}`,
  );
}

describe("materials", () => {
  test("10 chairs of 4 legs need 40 legs", () => {
    expect(materials(planned([revision([bomLine(leg, "4")])]))).toEqual(["LEG-1 40 EA"]);
  });

  test("a BOM that yields 4 needs a quarter for one, rounded up to the unit", () => {
    const batchOfFour = revision([bomLine(leg, "4"), bomLine(glue, "0.5")], { outputQuantity: decimal("4") });
    expect(materials(planned([batchOfFour], "3"))).toEqual(["LEG-1 3 EA", "GLUE-1 0.375 KG"]);
    expect(materials(planned([batchOfFour], "1"))).toEqual(["LEG-1 1 EA", "GLUE-1 0.125 KG"]);
  });

  test("scrap of 5 % is added, and only then rounded up", () => {
    expect(materials(planned([revision([bomLine(leg, "4", { scrapPercent: decimal("5") })])]))).toEqual([
      "LEG-1 42 EA",
    ]);
    expect(materials(planned([revision([bomLine(leg, "1", { scrapPercent: decimal("5") })])]))).toEqual([
      "LEG-1 11 EA",
    ]);
  });

  test("a fixed line is needed once, whatever is made", () => {
    expect(materials(planned([revision([bomLine(screw, "7", { isFixed: true })])], "500"))).toEqual([
      "SCREW-1 7 EA",
    ]);
  });

  test("the order of the BOM's lines is kept, and one component on two lines stays two", () => {
    const lines = [bomLine(screw, "2"), bomLine(leg, "4"), bomLine(screw, "6")];
    expect(materials(planned([revision(lines)], "1"))).toEqual([
      "SCREW-1 2 EA",
      "LEG-1 4 EA",
      "SCREW-1 6 EA",
    ]);
  });

  test("a line of quantity 0 is reported and does not cut off the lines after it (R16)", () => {
    const row = planned([revision([bomLine(leg, "0"), bomLine(screw, "6")])], "1");
    expect(materials(row)).toEqual(["SCREW-1 6 EA"]);
    expect(row).toMatchObject({ warnings: [{ code: "bom-line-skipped", value: "LEG-1" }] });
  });

  test("a phantom's components take its place", () => {
    const kit = item("KIT-1", {
      bomRevisions: [
        revision([bomLine(screw, "3"), bomLine(glue, "0.01")], { outputQuantity: decimal("3") }),
      ],
    });
    const chair = item("CHAIR-1", {
      bomRevisions: [revision([bomLine(leg, "4"), bomLine(kit, "2", { isPhantom: true })])],
    });
    const [row] = planOrders(
      [draft(2, { item: "CHAIR-1", quantity: "5" })],
      factsOf([chair, kit, leg, screw, glue]),
      RULES,
    );
    expect(row && materials(row)).toEqual(["LEG-1 20 EA", "SCREW-1 10 EA", "GLUE-1 0.034 KG"]);
  });

  test("a phantom loop is refused and named in full", () => {
    const kit = item("KIT-1");
    const loop = { ...kit, bomRevisions: [revision([bomLine(kit, "1", { isPhantom: true })])] };
    const chair = item("CHAIR-1", { bomRevisions: [revision([bomLine(loop, "1", { isPhantom: true })])] });
    const [row] = planOrders([draft(2, { item: "CHAIR-1", quantity: "1" })], factsOf([chair, loop]), RULES);
    expect(row).toMatchObject({
      outcome: "refused",
      problems: [{ code: "bom-cycle", params: { loop: "CHAIR-1 → KIT-1 → KIT-1" } }],
    });
  });

  test("no material is ever short of its exact share, nor a whole step over it", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9999 }),
        fc.integer({ min: 1, max: 99 }),
        fc.integer({ min: 1, max: 99 }),
        (made, per, output) => {
          const row = planned(
            [revision([bomLine(leg, String(per))], { outputQuantity: decimal(String(output)) })],
            String(made),
          );
          expect(materials(row)).toEqual([`LEG-1 ${String(Math.ceil((made * per) / output))} EA`]);
        },
      ),
    );
  });
});

describe("which revision", () => {
  const before = revision([bomLine(leg, "4")], { revision: "A", validTo: knownDate("2027-03-09") });
  const now = revision([bomLine(leg, "5")], { revision: "B", validFrom: knownDate("2027-03-10") });

  test("the one valid on the day work starts; its last day still counts", () => {
    expect(materials(planned([before, now]))).toEqual(["LEG-1 50 EA"]);
    const lastDay = revision([bomLine(leg, "4")], { validTo: TODAY });
    expect(materials(planned([lastDay]))).toEqual(["LEG-1 40 EA"]);
  });

  test("lines have validity of their own", () => {
    const old = bomLine(leg, "4", { validTo: knownDate("2027-03-09") });
    const current = bomLine(leg, "6", { validFrom: knownDate("2027-03-10") });
    expect(materials(planned([revision([old, current])], "1"))).toEqual(["LEG-1 6 EA"]);
  });

  test("an item whose revisions have all ended is refused for that day", () => {
    expect(materials(planned([before]))).toEqual(["bom-not-valid"]);
  });

  test("the default BOM is taken before a newer one", () => {
    const usual = revision([bomLine(leg, "4")], { validFrom: knownDate("2020-01-01") });
    const special = revision([bomLine(leg, "9")], { isDefault: false, validFrom: knownDate("2027-01-01") });
    expect(materials(planned([special, usual], "1"))).toEqual(["LEG-1 4 EA"]);
  });
});

describe("dates", () => {
  const chair = item("CHAIR-1", { leadTimeDays: 3, bomRevisions: [revision([bomLine(leg, "4")])] });
  const datesFor = (needDate: string): PlannedRow | undefined =>
    planOrders([draft(2, { item: "CHAIR-1", quantity: "1", needDate })], factsOf([chair, leg]), {
      ...RULES,
      pastNeedDates: "as-soon-as-possible",
    })[0];

  test("work starts the lead time before the need date", () => {
    expect(datesFor("2027-03-20")).toMatchObject({
      order: { scheduleDate: "2027-03-17", dueDate: "2027-03-20" },
      warnings: [],
    });
  });

  test("without a need date work starts today", () => {
    expect(datesFor("")).toMatchObject({ order: { scheduleDate: TODAY, dueDate: addDays(TODAY, 3) } });
  });

  test("too late is a warning that says by how many days, not a refusal", () => {
    expect(datesFor("2027-03-11")).toMatchObject({
      outcome: "ready",
      order: { scheduleDate: TODAY, dueDate: "2027-03-13" },
      warnings: [{ code: "late", params: { due: "2027-03-13", days: "2" } }],
    });
  });
});
