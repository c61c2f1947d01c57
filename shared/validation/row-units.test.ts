/** The unit a row gives its quantity in: planned in the item's own, or refused by name; nothing is guessed (R48). */
import { describe, expect, test } from "vitest";
import { bomLine, draft, factsOf, item, revision, RULES } from "../../test/support/facts.ts";
import { decimal, decimalText } from "../quantity/decimal.ts";
import type { DraftLine } from "../row/draft-line.ts";
import { problemSentence } from "../row/problem-sentences.ts";
import { planOrders } from "../planning/plan-orders.ts";
import { checkLines } from "./check-lines.ts";
import type { KnownLine } from "./known-line.ts";
import { documentKey } from "./known-line.ts";

const leg = item("LEG-1", { make: false });
const made = { bomRevisions: [revision([bomLine(leg, "4")])] };
const chair = item("CHAIR-1", made);
/** Stocked in dozens, with one decimal. */
const rod = item("ROD-1", { ...made, unit: { code: "DOZ", decimals: 1 } });
const facts = factsOf([leg, chair, rod], {
  conversions: [
    { itemId: chair.id, from: "BOX", to: "EA", factor: decimal("12") },
    { itemId: null, from: "DOZ", to: "EA", factor: decimal("12") },
    { itemId: null, from: "MG", to: "EA", factor: decimal("0.001") },
  ],
  units: new Map([
    ...["EA", "BOX", "DOZ", "MG", "PAL"].map((code): [string, string] => [code.toLowerCase(), code]),
    ["boxes of chairs", "BOX"],
  ]),
});

const check = (fields: Partial<DraftLine>, known = facts) => {
  const [checked] = checkLines([draft(7, { item: "CHAIR-1", ...fields })], known, RULES);
  if (checked === undefined) throw new Error("Every row has an answer");
  return checked;
};

/** What is made, and what is told of it. */
function outcome(fields: Partial<DraftLine>): readonly string[] {
  const checked = check(fields);
  const told = checked.ok ? checked.warnings : checked.problems;
  const quantity = checked.ok ? [decimalText(checked.demand.quantity)] : [];
  return [...quantity, ...told.map((problem) => `${problem.field}: ${problemSentence(problem).message}`)];
}

describe("a quantity", () => {
  test.each<[string, Partial<DraftLine>, readonly string[]]>([
    ["without a unit is in the stock unit", { quantity: "2", unit: " " }, ["2"]],
    ["in the stock unit is as it stands, however the unit is written", { quantity: "2", unit: "ea" }, ["2"]],
    [
      "in another unit is told in the stock unit",
      { quantity: "2", unit: "box" },
      ["24", "unit: 2 BOX = 24 EA, the stock unit of CHAIR-1."],
    ],
    [
      "in a unit that is written in full is as in its code",
      { quantity: "2.5", unit: "Boxes of Chairs" },
      ["30", "unit: 2.5 BOX = 30 EA, the stock unit of CHAIR-1."],
    ],
    [
      "is rounded up once, after it was converted",
      { quantity: "1.2", unit: "DOZ" },
      ["15", "unit: 1.2 DOZ = 14.4 EA, the stock unit of CHAIR-1.", "quantity: 14.4 is rounded up to 15 EA."],
    ],
    [
      "that no decimal says exactly is told exactly",
      { item: "ROD-1", quantity: "7", unit: "EA" },
      ["0.6", "unit: 7 EA = 7/12 DOZ, the stock unit of ROD-1.", "quantity: 7/12 is rounded up to 0.6 DOZ."],
    ],
    [
      "may be large in a small unit",
      { quantity: "2000000000", unit: "MG" },
      ["2000000", "unit: 2000000000 MG = 2000000 EA, the stock unit of CHAIR-1."],
    ],
    [
      "that is too large in the stock unit is refused",
      { quantity: "100000000", unit: "BOX" },
      ["quantity: The quantity 1200000000 EA is more than one MO may be for (999999999)."],
    ],
  ])("%s", (_what, fields, told) => {
    expect(outcome(fields)).toEqual(told);
  });

  test("in a unit that nothing converts is refused with what can be said instead", () => {
    const checked = check({ quantity: "2", unit: "PAL" });
    const [problem] = checked.ok ? [] : checked.problems;
    expect(problem).toMatchObject({ row: 7, field: "unit", value: "PAL", code: "quantity-unit-unknown" });
    expect(problem === undefined ? null : problemSentence(problem)).toEqual({
      message: 'Nothing says how many EA of CHAIR-1 one "PAL" is.',
      fix: "Give the quantity in EA, BOX, DOZ or MG, or have a unit conversion imported.",
    });
  });

  test("and its unit are both named when both are wrong", () => {
    const checked = check({ quantity: "many", unit: "crates" });
    expect(checked.ok ? [] : checked.problems.map(({ code }) => code)).toEqual([
      "quantity-unreadable",
      "quantity-unit-unknown",
    ]);
  });
});

