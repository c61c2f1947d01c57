import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { area, openOffice, type OfficeBench } from "../office-for-tests.ts";

let bench: OfficeBench;
beforeEach(async () => (bench = await openOffice()));
afterEach(() => bench.office.close());

/** The address that a range leads to. */
async function address(of: (sheet: Excel.Worksheet) => Excel.Range): Promise<unknown> {
  return bench.read((sheet) => {
    const range = of(sheet).load("address");
    return () => (range.isNullObject ? null : range.address);
  });
}

describe("a range leads to others", () => {
  test.each<[string, (range: Excel.Range) => Excel.Range, string]>([
    ["its last cell", (range) => range.getLastCell(), "C3"],
    ["its last row", (range) => range.getLastRow(), "B3:C3"],
    ["its last column", (range) => range.getLastColumn(), "C2:C3"],
    ["a row of it", (range) => range.getRow(1), "B3:C3"],
    ["a column of it", (range) => range.getColumn(0), "B2:B3"],
    ["a cell beyond it", (range) => range.getCell(5, 0), "B7"],
    ["the rows above", (range) => range.getRowsAbove(1), "B1:C1"],
    ["the rows below", (range) => range.getRowsBelow(2), "B4:C5"],
    ["the columns before", (range) => range.getColumnsBefore(), "A2:A3"],
    ["the columns after", (range) => range.getColumnsAfter(2), "D2:E3"],
    ["moved", (range) => range.getOffsetRange(1, -1), "A3:B4"],
    ["resized by", (range) => range.getResizedRange(1, -1), "B2:B4"],
    ["resized to", (range) => range.getAbsoluteResizedRange(1, 1), "B2"],
    ["its whole rows", (range) => range.getEntireRow(), "2:3"],
    ["its whole columns", (range) => range.getEntireColumn(), "B:C"],
    ["a rectangle around both", (range) => range.getBoundingRect("E9"), "B2:E9"],
    ["what is in both", (range) => range.getIntersection("A1:B2"), "B2"],
    ["the block of data around", (range) => range.getSurroundingRegion(), "A1:C4"],
  ])("%s", async (_name, lead, expected) => {
    expect(await address((sheet) => lead(sheet.getRange("B2:C3")))).toBe(`List!${expected}`);
  });

  test("to nothing: two ranges without a common cell have a null object for it", async () => {
    expect(await address((sheet) => sheet.getRange("A1").getIntersectionOrNullObject("B2"))).toBeNull();
  });

  test("never over the edge of the sheet", async () => {
    const above = address((sheet) => sheet.getRange("A1").getRowsAbove(1));
    await expect(above).rejects.toMatchObject({ code: "InvalidArgument" });
  });

  test("to the used range: of all formatted cells, or of values only", async () => {
    bench.sheet.format(area("E9"), [["@"]]);
    expect(await address((sheet) => sheet.getUsedRange())).toBe("List!A1:E9");
    expect(await address((sheet) => sheet.getUsedRange(true))).toBe("List!A1:C4");
    expect(await address((sheet) => sheet.getRange("G:H").getUsedRangeOrNullObject(true))).toBeNull();
  });
});

