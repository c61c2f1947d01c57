import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Table } from "../model/table.ts";
import { area, openOffice, type OfficeBench } from "../office-for-tests.ts";

let bench: OfficeBench;
let table: Table;
beforeEach(async () => {
  bench = await openOffice();
  table = bench.workbook.addTable(bench.sheet, area("A1:C4"), "Items");
});
afterEach(() => bench.office.close());

const texts = (address: string): string[][] => bench.sheet.texts(area(address));

describe("tables of a sheet", () => {
  test("are found by name in any case, by id, and told to be missing", async () => {
    const read = await bench.read((sheet) => {
      const byName = sheet.tables.getItem("ITEMS").load("id");
      const byId = sheet.tables.getItem(table.id).load("name");
      const missing = sheet.tables.getItemOrNullObject("Nothing").load("name");
      return () => [byName.id, byId.name, missing.isNullObject];
    });
    expect(read).toEqual([table.id, "Items", true]);
  });

  test("are made from a range with headings, and get the next free name", async () => {
    const read = await bench.read((sheet) => {
      sheet.getRange("E1:F2").values = [
        ["Due", ""],
        ["1/2/2026", 3],
      ];
      const made = sheet.tables.add("E1:F2", true).load("name");
      made.columns.load("items/name");
      return () => [made.name, made.columns.items.map((column) => column.name)];
    });
    expect(read).toEqual(["Table1", ["Due", "Column2"]]);
  });

  test("are made without headings by pushing the cells down", async () => {
    const read = await bench.read((sheet) => {
      sheet.getRange("E1:E2").values = [[1], [2]];
      const range = sheet.tables.add("E1:E2", false).getRange().load("address,values");
      return () => [range.address, range.values];
    });
    expect(read).toEqual(["List!E1:E3", [["Column1"], [1], [2]]]);
  });

  test("never overlap", async () => {
    const second = bench.run((sheet) => sheet.tables.add("C4:D6", true));
    await expect(second).rejects.toMatchObject({ code: "InvalidArgument" });
  });

  test("are renamed, resized, and turned back into a range with their cells", async () => {
    await bench.run((_sheet, context) => {
      const found = context.workbook.tables.getItem("Items");
      found.name = "Parts";
      found.resize("A1:C6");
    });
    expect([table.name, table.area]).toEqual(["Parts", area("A1:C6")]);
    await bench.run((sheet) => sheet.tables.getItem("Parts").convertToRange());
    expect(bench.sheet.tables).toEqual([]);
    expect(texts("A2")).toEqual([["CHAIR"]]);
  });

  test("grow by themselves when something is written right below them, and calculate there too", async () => {
    bench.sheet.write(
      { row: 0, column: 2 },
      [["Double"], ["=[@Qty]*2"], ["=[@Qty]*2"], ["=[@Qty]*2"]],
      "local",
    );
    await bench.run((sheet) => {
      sheet.getRange("A5:B6").values = [
        ["LAMP", 1],
        ["SHELF", 2],
      ];
    });
    expect(table.area).toEqual(area("A1:C6"));
    expect(bench.sheet.map(area("C5:C6"), (cell) => cell.formula)).toEqual([["=[@Qty]*2"], ["=[@Qty]*2"]]);
  });

  test("stay as they are below a totals row, or where something stood beside what is written", async () => {
    bench.sheet.write({ row: 4, column: 1 }, [["mine"]], "remote");
    await bench.run((sheet) => (sheet.getRange("A5").values = [["LAMP"]]));
    expect(table.area).toEqual(area("A1:C4"));
    await bench.run((sheet) => (sheet.tables.getItem("Items").showTotals = true));
    await bench.run((sheet) => (sheet.getRange("A6").values = [["LAMP"]]));
    expect(table.area).toEqual(area("A1:C5"));
  });

  test("have a totals row only when it is shown (R51)", async () => {
    const without = bench.run((sheet) => sheet.tables.getItem("Items").getTotalRowRange().load("address"));
    await expect(without).rejects.toMatchObject({ code: "ItemNotFound" });
    const read = await bench.read((sheet) => {
      const items = sheet.tables.getItem("Items");
      items.showTotals = true;
      const [totals, body] = [items.getTotalRowRange(), items.getDataBodyRange()];
      for (const range of [totals, body]) range.load("address");
      return () => [totals.address, body.address];
    });
    expect(read).toEqual(["List!A5:C5", "List!A2:C4"]);
    expect(texts("A5")).toEqual([["Total"]]);
  });

  test("remember how they look", async () => {
    const read = await bench.read((sheet) => {
      const items = sheet.tables.getItem("Items");
      items.style = "TableStyleLight9";
      items.showFilterButton = false;
      items.load("style,showFilterButton,showBandedRows");
      return () => [items.style, items.showFilterButton, items.showBandedRows];
    });
    expect(read).toEqual(["TableStyleLight9", false, true]);
  });
});

