import { expect, test } from "vitest";
import { dateSerial, EMPTY, shownText, written, type CellValue } from "./cell.ts";

const typed = (input: CellValue, numberFormat = "General") => written(input, { ...EMPTY, numberFormat });

test.each([
  ["12", 12, "12"],
  ["1,234.5", 1234.5, "1,234.50"],
  ["5%", 0.05, "5%"],
  ["TRUE", true, "TRUE"],
  ["2/3/2026", dateSerial("2026-02-03"), "2/3/2026"],
  ["2026-02-03", dateSerial("2026-02-03"), "2/3/2026"],
])("%s typed into a General cell becomes %s and shows %s", (input, value, text) => {
  const cell = typed(input);
  expect([cell.value, shownText(cell)]).toEqual([value, text]);
});

test.each(["00417A", "2/31/2026", "13/1/2026", "1-2", "=", "#N/A"])("%s stays text", (input) => {
  expect(typed(input)).toEqual({ ...EMPTY, value: input });
});

test("an apostrophe and the text format keep digits as text", () => {
  expect(typed("'00417").value).toBe("00417");
  expect(typed("00417", "@").value).toBe("00417");
});

test.each([
  [1234.5, "$#,##0.00", "$1,234.50"],
  [-0.125, "0.0%", "-12.5%"],
  [7, '0 "pcs"', "7 pcs"],
  [46_357, "d-mmm-yy", "1-Dec-26"],
])("%s under %s shows %s", (value, numberFormat, text) => {
  expect(shownText({ ...EMPTY, value, numberFormat })).toBe(text);
});