describe("rows in different units", () => {
  test("that want the same are a repetition", () => {
    const rows = [
      draft(2, { item: "CHAIR-1", quantity: "24" }),
      draft(3, { item: "CHAIR-1", quantity: "2", unit: "BOX" }),
    ];
    const [, second] = checkLines(rows, facts, RULES);
    expect(second).toMatchObject({ problems: [{ code: "duplicate-row", params: { first: "2" } }] });
  });

  test("are merged as they are and rounded up once: 7 and 5 pieces are one dozen", () => {
    const rows = ["7", "5"].map((quantity, at) =>
      draft(at + 2, { item: "ROD-1", quantity, unit: "EA", document: "SHOP", line: String(at) }),
    );
    const [first, second] = planOrders(rows, facts, { ...RULES, merge: "item-store" });
    if (first?.outcome !== "ready" || second?.outcome !== "merged") throw new Error("Both are made");
    expect(decimalText(first.order.demand.quantity)).toBe("1");
    expect([...first.warnings, ...second.warnings].map(({ code }) => code)).toEqual([
      "unit-converted",
      "unit-converted",
    ]);
  });

  test("three thirds of a dozen are one dozen, and nothing was rounded", () => {
    const rows = ["4", "4", "4"].map((quantity, at) =>
      draft(at + 2, { item: "ROD-1", quantity, unit: "EA", document: "SHOP", line: String(at) }),
    );
    const [first] = planOrders(rows, facts, { ...RULES, merge: "item-store" });
    if (first?.outcome !== "ready") throw new Error("All are made");
    expect(decimalText(first.order.demand.quantity)).toBe("1");
    expect(first.warnings.map(({ code }) => code)).toEqual(["unit-converted"]);
  });
});

describe("a row of an imported line", () => {
  const line = (unconverted: string | null): KnownLine => {
    const amounts = {
      done: decimal("0"),
      covered: decimal("4"),
      made: decimal("0"),
      doneBefore: decimal("0"),
    };
    const whom = { kind: "sales-order", document: "SO-1", line: "1", status: "released" } as const;
    const what = { itemId: chair.id, item: "CHAIR-1", store: "MAIN", unit: "EA", needDate: null };
    const one = { id: 1, isImported: true, orders: [], unconverted, quantity: decimal("24") };
    return { ...one, ...amounts, ...whom, ...what };
  };
  const knowing = (unconverted: string | null) => ({
    ...facts,
    documents: new Map([[documentKey("sales-order", "SO-1"), [line(unconverted)]]]),
  });
  const row = { kind: "sales-order", document: "SO-1", line: "1" } as const;

  test("without a quantity takes what is left, which is in the stock unit whatever its unit says", () => {
    const checked = check({ ...row, unit: "BOX" }, knowing(null));
    expect(checked.ok && decimalText(checked.demand.quantity)).toBe("20");
    expect(checked).toMatchObject({ warnings: [] });
  });

  test("with a quantity takes it in the unit it says", () => {
    const checked = check({ ...row, quantity: "1", unit: "BOX" }, knowing(null));
    expect(checked.ok && decimalText(checked.demand.quantity)).toBe("12");
  });

  test("in the line's own unit, which nothing converts, is told once: of the line", () => {
    const checked = check({ ...row, quantity: "3", unit: "PAL" }, knowing("PAL"));
    expect(checked.ok ? [] : checked.problems.map(({ code }) => code)).toEqual(["line-unit-unknown"]);
  });
});
