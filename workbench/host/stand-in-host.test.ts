import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { cellArea, parseArea, type Area } from "./model/area.ts";
import { Workbook } from "./model/workbook.ts";
import { StandInHost } from "./stand-in-host.ts";
import { loadOffice, type OfficeRuntime } from "./transport/node-runtime.ts";

let workbook: Workbook;
let host: StandInHost;
let office: OfficeRuntime;

function area(address: string): Area {
  const parsed = parseArea(address);
  if (parsed === null) throw new Error(address);
  return parsed;
}

/** Values made in office.js's own realm, as plain values of ours. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

beforeEach(async () => {
  workbook = new Workbook("Test.xlsx");
  workbook.addSheet("Shortages", [
    ["Item", "Qty", "Need"],
    ["'00417", 5, 46357],
    ["CHAIR", 7, "soon"],
    ["TABLE", 2.5, ""],
  ]);
  workbook.active.format(area("C2:C4"), [["yyyy-mm-dd"], ["General"], ["General"]]);
  host = new StandInHost({ workbook });
  office = await loadOffice(host);
  host.roundTrips.reset();
});

afterEach(() => office.close());

describe("Microsoft's office.js in Node, on the stand-in host", () => {
  test("is ready, and knows its requirement sets", () => {
    const { requirements } = office.Office.context;
    expect(requirements.isSetSupported("ExcelApi", "1.15")).toBe(true);
    expect(requirements.isSetSupported("ExcelApi", "1.16")).toBe(false);
  });

  test("reads a selection in one round trip: values, shown text and address", async () => {
    workbook.select(workbook.active, [area("A2:C3")]);
    const read = await office.Excel.run(async (context) => {
      const range = context.workbook.getSelectedRange();
      range.load("values,text,address,rowIndex");
      range.worksheet.load("name");
      await context.sync();
      return plain([range.values, range.text, range.address, range.rowIndex, range.worksheet.name]);
    });
    expect(read).toEqual([
      [
        ["00417", 5, 46357],
        ["CHAIR", 7, "soon"],
      ],
      [
        ["00417", "5", "2026-12-01"],
        ["CHAIR", "7", "soon"],
      ],
      "Shortages!A2:C3",
      1,
      "Shortages",
    ]);
    expect(host.roundTrips.log.map((trip) => trip.kind)).toEqual(["read"]);
  });

  test("writes values and reads them back in a second round trip", async () => {
    await office.Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Shortages").getRange("D1:D2");
      range.values = [["MO"], ["MO-0000013"]];
      await context.sync();
    });
    expect(workbook.sheet("Shortages").texts(area("D1:D2"))).toEqual([["MO"], ["MO-0000013"]]);
    expect(host.roundTrips.writes).toBe(1);
  });

  test("2,000 rows go through, though office.js cuts them into chunks", async () => {
    const rows = Array.from({ length: 2000 }, (_, index) => [index, `row ${String(index)}`]);
    await office.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Shortages").getRange("F1:G2000").values = rows;
      await context.sync();
    });
    expect(workbook.active.texts(area("F2000:G2000"))).toEqual([["1999", "row 1999"]]);
  });

  test("a missing sheet is a null object, or ItemNotFound with the statement", async () => {
    const { Excel } = office;
    const isNull = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject("Nowhere");
      sheet.load("name");
      await context.sync();
      return sheet.isNullObject;
    });
    expect(isNull).toBe(true);
    const fails = Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Nowhere").load("name");
      await context.sync();
    });
    await expect(fails).rejects.toMatchObject({ code: "ItemNotFound" });
    const statement = await fails.catch((error: unknown) => JSON.stringify(error));
    expect(statement).toContain("getItem(");
  });

  test("a member the stand-in does not know fails loudly and is named", async () => {
    const fails = office.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Shortages").charts.load("count");
      await context.sync();
    });
    await expect(fails).rejects.toMatchObject({
      code: "NotImplemented",
      message: "The stand-in host does not know Worksheet.Charts.",
    });
  });

  test("several selected areas cannot be read as one range, but one by one (R35)", async () => {
    workbook.select(workbook.active, [area("A2:C2"), area("A4:C4")]);
    const { Excel } = office;
    const asOne = Excel.run(async (context) => {
      context.workbook.getSelectedRange().load("address");
      await context.sync();
    });
    await expect(asOne).rejects.toMatchObject({ code: "InvalidSelection" });
    const each = await Excel.run(async (context) => {
      const { areas } = context.workbook.getSelectedRanges();
      areas.load("items/address");
      await context.sync();
      return areas.items.map((one) => one.address);
    });
    expect(plain(each)).toEqual(["Shortages!A2:C2", "Shortages!A4:C4"]);
  });

  test("whole columns answer null for values and clip to the used range (R34)", async () => {
    workbook.select(workbook.active, [area("A:B")]);
    const read = await office.Excel.run(async (context) => {
      const range = context.workbook.getSelectedRange();
      range.load("values,rowCount");
      const used = range.getUsedRangeOrNullObject();
      used.load("address");
      await context.sync();
      return plain([range.values, range.rowCount, used.address]);
    });
    expect(read).toEqual([null, 1_048_576, "Shortages!A1:B4"]);
  });

  test("hidden rows are told: none, all, or mixed", async () => {
    workbook.active.setHidden([2], true);
    const read = await office.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Shortages");
      const ranges = ["A1:A2", "A3:A3", "A1:A4"].map((address) => sheet.getRange(address));
      for (const range of ranges) range.load("rowHidden");
      await context.sync();
      return ranges.map((range) => range.rowHidden);
    });
    expect(plain(read)).toEqual([false, true, null]);
  });

  test("a table takes a column at its right edge", async () => {
    workbook.addTable(workbook.active, area("A1:C4"), "Short");
    const names = await office.Excel.run(async (context) => {
      const table = context.workbook.worksheets.getItem("Shortages").tables.getItem("Short");
      table.columns.add(undefined, undefined, "MO");
      table.columns.load("items/name");
      const body = table.getDataBodyRange();
      body.load("address");
      await context.sync();
      return [...table.columns.items.map((column) => column.name), body.address];
    });
    expect(plain(names)).toEqual(["Item", "Qty", "Need", "MO", "Shortages!A2:D4"]);
  });

  test("settings are kept in the workbook and come back in the next session, at the cost of what could be undone", async () => {
    const { settings } = office.Office.context.document;
    settings.set("workbookId", "abc");
    await new Promise<void>((resolve) => settings.saveAsync(() => resolve()));
    const next = await loadOffice(host);
    expect(next.Office.context.document.settings.get("workbookId")).toBe("abc");
    expect(host.undoLosses).toBe(1);
    next.close();
  });

  test("a selection and a change are told to those who listen", async () => {
    const heard: string[] = [];
    await office.Excel.run(async (context) => {
      context.workbook.onSelectionChanged.add(() => Promise.resolve(void heard.push("selected")));
      context.workbook.worksheets.onChanged.add((event) =>
        Promise.resolve(void heard.push(`changed ${event.address}`)),
      );
      await context.sync();
    });
    workbook.select(workbook.active, [cellArea(1, 0)]);
    workbook.active.write(cellArea(1, 1), [[9]], "local");
    await expect.poll(() => heard).toEqual(["selected", "changed B2"]);
  });

  test("a ribbon command runs its function and ends when that says so", async () => {
    const ran: string[] = [];
    office.Office.actions.associate("refreshStatus", (event: Office.AddinCommands.Event) => {
      ran.push("refreshStatus");
      event.completed();
    });
    await host.runCommand("refreshStatus");
    expect(ran).toEqual(["refreshStatus"]);
  });

  test("a ribbon command without a function is told, where Excel would say nothing", async () => {
    await expect(host.runCommand("createBatch")).rejects.toThrow(
      /No function is associated with createBatch/,
    );
  });
});

describe("faults on demand", () => {
  const write = (address: string, value: string): Promise<void> =>
    office.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Shortages").getRange(address).values = [[value]];
      await context.sync();
    });

  test("a cell being edited refuses everything until it ends (R30)", async () => {
    host.faults.cellEditMode = true;
    await expect(write("D1", "MO")).rejects.toMatchObject({ code: "InvalidOperationInCellEditMode" });
    host.faults.clear();
    await write("D1", "MO");
    expect(workbook.active.texts(area("D1:D1"))).toEqual([["MO"]]);
  });

  test("a request above the limit is refused (R29)", async () => {
    host.faults.largestRequest = 5_000;
    await expect(write("D1", "x".repeat(6_000))).rejects.toMatchObject({
      code: "RequestPayloadSizeLimitExceeded",
    });
  });

  test("a protected sheet denies writing and still reads (R43)", async () => {
    workbook.active.isProtected = true;
    await expect(write("D1", "MO")).rejects.toMatchObject({ code: "AccessDenied" });
    expect(workbook.active.texts(area("D1:D1"))).toEqual([[""]]);
  });
});
