/** Painting into a table that changed since it was read, or that has no room: our columns are its own, nobody's else. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { moNumber } from "../../shared/row/mo-number.ts";
import { COLUMNS, ROWS } from "../../workbench/host/model/area.ts";
import type { Table } from "../../workbench/host/model/table.ts";
import { area, made, noProgress, openExcel, type ExcelBench } from "../support/excel-bench.ts";

const OWN = ["MO", "MO Status", "MO Message"];
const LIST = [
  ["Item Number", "To Order"],
  ["CHAIR-1", 5],
  ["TABLE-1", 2],
] as const;

let bench: ExcelBench;
let table: Table;
beforeEach(async () => {
  bench = await openExcel(LIST);
  table = bench.workbook.addTable(bench.sheet, area("A1:B3"), "Short");
});
afterEach(() => bench.close());

/** As the planner does it. */
const insertColumn = (before: number): void => {
  const at = { row: 0, column: before, rowCount: ROWS, columnCount: 1 };
  bench.sheet.insert({ at, axis: "columns" }, "local");
};

describe("a table that the planner widened since it was read", () => {
  test("at its right edge keeps what they typed there, and gets our columns right of it", async () => {
    const patch = made(await bench.reads("A2:B3"));
    bench.sheet.write({ row: 0, column: 2 }, [["Comment"], ["call Eva"], ["urgent"]], "local");
    table.area = { ...table.area, columnCount: 3 };
    expect(await bench.excel.paint(patch, noProgress)).toMatchObject({ painted: [2, 3], refusal: null });
    expect(table.columnNames()).toEqual(["Item Number", "To Order", "Comment", ...OWN]);
    expect(bench.texts("C2:E3")).toEqual([
      ["call Eva", moNumber(1), "Open"],
      ["urgent", moNumber(2), "Open"],
    ]);
  });

  test("left of it, by a column of the sheet, gets them at its own right edge", async () => {
    const patch = made(await bench.reads("A2:B3"));
    insertColumn(0);
    expect(await bench.excel.paint(patch, noProgress)).toMatchObject({ painted: [2, 3], lost: [] });
    expect(table.columnNames()).toEqual(["Item Number", "To Order", ...OWN]);
    expect(bench.texts("A1:D2")).toEqual([
      ["", "Item Number", "To Order", "MO"],
      ["", "CHAIR-1", "5", moNumber(1)],
    ]);
  });

  test("by many columns gets no second set of ours", async () => {
    await bench.excel.paint(made(await bench.reads("A2:B3")), noProgress);
    bench.sheet.write({ row: 1, column: 2 }, [[""], [""]], "local");
    const patch = made(await bench.reads("A2:B3"), 11);
    for (let count = 0; count < 6; count += 1) insertColumn(2);
    expect(await bench.excel.paint(patch, noProgress)).toMatchObject({ painted: [2, 3], lost: [] });
    expect(table.columnNames().filter((name) => OWN.includes(name))).toEqual(OWN);
    expect(bench.texts("I1:I3")).toEqual([["MO"], [moNumber(11)], [moNumber(12)]]);
  });
});

test("a table beside another one never takes the other's MO column for its own", async () => {
  bench.sheet.write({ row: 0, column: 2 }, [["MO"], ["mine"], ["mine"]], "local");
  const other = bench.workbook.addTable(bench.sheet, area("C1:C3"), "Other");
  const patch = made(await bench.reads("A2:B3"));
  expect(await bench.excel.paint(patch, noProgress)).toMatchObject({ painted: [2, 3], refusal: null });
  expect(table.columnNames()).toEqual(["Item Number", "To Order", ...OWN]);
  expect(other.area).toEqual(area("F1:F3"));
  expect(bench.texts("F1:F3")).toEqual([["MO"], ["mine"], ["mine"]]);
});

test("a table that was turned into a range since is painted as the list it still is", async () => {
  const patch = made(await bench.reads("A2:B3"));
  bench.workbook.removeTable(table);
  expect(await bench.excel.paint(patch, noProgress)).toMatchObject({ painted: [2, 3], refusal: null });
  expect(bench.texts("C1:D2")).toEqual([
    ["MO", "MO Status"],
    [moNumber(1), "Open"],
  ]);
});

test("our columns are there although the first values were too much for one request (R29)", async () => {
  bench.sheet.write(
    { row: 3, column: 0 },
    Array.from({ length: 60 }, (_, at) => [`T-${String(at)}`, 2]),
    "local",
  );
  bench.sheet.write({ row: 1, column: 2 }, [["call Eva"]], "remote");
  const patch = made(await bench.reads("A2:B63"));
  bench.host.faults.largestRequest = 3_000;
  expect(await bench.excel.paint(patch, noProgress)).toMatchObject({ refusal: null, lost: [] });
  expect(table.columnNames()).toEqual(["Item Number", "To Order", ...OWN]);
  expect(bench.texts("C63:D63")).toEqual([[moNumber(62), "Open"]]);
  expect(bench.texts("F2:F2")).toEqual([["call Eva"]]);
});

describe("where Excel will not have our columns", () => {
  test("beside a longer table that cannot be moved, the planner is told, and both tables stay as they were", async () => {
    bench.sheet.write({ row: 0, column: 2 }, [["Part"], ["A"], ["B"], ["C"]], "local");
    const other = bench.workbook.addTable(bench.sheet, area("C1:C4"), "Longer");
    const patch = made(await bench.reads("A2:B3"));
    expect(await bench.excel.paint(patch, noProgress)).toMatchObject({ painted: [], refusal: "no-room" });
    expect(table.columnNames()).toEqual(["Item Number", "To Order"]);
    expect(other.area).toEqual(area("C1:C4"));
  });

  test.each([
    ["NonBlankCellOffSheet", "TableColumnCollection.Add", "no-room"],
    ["GeneralException", "Range.set Values", "not-writable"],
    ["InvalidOperation", "TableColumnCollection.Add", "not-writable"],
    ["InactiveWorkbook", "Range.set Values", "excel-busy"],
    ["ServiceNotAvailable", "Range.RowHidden", "excel-busy"],
  ] as const)("%s from %s is told as %s and never thrown", async (code, member, refusal) => {
    const patch = made(await bench.reads("A2:B3"));
    bench.host.faults.refuse(code, member);
    expect(await bench.excel.paint(patch, noProgress)).toMatchObject({ painted: [], refusal });
  });
});

test("a list in which none of the rows is left gets no columns", async () => {
  const patch = made(await bench.reads("A2:B3"));
  bench.sheet.write({ row: 1, column: 0 }, [["OTHER-1"], ["OTHER-2"]], "local");
  expect(await bench.excel.paint(patch, noProgress)).toMatchObject({ painted: [], lost: [2, 3] });
  expect(table.area.columnCount).toBe(2);
  expect(bench.sheet.usedArea()?.columnCount ?? COLUMNS).toBe(2);
});
