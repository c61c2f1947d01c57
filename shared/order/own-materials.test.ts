import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compare, decimal, decimalText, multiply, subtract, type Decimal } from "../quantity/decimal.ts";
import { ratioOf } from "../quantity/ratio.ts";
import { layOver, originOf, scaledQuantity, type LineAim, type MaterialEdit } from "./own-materials.ts";

const aimAt = (quantity: string, of: string, more: Partial<LineAim> = {}): LineAim => ({
  itemId: 1,
  quantity: decimal(quantity),
  unit: "EA",
  of: decimal(of),
  isFixed: false,
  inStock: { unit: "EA", decimals: 0, ratio: ratioOf(decimal("1")) },
  ...more,
});
const metres = { unit: "M", decimals: 2, ratio: ratioOf(decimal("1")) };
const dozens = { unit: "EA", decimals: 0, ratio: ratioOf(decimal("12")) };

describe("a line that was set", () => {
  test.each<[string, LineAim, string, string]>([
    ["is what was typed for the quantity it was typed for", aimAt("30", "12"), "12", "30"],
    ["doubles with the order", aimAt("30", "12"), "24", "60"],
    ["is rounded up to whole pieces", aimAt("10", "3"), "4", "14"],
    ["is rounded up to the unit's decimals", aimAt("10", "3", { inStock: metres }), "4", "13.34"],
    ["is converted and scaled in one step", aimAt("2.5", "10", { inStock: dozens }), "7", "21"],
    ["stays as it is when it is needed once", aimAt("2", "10", { isFixed: true }), "70", "2"],
  ])("%s", (...[, aim, quantity, expected]) => {
    expect(decimalText(scaledQuantity(aim, decimal(quantity)))).toBe(expected);
  });

  test("is never short and never a step too much, for any quantity", () => {
    const some = fc.integer({ min: 1, max: 1_000_000 });
    const scaling = fc.record({ typed: some, of: some, made: some, decimals: fc.nat(4) });
    fc.assert(
      fc.property(scaling, ({ typed, of, made, decimals }) => {
        const inStock = { unit: "M", decimals, ratio: ratioOf(decimal("1")) };
        const aim = aimAt(String(typed), String(of), { inStock });
        const scaled = scaledQuantity(aim, decimal(String(made)));
        const exact = multiply(decimal(String(typed)), decimal(String(made)));
        const times = (one: Decimal): Decimal => multiply(one, decimal(String(of)));
        expect(compare(times(scaled), exact)).toBeGreaterThanOrEqual(0);
        const step: Decimal = { units: 1n, scale: decimals };
        expect(compare(times(subtract(scaled, step)), exact)).toBe(-1);
      }),
    );
  });
});

const WOOD = 1;
const GLUE = 2;
const planned = [WOOD, GLUE, WOOD].map((itemId, index) => ({ position: index + 1, itemId }));
const edit = (more: Partial<MaterialEdit>): MaterialEdit => ({
  origin: null,
  position: null,
  to: null,
  by: "Ana",
  at: "2027-03-10T08:00:00Z",
  ...more,
});

describe("edits laid over a new plan", () => {
  test("find the second line of a component, not the first", () => {
    const second = edit({ origin: { itemId: WOOD, nth: 1 }, to: aimAt("5", "1") });
    const { lines } = layOver(planned, [second]);
    expect(lines.map((line) => line.edit !== null)).toEqual([false, false, true]);
  });

  test("leave removed lines out and put added ones at the end", () => {
    const gone = edit({ origin: { itemId: GLUE, nth: 0 } });
    const { lines, edits } = layOver(planned, [gone, edit({ to: aimAt("5", "1") })]);
    expect(lines.map(({ position }) => position)).toEqual([1, 3, 4]);
    expect(edits.map(({ position }) => position)).toEqual([2, 4]);
  });

  test("keep what was set although the bill of materials has no such line any more", () => {
    const set = edit({
      origin: { itemId: GLUE, nth: 0 },
      position: 2,
      to: aimAt("5", "1", { itemId: GLUE }),
    });
    const { lines, edits } = layOver(planned.slice(0, 1), [set, edit({ origin: { itemId: 9, nth: 0 } })]);
    expect(lines.map(({ position, edit: by }) => [position, by !== null])).toEqual([
      [1, false],
      [2, true],
    ]);
    expect(edits.map(({ position }) => position)).toEqual([2, null]);
  });

  test("know a line's place among its like, whatever was removed or replaced before it", () => {
    const last = { position: 3, itemId: WOOD };
    expect(originOf(last, { lines: planned, edits: [] })).toEqual({ itemId: WOOD, nth: 1 });
    const removed = edit({ origin: { itemId: WOOD, nth: 0 }, position: 1 });
    expect(originOf(last, { lines: planned.slice(1), edits: [removed] })).toEqual({ itemId: WOOD, nth: 1 });
  });
});
