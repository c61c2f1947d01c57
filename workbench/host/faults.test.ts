import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { area, openOffice, type OfficeBench } from "./office-for-tests.ts";

let bench: OfficeBench;
beforeEach(async () => (bench = await openOffice()));
afterEach(() => bench.office.close());

const write = (value: string): Promise<unknown> =>
  bench.run((sheet) => {
    sheet.getRange("D2").values = [[value]];
  });
const written = (): string | undefined => bench.sheet.texts(area("D2"))[0]?.[0];

describe("faults on demand", () => {
  test("a cell is edited for two batches, then the third goes through (R30)", async () => {
    bench.host.faults.cellEditBatches = 2;
    await expect(write("one")).rejects.toMatchObject({ code: "InvalidOperationInCellEditMode" });
    await expect(write("two")).rejects.toMatchObject({ code: "InvalidOperationInCellEditMode" });
    await write("three");
    expect(written()).toBe("three");
  });

  test("an answer that is too large is not given (R29)", async () => {
    bench.host.faults.largestAnswer = 300;
    const read = bench.run((sheet) => sheet.getRange("A1:C100").load("values"));
    await expect(read).rejects.toMatchObject({ code: "ResponsePayloadSizeLimitExceeded" });
  });

  test("a batch is never answered and never run; the next one is", async () => {
    bench.host.faults.unanswered = 1;
    const silent = write("lost").then(() => "answered");
    const patience = new Promise((resolve) => setTimeout(() => resolve("silence"), 100));
    expect(await Promise.race([silent, patience])).toBe("silence");
    expect(written()).toBe("");
    await write("next");
    expect(written()).toBe("next");
  });

  test("more than 5 MB is refused either way, as on the web (R29)", async () => {
    await expect(write("x".repeat(6_000_000))).rejects.toMatchObject({
      code: "RequestPayloadSizeLimitExceeded",
    });
    bench.sheet.write(
      { row: 1, column: 3 },
      Array.from({ length: 10 }, () => ["x".repeat(600_000)]),
      "local",
    );
    const read = bench.run((sheet) => sheet.getRange("D2:D11").load("values"));
    await expect(read).rejects.toMatchObject({ code: "ResponsePayloadSizeLimitExceeded" });
  });

  test("a host refuses by name what it is made to refuse, and with the code that is wanted", async () => {
    bench.host.faults.refuse("NotImplemented", "Range.RowHidden", "Range.GetVisibleView");
    const rowHidden = bench.run((sheet) => sheet.getRange("A1").load("rowHidden"));
    await expect(rowHidden).rejects.toMatchObject({ message: "This host refuses Range.RowHidden." });
    const view = bench.run((sheet) => sheet.getRange("A1").getVisibleView().load("values"));
    await expect(view).rejects.toMatchObject({ message: "This host refuses Range.GetVisibleView." });
    bench.host.faults.refuse("NonBlankCellOffSheet", "Range.set Values");
    await expect(write("lost")).rejects.toMatchObject({ code: "NonBlankCellOffSheet" });
    bench.host.faults.clear();
    await write("written");
    await bench.run((sheet) => sheet.getRange("A1").load("rowHidden"));
  });
});

describe("a batch that fails", () => {
  test("keeps what came before the failing statement, and names that statement", async () => {
    const failing = bench.run((sheet, context) => {
      sheet.getRange("D2").values = [["before"]];
      context.workbook.tables.getItem("Nothing").name = "x";
      sheet.getRange("D3").values = [["after"]];
    });
    const error = await failing.catch((caught: unknown) => JSON.stringify(caught));
    expect(error).toContain('"code":"ItemNotFound"');
    expect(error).toContain("getItem(");
    expect(bench.sheet.texts(area("D2:D3"))).toEqual([["before"], [""]]);
  });

  test.each<[string, (sheet: Excel.Worksheet) => void]>([
    ["Worksheet.Charts", (sheet) => sheet.charts.load("count")],
    ["Range.Find()", (sheet) => sheet.getRange("A1").find("x", {}).load("address")],
    ["Range.Hyperlink", (sheet) => sheet.getRange("A1").load("hyperlink")],
    ["Range.set Style", (sheet) => (sheet.getRange("A1").style = "Good")],
  ])("says that the stand-in does not know %s", async (member, use) => {
    await expect(bench.run((sheet) => use(sheet))).rejects.toMatchObject({
      code: "NotImplemented",
      message: `The stand-in host does not know ${member}.`,
    });
  });
});

describe("round trips", () => {
  const kinds = (): readonly string[] => bench.host.roundTrips.log.map((trip) => trip.kind);

  test("every sync is one, and reading differs from writing", async () => {
    await bench.run(async (sheet, context) => {
      const range = sheet.getRange("A1:C4").load("values");
      await context.sync();
      sheet.getRange("D2").values = [[range.values.length]];
    });
    expect(kinds()).toEqual(["read", "write"]);
  });

  test("making and deleting things is writing, selecting and looking is not", async () => {
    await bench.run((sheet) => sheet.getRange("A2").select());
    await bench.run((sheet) => sheet.tables.add("A1:C4", true));
    await bench.run((sheet) => sheet.getRange("9:9").delete("Up"));
    await bench.run((sheet) => sheet.onChanged.add(() => Promise.resolve()));
    expect(kinds()).toEqual(["read", "write", "write", "read"]);
  });

  test("letting go of the ranges of a run is not counted, and is done", async () => {
    await bench.run((sheet) => sheet.getRange("A1").load("address"));
    await expect.poll(() => bench.host.keptObjects).toBe(0);
    expect(kinds()).toEqual(["read"]);
  });

  test("3,000 rows in one sync are one", async () => {
    const rows = Array.from({ length: 3_000 }, (_, index) => [index]);
    await bench.run((sheet) => {
      sheet.getRange("E1:E3000").values = rows;
    });
    expect(kinds()).toEqual(["write"]);
    expect(bench.sheet.texts(area("E3000"))).toEqual([["2999"]]);
  });

  test("values that do not fit are refused although they arrive in pieces", async () => {
    const rows = Array.from({ length: 2_000 }, (_, index) => [index]);
    const wrong = bench.run((sheet) => {
      sheet.getRange("E1:E1999").values = rows;
    });
    await expect(wrong).rejects.toMatchObject({ code: "InvalidArgument" });
    expect(bench.sheet.usedArea()).toEqual(area("A1:C4"));
  });
});
