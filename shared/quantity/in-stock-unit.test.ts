import { expect, test } from "vitest";
import { decimal } from "./decimal.ts";
import { inStockUnit } from "./in-stock-unit.ts";

const DOZEN = { itemId: null, from: "DOZ", to: "EA", factor: decimal("12") };
const rods = { itemId: 1, lineUnit: "EA", stockUnit: "DOZ", decimals: 1 };

test("a line in dozens of an item stocked in pieces counts its pieces", () => {
  const line = { itemId: 1, lineUnit: "DOZ", stockUnit: "EA", decimals: 0 };
  expect(inStockUnit([DOZEN], line, decimal("2.5"))).toEqual(decimal("30"));
});

test("a part of the stock unit's last decimal counts as a whole one", () => {
  expect(inStockUnit([DOZEN], rods, decimal("7"))).toEqual(decimal("0.6"));
});

test("a line in the stock unit keeps its quantity as it was said", () => {
  expect(inStockUnit([], { ...rods, lineUnit: "DOZ" }, decimal("1.25"))).toEqual(decimal("1.25"));
});

test("a unit that nothing converts has no quantity in the stock unit", () => {
  expect(inStockUnit([DOZEN], { ...rods, lineUnit: "KG" }, decimal("7"))).toBeNull();
});