describe("what is seen of a range", () => {
  test("the visible view leaves hidden rows out", async () => {
    bench.sheet.setHidden([1], true);
    const read = await bench.read((sheet) => {
      const view = sheet.getRange("A1:B4").getVisibleView().load("text,rowCount,cellAddresses");
      return () => [view.rowCount, view.text[1], view.cellAddresses[1]];
    });
    expect(read).toEqual([3, ["TABLE", "7"], ["A3", "B3"]]);
  });

  test("visible cells come as one area for each run of rows", async () => {
    bench.sheet.setHidden([1], true);
    const read = await bench.read((sheet) => {
      const cells = sheet.getRange("A:B").getSpecialCells("Visible").load("address,areaCount");
      return () => [cells.address, cells.areaCount];
    });
    expect(read).toEqual(["List!A1:B1,List!A3:B4", 2]);
  });

  test("formulas, constants and blanks are found, and none of a kind is a null object", async () => {
    bench.sheet.write({ row: 1, column: 3 }, [["=B2*2"], [""], ["=B4*2"]], "local");
    const read = await bench.read((sheet) => {
      const column = sheet.getRange("D2:D4");
      const [formulas, blanks] = [column.getSpecialCells("Formulas"), column.getSpecialCells("Blanks")];
      const constants = column.getSpecialCellsOrNullObject("Constants");
      for (const found of [formulas, blanks, constants]) found.load("address");
      return () => [formulas.address, blanks.address, constants.isNullObject];
    });
    expect(read).toEqual(["List!D2,List!D4", "List!D3", true]);
  });

  test("row properties tell which rows are hidden", async () => {
    bench.sheet.setHidden([2], true);
    const read = await bench.read((sheet) => {
      const rows = sheet.getRange("A2:A4").getRowProperties({ rowHidden: true, rowIndex: true });
      return () => rows.value;
    });
    expect(read).toEqual([
      { rowHidden: false, rowIndex: 1 },
      { rowHidden: true, rowIndex: 2 },
      { rowHidden: false, rowIndex: 3 },
    ]);
  });

  test("merged cells are listed, also when the merge begins above the range (R50)", async () => {
    bench.sheet.mergedAreas.push(area("A2:A3"));
    const read = await bench.read((sheet) => {
      const merged = sheet.getRange("A3:C4").getMergedAreasOrNullObject().load("address");
      const none = sheet.getRange("B1:C4").getMergedAreasOrNullObject().load("address");
      return () => [merged.address, none.isNullObject];
    });
    expect(read).toEqual(["List!A2:A3", true]);
    expect(bench.host.roundTrips.log.map((trip) => trip.kind)).toEqual(["read"]);
  });

  test("tables in it, wholly or in part", async () => {
    bench.workbook.addTable(bench.sheet, area("A1:C4"), "Items");
    const read = await bench.read((sheet) => {
      const [part, whole] = [false, true].map((fully) => sheet.getRange("A1:B4").getTables(fully));
      const counts = [part?.getCount(), whole?.getCount()];
      return () => counts.map((count) => count?.value);
    });
    expect(read).toEqual([1, 0]);
  });
});

