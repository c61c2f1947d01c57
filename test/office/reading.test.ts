/** What is selected when it is no rows of a list, and what Excel says then. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { openExcel, type ExcelBench } from "../support/excel-bench.ts";

let bench: ExcelBench;
beforeEach(async () => {
  bench = await openExcel([
    ["Item Number", "To Order"],
    ["CHAIR-1", 5],
  ]);
});
afterEach(() => bench.close());

test("a chart or a shape that is selected is nothing to make (office-js#2268)", async () => {
  bench.workbook.select(bench.sheet, []);
  expect(await bench.excel.readSelection()).toEqual({ kind: "nothing" });
});

test("the same is nothing in an Excel that cannot tell several areas (before ExcelApi 1.9)", async () => {
  bench.close();
  bench = await openExcel([["Item Number"]], "1.8");
  bench.workbook.select(bench.sheet, []);
  expect(await bench.excel.readSelection()).toEqual({ kind: "nothing" });
});

test("another workbook in front is a reason to wait, not a fault (R52)", async () => {
  bench.host.faults.refuse("InactiveWorkbook", "Workbook.GetSelectedRange");
  expect(await bench.excel.readSelection()).toEqual({ kind: "refused", refusal: "excel-busy" });
});
