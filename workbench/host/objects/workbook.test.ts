import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { area, openOffice, type OfficeBench } from "../office-for-tests.ts";

let bench: OfficeBench;
beforeEach(async () => (bench = await openOffice()));
afterEach(() => bench.office.close());

test("while a chart is selected there is no selected range, and no several either (office-js#2268)", async () => {
  bench.workbook.select(bench.sheet, []);
  const range = bench.run((_sheet, { workbook }) => workbook.getSelectedRange().load("address"));
  await expect(range).rejects.toMatchObject({ code: "InvalidSelection" });
  const ranges = bench.run((_sheet, { workbook }) => workbook.getSelectedRanges().load("address"));
  await expect(ranges).rejects.toMatchObject({ code: "InvalidSelection" });
});

describe("sheets", () => {
  test("are listed in their order, the first two, or without the first", async () => {
    for (const name of ["Second", "Third"]) bench.workbook.addSheet(name);
    const read = await bench.read(async (_sheet, context) => {
      const { worksheets } = context.workbook;
      worksheets.load({ name: true, $top: 2 });
      await context.sync();
      const top = worksheets.items.map((sheet) => sheet.name);
      worksheets.load({ name: true, position: true, $skip: 1 });
      return () => [top, worksheets.items.map((sheet) => `${String(sheet.position)} ${sheet.name}`)];
    });
    expect(read).toEqual([
      ["List", "Second"],
      ["1 Second", "2 Third"],
    ]);
  });

  test("are added, renamed, hidden and deleted", async () => {
    await bench.run((_sheet, context) => {
      const added = context.workbook.worksheets.add("Results");
      added.name = "MO results";
      added.visibility = "Hidden";
    });
    expect(bench.workbook.sheets.map(({ name, isVisible }) => [name, isVisible])).toEqual([
      ["List", true],
      ["MO results", false],
    ]);
    await bench.run((_sheet, context) => context.workbook.worksheets.getItem("mo results").delete());
    const last = bench.run((sheet) => sheet.delete());
    await expect(last).rejects.toMatchObject({ code: "InvalidOperation" });
  });

  test("have names that Excel takes", async () => {
    const add = (name: string): Promise<unknown> =>
      bench.run((_sheet, context) => context.workbook.worksheets.add(name));
    await expect(add("list")).rejects.toMatchObject({ code: "ItemAlreadyExists" });
    await expect(add("a/b")).rejects.toMatchObject({ code: "InvalidArgument" });
  });

  test("take several addresses at once, up to 8,192 characters (R33)", async () => {
    const ranges = (addresses: string): Promise<unknown> =>
      bench.read((sheet) => {
        const areas = sheet.getRanges(addresses).load("areaCount,cellCount");
        return () => [areas.areaCount, areas.cellCount];
      });
    expect(await ranges("A1:B2,D4")).toEqual([2, 5]);
    const long = Array.from({ length: 2_000 }, (_, row) => `A${String(row + 1)}`).join(",");
    await expect(ranges(long)).rejects.toMatchObject({ code: "InvalidArgument" });
  });

  test("tell their own filter", async () => {
    await bench.run((sheet) => sheet.autoFilter.apply("A1:C4", 0, { filterOn: "Values", values: ["DESK"] }));
    expect([...bench.sheet.hiddenRows]).toEqual([1, 2]);
    await bench.run((sheet) => sheet.autoFilter.remove());
    expect(bench.sheet.hiddenRows.size).toBe(0);
  });
});

describe("the workbook", () => {
  test("several selected areas are told as such, the active cell is the first of them", async () => {
    bench.workbook.select(bench.sheet, [area("B2:C2"), area("A4")]);
    const read = await bench.read((_sheet, context) => {
      const areas = context.workbook.getSelectedRanges().load("address,areaCount");
      const active = context.workbook.getActiveCell().load("address");
      return () => [areas.address, areas.areaCount, active.address];
    });
    expect(read).toEqual(["List!B2:C2,List!A4", 2, "List!B2"]);
  });

  test("names lead to their cells until they are deleted", async () => {
    const read = await bench.read(async (sheet, context) => {
      const { names } = context.workbook;
      names.add("Quantities", sheet.getRange("B2:B4"));
      const range = names.getItem("quantities").getRange().load("address");
      await context.sync();
      names.getItem("Quantities").delete();
      const gone = names.getItemOrNullObject("Quantities").load("name");
      return () => [range.address, gone.isNullObject];
    });
    expect(read).toEqual(["List!B2:B4", true]);
  });

  test("its settings hold any plain value, and both ways into them lead to the same", async () => {
    const read = await bench.read(async (_sheet, context) => {
      const { settings } = context.workbook;
      settings.add("layout", { columns: [1, 2] });
      settings.add("count", 3);
      settings.getItem("count").value = 4;
      await context.sync();
      const [layout, count] = [settings.getItem("layout"), settings.getItem("count")];
      for (const setting of [layout, count]) setting.load("key,value");
      const missing = settings.getItemOrNullObject("nothing").load("key");
      const loaded = (): readonly unknown[] => [layout.value, count.value, missing.isNullObject];
      return loaded;
    });
    expect(read).toEqual([{ columns: [1, 2] }, 4, true]);
    expect(bench.workbook.settings.get("layout")).toBe('{"columns":[1,2]}');
  });

  test("the application remembers how it calculates, and says in which culture", async () => {
    const read = await bench.read(async (_sheet, context) => {
      const { application } = context.workbook;
      application.suspendScreenUpdatingUntilNextSync();
      application.calculationMode = "Manual";
      await context.sync();
      application.load("calculationMode");
      const culture = application.cultureInfo.load("name");
      const dates = application.cultureInfo.datetimeFormat.load("shortDatePattern");
      return () => [application.calculationMode, culture.name, dates.shortDatePattern];
    });
    expect(read).toEqual(["Manual", "en-US", "M/d/yyyy"]);
  });

  test("everything of an object is loaded with a star, and a link beside it", async () => {
    const read = await bench.read((sheet) => {
      const range = sheet.getRange("A2:B2").load({ $all: true, worksheet: { name: true } });
      return () => [range.text, range.rowIndex, range.worksheet.name];
    });
    expect(read).toEqual([[["CHAIR", "5"]], 1, "List"]);
  });

  test("showing the pane and updating the ribbon is answered", async () => {
    await bench.office.Office.addin.showAsTaskpane();
    await bench.office.Office.ribbon.requestUpdate({ tabs: [] });
    expect(bench.host.roundTrips.log).toEqual([]);
  });
});