describe("what is written into a range", () => {
  test("values of another shape are refused and nothing is written", async () => {
    const wrong = bench.run((sheet) => {
      sheet.getRange("A6:B7").values = [["one", "two"]];
    });
    await expect(wrong).rejects.toMatchObject({ code: "InvalidArgument" });
    expect(bench.sheet.usedArea()).toEqual(area("A1:C4"));
  });

  test("a block over hidden rows goes astray, a hidden row written by itself does not (R31)", async () => {
    bench.sheet.setHidden([2], true);
    await bench.run((sheet) => {
      sheet.getRange("D2:D4").values = [["a"], ["b"], ["c"]];
    });
    expect(bench.sheet.texts(area("D2:D4"))).toEqual([["a"], [""], ["b"]]);
    await bench.run((sheet) => {
      sheet.getRange("D3").values = [["b"]];
    });
    expect(bench.sheet.texts(area("D2:D4"))).toEqual([["a"], ["b"], ["b"]]);
  });

  test("null leaves a cell as it is, and an empty text clears it", async () => {
    await bench.run((sheet) => {
      sheet.getRange("A2:B2").values = [[null, ""]];
    });
    expect(bench.sheet.texts(area("A2:B2"))).toEqual([["CHAIR", ""]]);
  });

  test("a column made text beforehand keeps leading zeros (R46)", async () => {
    await bench.run((sheet) => {
      // One value for the whole column: the typings know tables of values only, and Excel takes both.
      Object.assign(sheet.getRange("D:D"), { numberFormat: "@" });
      sheet.getRange("D2:E2").values = [["00417", "00417"]];
    });
    expect(bench.sheet.texts(area("D2:E2"))).toEqual([["00417", "417"]]);
  });

  test("formulas are kept, and what they are is told apart from what they show", async () => {
    const read = await bench.read((sheet) => {
      const cell = sheet.getRange("D2");
      cell.formulas = [["=B2*2"]];
      cell.load("formulas,values");
      return () => [cell.formulas, cell.values];
    });
    expect(read).toEqual([[["=B2*2"]], [[0]]]);
  });

  test("formats are remembered, and told as null where they differ", async () => {
    const read = await bench.read((sheet) => {
      sheet.getRange("A1:C1").format.fill.color = "#FFC000";
      sheet.getRange("A:A").format.columnWidth = 120;
      const [one, both] = ["B1", "B1:B2"].map((at) => sheet.getRange(at).format.fill.load("color"));
      const width = sheet.getRange("A7").format.load("columnWidth");
      return () => [one?.color, both?.color, width.columnWidth];
    });
    expect(read).toEqual(["#FFC000", null, 120]);
  });

  test("clearing the whole sheet touches what is there", async () => {
    await bench.run((sheet) => sheet.getRange().clear("Contents"));
    expect(bench.sheet.usedArea()).toBeNull();
  });

  test("a protected sheet denies all but unlocked cells (R43)", async () => {
    await bench.run((sheet) => {
      sheet.getRange("D2").format.protection.locked = false;
      sheet.protection.protect();
    });
    await bench.run((sheet) => {
      sheet.getRange("D2").values = [["free"]];
    });
    const denied = bench.run((sheet) => {
      sheet.getRange("D3").values = [["locked"]];
    });
    await expect(denied).rejects.toMatchObject({ code: "AccessDenied" });
    expect(bench.sheet.texts(area("D2:D3"))).toEqual([["free"], [""]]);
  });
});

describe("inserted and deleted cells", () => {
  test("rows move on with their hidden rows, tables and merges", async () => {
    const table = bench.workbook.addTable(bench.sheet, area("A1:C4"), "Items");
    bench.sheet.setHidden([2], true);
    bench.sheet.mergedAreas.push(area("E3:E4"));
    await bench.run((sheet) => sheet.getRange("1:2").insert("Down"));
    expect(table.area).toEqual(area("A3:C6"));
    expect([...bench.sheet.hiddenRows]).toEqual([4]);
    expect(bench.sheet.mergedAreas).toEqual([area("E5:E6")]);
    expect(bench.sheet.texts(area("A5"))).toEqual([["TABLE"]]);
    await bench.run((sheet) => sheet.getRange("5:5").delete("Up"));
    expect([...bench.sheet.hiddenRows]).toEqual([]);
    expect(table.area).toEqual(area("A3:C5"));
  });

  test("cells move within their columns only", async () => {
    await bench.run((sheet) => sheet.getRange("B2:B3").delete("Up"));
    expect(bench.sheet.texts(area("A2:C3"))).toEqual([
      ["CHAIR", "2.5", "Main"],
      ["TABLE", "", "North"],
    ]);
    await bench.run((sheet) => sheet.getRange("A2").insert("Right"));
    expect(bench.sheet.texts(area("A2:D2"))).toEqual([["", "CHAIR", "2.5", "Main"]]);
  });

  test("a table is not torn apart", async () => {
    bench.workbook.addTable(bench.sheet, area("A1:C4"), "Items");
    const torn = bench.run((sheet) => sheet.getRange("B2").insert("Down"));
    await expect(torn).rejects.toMatchObject({ code: "InsertDeleteConflict" });
  });

  test("merging keeps the first cell only", async () => {
    await bench.run((sheet) => sheet.getRange("A2:A3").merge());
    expect(bench.sheet.texts(area("A2:A3"))).toEqual([["CHAIR"], [""]]);
    expect(bench.sheet.mergedAreas).toEqual([area("A2:A3")]);
  });
});
