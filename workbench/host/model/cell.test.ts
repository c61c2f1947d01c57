import { expect, test } from "vitest";
import { EMPTY, shownText, type CellValue } from "./cell.ts";

const shown = (value: CellValue, numberFormat = "General"): string =>
  shownText({ ...EMPTY, value, numberFormat });

test.each([
  [12_345_678_901, "12345678901"],
  [5_012_345_678_900, "5.01235E+12"],
  [0.1 + 0.2, "0.3"],
  [-2.5, "-2.5"],
  [true, "TRUE"],
])("a General cell shows %s as %s (R47)", (value, text) => {
  expect(shown(value)).toBe(text);
});

test.each([
  ["yyyy-mm-dd", "2026-12-01"],
  ["m/d/yyyy", "12/1/2026"],
  ["dd/mm/yyyy", "01/12/2026"],
  ["#,##0.00", "46,357.00"],
  ["000000", "046357"],
])("the number format %s shows the serial of a day as %s", (format, text) => {
  expect(shown(46_357, format)).toBe(text);
});
