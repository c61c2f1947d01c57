import { afterEach, beforeEach, expect, test } from "vitest";
import { area, openOffice, type OfficeBench } from "./office-for-tests.ts";
import { StandInHost } from "./stand-in-host.ts";
import { loadOffice } from "./transport/node-runtime.ts";

let bench: OfficeBench;
let heard: unknown[];
beforeEach(async () => {
  bench = await openOffice();
  heard = [];
});
afterEach(() => bench.office.close());

const hear = (read: () => unknown): Promise<void> => Promise.resolve(void heard.push(read()));

test("a change of one cell tells what was there before; a paste over several does not (R36)", async () => {
  await bench.run((sheet) => {
    sheet.onChanged.add((event) => hear(() => [event.address, event.source, JSON.stringify(event.details)]));
  });
  bench.sheet.write({ row: 1, column: 1 }, [[9]], "local");
  bench.sheet.write({ row: 1, column: 1 }, [[1], [2]], "remote");
  const details = { valueBefore: 5, valueAfter: 9, valueTypeBefore: "Double", valueTypeAfter: "Double" };
  await expect
    .poll(() => heard)
    .toEqual([
      ["B2", "Local", JSON.stringify(details)],
      ["B2:B3", "Remote", undefined],
    ]);
});

test("an event leads to its cells", async () => {
  await bench.run((sheet, context) => {
    sheet.onChanged.add((event) => {
      const range = event.getRange(context).load("values");
      return context.sync().then(() => hear(() => JSON.stringify(range.values)));
    });
  });
  bench.sheet.write({ row: 1, column: 1 }, [[9]], "local");
  await expect.poll(() => heard).toEqual(["[[9]]"]);
});

test("what the add-in writes itself is told as its own, after the answer", async () => {
  await bench.run((_sheet, context) => {
    context.workbook.worksheets.onChanged.add((event) => hear(() => event.triggerSource));
  });
  await bench.run(async (sheet, context) => {
    sheet.getRange("D2").values = [["MO-0000013"]];
    await context.sync();
    heard.push("answered");
  });
  await expect.poll(() => heard).toEqual(["answered", "ThisLocalAddin"]);
});

test("before ExcelApi 1.14 nobody is told who triggered a change", async () => {
  const host = new StandInHost({ workbook: bench.workbook, requirementSets: { excelapi: "1.13" } });
  const older = await loadOffice(host);
  await older.Excel.run(async (context) => {
    context.workbook.worksheets.onChanged.add((event) => hear(() => [event.address, event.triggerSource]));
    await context.sync();
  });
  bench.sheet.write({ row: 1, column: 1 }, [[9]], "local");
  await expect.poll(() => heard).toEqual([["B2", undefined]]);
  older.close();
});

test("inserted and deleted rows are named as such", async () => {
  await bench.run((sheet) => {
    sheet.onChanged.add((event) => hear(() => [event.changeType, event.address]));
  });
  bench.sheet.insertRows(1, 2, "local");
  bench.sheet.deleteRows(1, 1, "local");
  await expect
    .poll(() => heard)
    .toEqual([
      ["RowInserted", "2:3"],
      ["RowDeleted", "2:2"],
    ]);
});

test("sheets are told when they come, go and are shown", async () => {
  await bench.run((_sheet, context) => {
    const { worksheets } = context.workbook;
    worksheets.onAdded.add((event) => hear(() => ["added", event.worksheetId]));
    worksheets.onDeleted.add((event) => hear(() => ["deleted", event.worksheetId]));
    worksheets.onActivated.add((event) => hear(() => ["activated", event.worksheetId]));
  });
  const second = bench.workbook.addSheet("Second");
  bench.workbook.select(second, [area("A1")]);
  bench.workbook.deleteSheet(second);
  const ids = ["added", "activated", "deleted"].map((what) => [what, second.id]);
  await expect.poll(() => heard).toEqual(ids);
});

test("a selection is told with its address, inside a table as well", async () => {
  const table = bench.workbook.addTable(bench.sheet, area("A1:B4"), "Items");
  await bench.run((sheet) => {
    sheet.onSelectionChanged.add((event) => hear(() => event.address));
    sheet.tables
      .getItem(table.id)
      .onSelectionChanged.add((event) => hear(() => [event.isInsideTable, event.address]));
  });
  bench.workbook.select(bench.sheet, [area("B2:C3")]);
  await expect.poll(() => heard).toEqual(["B2:C3", [true, "B2:B3"]]);
});

test("a table tells its own changes, and that it came", async () => {
  await bench.run((_sheet, context) => {
    context.workbook.tables.onAdded.add((event) => hear(() => ["added", event.tableId]));
  });
  const table = bench.workbook.addTable(bench.sheet, area("A1:C4"), "Items");
  await bench.run((sheet) => {
    sheet.tables.getItem("Items").onChanged.add((event) => hear(() => [event.tableId, event.address]));
  });
  bench.sheet.write({ row: 9, column: 9 }, [["outside"]], "local");
  bench.sheet.write({ row: 1, column: 0 }, [["SOFA"]], "local");
  await expect
    .poll(() => heard)
    .toEqual([
      ["added", table.id],
      [table.id, "A2"],
    ]);
});

test("nothing is heard any more after the handler is removed", async () => {
  let stop: () => Promise<void> = () => Promise.resolve();
  await bench.run((sheet) => {
    const handler = sheet.onChanged.add((event) => hear(() => event.address));
    stop = () => {
      handler.remove();
      return handler.context.sync();
    };
  });
  bench.sheet.write({ row: 1, column: 1 }, [[9]], "local");
  await expect.poll(() => heard).toEqual(["B2"]);
  await stop();
  bench.sheet.write({ row: 2, column: 1 }, [[9]], "local");
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(heard).toEqual(["B2"]);
});

test("an event that the stand-in never fires cannot be asked for in silence", async () => {
  const asked = bench.run((sheet) => {
    sheet.onFormatChanged.add(() => hear(() => "format"));
  });
  await expect(asked).rejects.toMatchObject({ code: "NotImplemented" });
});