describe("columns of a table", () => {
  test("one at the right edge moves nothing when there is nothing to move", async () => {
    bench.sheet.write({ row: 5, column: 3 }, [["below"]], "local");
    await bench.run((sheet) => sheet.tables.getItem("Items").columns.add(-1, undefined, "MO"));
    expect(table.columnNames()).toEqual(["Item", "Qty", "Store", "MO"]);
    expect(texts("D6")).toEqual([["below"]]);
  });

  test("one at the right edge pushes the planner's notes aside and never over-writes them", async () => {
    bench.sheet.write({ row: 1, column: 3 }, [["my note"]], "local");
    await bench.run((sheet) => sheet.tables.getItem("Items").columns.add(-1, undefined, "MO"));
    expect(texts("D1:E2")).toEqual([
      ["MO", ""],
      ["", "my note"],
    ]);
  });

  test("one in the middle leaves those behind it with their ids", async () => {
    const read = await bench.read(async (sheet, context) => {
      const columns = sheet.tables.getItem("Items").columns;
      const store = columns.getItem("Store").load("id,index");
      await context.sync();
      columns.add(1, [["Note"], ["a"], ["b"], ["c"]]);
      store.load("index,name");
      return () => [store.index, store.name];
    });
    expect(read).toEqual([3, "Store"]);
    expect(texts("A2:D2")).toEqual([["CHAIR", "a", "5", "Main"]]);
  });

  test("one is deleted with its cells", async () => {
    await bench.run((sheet) => sheet.tables.getItem("Items").columns.getItem("Qty").delete());
    expect(table.area).toEqual(area("A1:B4"));
    expect(texts("A2:B2")).toEqual([["CHAIR", "Main"]]);
  });

  test("are refused on a protected sheet (R43)", async () => {
    bench.sheet.isProtected = true;
    const added = bench.run((sheet) => sheet.tables.getItem("Items").columns.add(-1, undefined, "MO"));
    await expect(added).rejects.toMatchObject({ code: "AccessDenied" });
  });
});

describe("rows of a table", () => {
  test("are counted, read, added at the end and deleted; what stands below moves", async () => {
    bench.sheet.write({ row: 5, column: 0 }, [["below"]], "local");
    const read = await bench.read(async (sheet, context) => {
      const rows = sheet.tables.getItem("Items").rows;
      rows.add(undefined, [["LAMP", 1, "Main"]]);
      const [count, last] = [rows.getCount(), rows.getItemAt(3).load("values")];
      await context.sync();
      rows.deleteRows([0, 1]);
      return () => [count.value, last.values];
    });
    expect(read).toEqual([4, [["LAMP", 1, "Main"]]]);
    expect(table.area).toEqual(area("A1:C3"));
    expect(texts("A1:A5")).toEqual([["Item"], ["DESK"], ["LAMP"], [""], ["below"]]);
  });

  test("are hidden by a filter and shown again, and no cell moves", async () => {
    const isFiltered = await bench.read((sheet) => {
      const { autoFilter } = sheet.tables.getItem("Items");
      autoFilter.apply("A1:C4", 2, { filterOn: "Values", values: ["Main"] });
      autoFilter.load("isDataFiltered");
      return () => autoFilter.isDataFiltered;
    });
    expect(isFiltered).toBe(true);
    expect([...bench.sheet.hiddenRows]).toEqual([2]);
    await bench.run((sheet) => sheet.tables.getItem("Items").clearFilters());
    expect([...bench.sheet.hiddenRows]).toEqual([]);
  });
});
