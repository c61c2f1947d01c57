import { describe, expect, test } from "vitest";
import { bomLine, draft, factsOf, item, revision, RULES } from "../../test/support/facts.ts";
import { decimalText } from "../quantity/decimal.ts";
import { checkLines } from "./check-lines.ts";
import type { DraftLine } from "../row/draft-line.ts";
import { problemSentence } from "../row/problem-sentences.ts";
import { codeKey } from "./facts.ts";

const leg = item("LEG-1", { make: false });
const chair = item("CHAIR-1", { bomRevisions: [revision([bomLine(leg, "4")])] });
const bench = item("BENCH-1");
const coatRack = item("00417", { bomRevisions: [revision([bomLine(leg, "1")])] });
const retired = item("OLD-1", { active: false, bomRevisions: [revision([bomLine(leg, "1")])] });
const known = factsOf([leg, chair, bench, coatRack, retired]);
const facts = {
  ...known,
  itemsByCode: new Map([...known.itemsByCode, [codeKey("DOUBLE"), [chair, bench]]]),
  suggestions: new Map([["417", "00417"]]),
};

function codesOf(fields: Partial<DraftLine>, rules = RULES): readonly string[] {
  const [checked] = checkLines([draft(7, { item: "CHAIR-1", quantity: "5", ...fields })], facts, rules);
  return checked?.ok === false ? checked.problems.map((problem) => problem.code) : [];
}

describe("one row", () => {
  test("with item and quantity is understood; the store is the default store", () => {
    const [checked] = checkLines([draft(7, { item: " chair-1 ", quantity: "5" })], facts, RULES);
    expect(checked).toMatchObject({
      ok: true,
      demand: { row: 7, item: { number: "CHAIR-1" }, store: { code: "MAIN" } },
    });
  });

  test.each<[string, Partial<DraftLine>, string]>([
    ["an empty item", { item: " " }, "item-missing"],
    ["an unknown item", { item: "CHAIR-9" }, "item-unknown"],
    ["a code that stands for two items", { item: "double" }, "item-ambiguous"],
    ["an item no longer in use", { item: "OLD-1" }, "item-inactive"],
    ["a code turned into 5.01E+12", { item: "5.01235E+12" }, "item-code-damaged"],
    ["a bought item", { item: "LEG-1" }, "item-not-made"],
    ["an item without a BOM", { item: "BENCH-1" }, "bom-missing"],
    ["no quantity", { quantity: "" }, "quantity-missing"],
    ["zero", { quantity: "0" }, "quantity-zero"],
    ["zero with decimals", { quantity: "0.00" }, "quantity-zero"],
    ["a negative quantity", { quantity: "-3" }, "quantity-negative"],
    ["a quantity in words", { quantity: "12 pcs" }, "quantity-unreadable"],
    ["a huge quantity", { quantity: "1000000000" }, "quantity-too-large"],
    ["an unknown store", { store: "NORTH" }, "store-unknown"],
    ["a store that makes nothing", { store: "shop" }, "store-not-making"],
    ["a past date", { needDate: "2027-03-09" }, "need-date-past"],
    ["an unreadable date", { needDate: "soon" }, "need-date-unreadable"],
    ["a date with two readings", { needDate: "04/05/2027" }, "need-date-ambiguous"],
    ["endless notes", { notes: "x".repeat(1001) }, "text-too-long"],
  ])("with %s is refused, and the reason named", (_what, fields, code) => {
    expect(codesOf(fields)).toEqual([code]);
  });

  test("of a bought item says that, and nothing else that is wrong with it", () => {
    expect(codesOf({ item: "LEG-1", quantity: "", store: "shop", needDate: "soon" })).toEqual([
      "item-not-made",
    ]);
  });

  test("names every fault at once, so that one correction is enough", () => {
    expect(codesOf({ item: "?", quantity: "-1", store: "NORTH", needDate: "soon" })).toEqual([
      "item-unknown",
      "quantity-negative",
      "store-unknown",
      "need-date-unreadable",
    ]);
  });

  test("with a code that lost its zeros is refused with the item it may have been (R46)", () => {
    const [checked] = checkLines([draft(3, { item: "417", quantity: "1" })], facts, RULES);
    expect(checked).toMatchObject({
      ok: false,
      problems: [{ code: "item-unknown", params: { suggestion: "00417" } }],
    });
  });

  test("with an unknown store is told which stores make MOs", () => {
    const [checked] = checkLines(
      [draft(3, { item: "CHAIR-1", quantity: "1", store: "NORTH" })],
      facts,
      RULES,
    );
    const [problem] = checked?.ok === false ? checked.problems : [];
    expect(problem === undefined ? null : problemSentence(problem)).toEqual({
      message: 'There is no store "NORTH".',
      fix: "Choose one of: MAIN.",
    });
  });

  test("with a past date goes through when the planner chose so", () => {
    expect(codesOf({ needDate: "2027-03-09" }, { ...RULES, pastNeedDates: "as-soon-as-possible" })).toEqual(
      [],
    );
  });

  test("needed today is not past", () => {
    expect(codesOf({ needDate: "2027-03-10" })).toEqual([]);
  });

  test("asking for 12.4 EA is made as 13, and says so", () => {
    const [checked] = checkLines([draft(7, { item: "CHAIR-1", quantity: "12.4" })], facts, RULES);
    expect(checked?.ok === true && decimalText(checked.demand.quantity)).toBe("13");
    expect(checked).toMatchObject({ warnings: [{ row: 7, code: "quantity-rounded", severity: "warning" }] });
  });
});

describe("many rows", () => {
  const row = (number: number, fields: Partial<DraftLine> = {}): DraftLine =>
    draft(number, { item: "CHAIR-1", quantity: "5", ...fields });

  test("bad rows are named and the others go through, in order", () => {
    const checked = checkLines([row(2), row(3, { quantity: "0" }), row(4, { quantity: "6" })], facts, RULES);
    expect(checked.map((one) => one.ok)).toEqual([true, false, true]);
  });

  test("the second of two equal rows is refused and names the first", () => {
    const [, second] = checkLines([row(2), row(5, { item: "chair-1" })], facts, RULES);
    expect(second).toMatchObject({ problems: [{ row: 5, code: "duplicate-row", params: { first: "2" } }] });
  });

  test("equal rows are kept when the planner chose so", () => {
    const checked = checkLines([row(2), row(5)], facts, { ...RULES, duplicateRows: "keep" });
    expect(checked.every((one) => one.ok)).toBe(true);
  });

  test("one item for two order lines is two needs (R11)", () => {
    const lines = [row(2, { document: "SO-1", line: "1" }), row(3, { document: "SO-1", line: "2" })];
    expect(checkLines(lines, facts, RULES).every((one) => one.ok)).toBe(true);
  });

  test("the same order line twice is refused even when the quantity differs", () => {
    const lines = [
      row(2, { document: "SO-1", line: "1" }),
      row(3, { document: "SO-1", line: "1", quantity: "6" }),
    ];
    expect(checkLines(lines, facts, RULES).map((one) => one.ok)).toEqual([true, false]);
  });

  test("one row gets the verdict it gets among ten thousand (R14)", () => {
    const many = Array.from({ length: 10_000 }, (_, index) =>
      row(index + 1, { document: `SO-${String(index)}`, line: "1", quantity: index % 7 === 0 ? "0" : "3" }),
    );
    const together = checkLines(many, facts, RULES);
    const alone = many.map((line) => checkLines([line], facts, RULES)[0]);
    expect(together).toEqual(alone);
  });
});
