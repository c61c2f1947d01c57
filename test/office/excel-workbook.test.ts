import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Intake } from "../../shared/intake/intake.ts";
import { takeIn } from "../../shared/intake/take-in.ts";
import { placeOf, patchForBatch } from "../../shared/sheet/patch-for-batch.ts";
import type { SheetPatch } from "../../shared/sheet/sheet-patch.ts";
import { moNumber } from "../../shared/row/mo-number.ts";
import type { BatchRow } from "../../shared/wire/batch.ts";
import { parseArea, type Area } from "../../workbench/host/model/area.ts";
import type { Sheet } from "../../workbench/host/model/sheet.ts";
import { Workbook } from "../../workbench/host/model/workbook.ts";
import { StandInHost } from "../../workbench/host/stand-in-host.ts";
import { loadOffice, type OfficeRuntime } from "../../workbench/host/transport/node-runtime.ts";
import { createExcelWorkbook } from "../../addin/host/excel-workbook.ts";

const excel = createExcelWorkbook();
let workbook: Workbook;
let sheet: Sheet;
let host: StandInHost;
let office: OfficeRuntime;

beforeEach(async () => {
  workbook = new Workbook("Plan.xlsx");
  sheet = workbook.addSheet("Shortages", [
    ["Item Number", "To Order", "Check"],
    ["CHAIR-1", 5, "=B2*2"],
    ["TABLE-1", 2, "=B3*2"],
    ["BENCH-1", 7, "=B4*2"],
    ["STOOL-1", 9, "=B5*2"],
  ]);
  host = new StandInHost({ workbook });
  office = await loadOffice(host);
  vi.stubGlobal("Office", office.Office);
  vi.stubGlobal("Excel", office.Excel);
});

afterEach(() => {
  office.close();
  vi.unstubAllGlobals();
});

function area(address: string): Area {
  const parsed = parseArea(address);
  if (parsed === null) throw new Error(address);
  return parsed;
}

async function reads(...addresses: readonly string[]): Promise<Intake> {
  workbook.select(sheet, addresses.map(area));
  host.roundTrips.reset();
  const selection = await excel.readSelection();
  if (selection.kind !== "rows") throw new Error(selection.kind);
  const result = takeIn(selection.rows, { quantityColumn: null });
  if (!result.ok) throw new Error(result.refusal);
  return result.intake;
}

const rowsOf = (intake: Intake): readonly number[] => intake.lines.map((line) => line.row);

function made(intake: Intake): SheetPatch {
  const rows = intake.lines.map((line, index): BatchRow => ({
    outcome: "created",
    row: line.row,
    number: moNumber(index + 1),
    status: "open",
    holdReason: null,
    warnings: [],
  }));
  return patchForBatch(placeOf(intake), rows);
}

const noProgress = (): void => undefined;

describe("reading a selection", () => {
  test("takes two round trips", async () => {
    expect(rowsOf(await reads("A2:B4"))).toEqual([2, 3, 4]);
    expect(host.roundTrips.log).toHaveLength(2);
  });

  test("of one cell is that row; of whole columns or the whole sheet is what is used (R34)", async () => {
    expect(rowsOf(await reads("B3"))).toEqual([3]);
    expect(rowsOf(await reads("A:B"))).toEqual([2, 3, 4, 5]);
    expect(rowsOf(await reads("1:1048576"))).toEqual([2, 3, 4, 5]);
  });

  test("with Ctrl gives each row once, in the sheet's order (R35)", async () => {
    expect(rowsOf(await reads("A5:B5", "A2:B2", "A5"))).toEqual([2, 5]);
  });

  test("leaves hidden rows out and counts them (R32)", async () => {
    sheet.setHidden([2], true);
    const intake = await reads("A2:B5");
    expect(rowsOf(intake)).toEqual([2, 4, 5]);
    expect(intake.skipped.hidden).toBe(1);
  });

  test("inside a table keeps to the table: its headings, its columns, not its totals row (R51)", async () => {
    const listed = workbook.addSheet("Listed", [
      ["note", "", "", ""],
      ["", "SKU", "Qty", "other"],
      ["", "CHAIR-1", 5, "x"],
      ["", "Sum", 5, ""],
    ]);
    const table = workbook.addTable(listed, area("B2:C4"), "List");
    table.showTotals = true;
    workbook.select(listed, [area("A1:D4")]);
    sheet = listed;
    const intake = await reads("B3:B4");
    expect(intake).toMatchObject({ headingRow: 2, firstColumn: 1, lastColumn: 2, tableId: table.id });
    expect(rowsOf(intake)).toEqual([3]);
  });

  test("of an empty sheet is nothing", async () => {
    workbook.select(workbook.addSheet("Empty"), [area("A1:C9")]);
    expect(await excel.readSelection()).toEqual({ kind: "nothing" });
  });

  test("goes on in a host that knows neither hidden rows nor news of cells", async () => {
    host.faults.refuse("NotImplemented", "Range.RowHidden", "WorksheetCollection._RegisterDataChangedEvent");
    expect(rowsOf(await reads("A2:B4"))).toEqual([2, 3, 4]);
    await excel.onChange(noProgress);
  });

  test("while a cell is edited says so (R30)", async () => {
    host.faults.cellEditMode = true;
    expect(await excel.readSelection()).toEqual({ kind: "refused", refusal: "cell-edit-mode" });
  });
});

describe("painting", () => {
  test("takes two round trips, adds our columns at the right edge, and leaves formulas as they were (R39)", async () => {
    const intake = await reads("A2:B4");
    host.roundTrips.reset();
    const report = await excel.paint(made(intake), noProgress);
    expect(report).toMatchObject({ painted: [2, 3, 4], lost: [], refusal: null });
    expect(host.roundTrips.log.map((trip) => trip.kind)).toEqual(["read", "write"]);
    expect(sheet.texts(area("D1:F2"))).toEqual([
      ["MO", "MO Status", "MO Message"],
      ["MO-0000013", "Open", ""],
    ]);
    expect(sheet.map(area("C2:C5"), (cell) => cell.formula)).toEqual([
      ["=B2*2"],
      ["=B3*2"],
      ["=B4*2"],
      ["=B5*2"],
    ]);
  });

  test("writes nothing when everything is right already", async () => {
    const patch = made(await reads("A2:B4"));
    await excel.paint(patch, noProgress);
    host.roundTrips.reset();
    await excel.paint(patch, noProgress);
    expect(host.roundTrips.writes).toBe(0);
  });

  test("beside a table with the planner's notes right of it leaves every note as it was, further right", async () => {
    workbook.addTable(sheet, area("A1:C5"), "Short");
    const notes = ["ask Eva", "urgent", "", "new supplier"];
    sheet.write(
      { row: 1, column: 3 },
      notes.map((note) => [note]),
      "local",
    );
    await excel.paint(made(await reads("A2:B5")), noProgress);
    expect(sheet.texts(area("D1:D2"))).toEqual([["MO"], [moNumber(1)]]);
    expect(sheet.texts(area("G2:G5"))).toEqual(notes.map((note) => [note]));
  });

  test("in a table adds columns to the table", async () => {
    const table = workbook.addTable(sheet, area("A1:C5"), "Short");
    await excel.paint(made(await reads("A2:B3")), noProgress);
    expect(table.columnNames()).toEqual([
      "Item Number",
      "To Order",
      "Check",
      "MO",
      "MO Status",
      "MO Message",
    ]);
    expect(sheet.texts(area("D2:D3"))).toEqual([[moNumber(1)], [moNumber(2)]]);
  });

  test("past a filter puts each result into its own row and none into a hidden one (R31)", async () => {
    sheet.setHidden([2, 3], true);
    await excel.paint(made(await reads("A2:B5")), noProgress);
    expect(sheet.texts(area("D2:D5"))).toEqual([[moNumber(1)], [""], [""], [moNumber(2)]]);
    expect(sheet.hiddenRows.size).toBe(2);
  });

  test("finds rows again that were sorted or pushed down since they were read (R36)", async () => {
    const patch = made(await reads("A2:B3"));
    sheet.reorderRows(1, [3, 2, 1, 0], "local");
    sheet.insertRows(0, 2, "local");
    const report = await excel.paint(patch, noProgress);
    expect(report.lost).toEqual([]);
    expect(report.moved).toEqual(
      expect.arrayContaining([
        { from: 2, to: 7 },
        { from: 3, to: 6 },
      ]),
    );
    expect(sheet.texts(area("A6:D7")).map((row) => [row[0], row[3]])).toEqual([
      ["TABLE-1", moNumber(2)],
      ["CHAIR-1", moNumber(1)],
    ]);
  });

  test("reports a row that is no longer there and paints the others", async () => {
    const patch = made(await reads("A2:B4"));
    sheet.deleteRows(2, 1, "local");
    const report = await excel.paint(patch, noProgress);
    expect(report.lost).toEqual([3]);
    expect(sheet.texts(area("D2:D3"))).toEqual([[moNumber(1)], [moNumber(3)]]);
  });

  test("into a protected sheet is refused, and the sheet stays protected (R43)", async () => {
    const patch = made(await reads("A2:B4"));
    sheet.isProtected = true;
    expect(await excel.paint(patch, noProgress)).toMatchObject({ painted: [], refusal: "sheet-protected" });
    expect(sheet.isProtected).toBe(true);
  });

  test("goes on in smaller pieces when the host finds a request too large (R29)", async () => {
    const patch = made(await reads("A2:B5"));
    host.faults.largestRequest = 1_900;
    expect(await excel.paint(patch, noProgress)).toMatchObject({ painted: [2, 3, 4, 5], refusal: null });
    expect(sheet.texts(area("D5:D5"))).toEqual([[moNumber(4)]]);
  });
});

describe("status", () => {
  test("is written beside its number wherever that stands now, and nowhere else", async () => {
    await excel.paint(made(await reads("A2:B4")), noProgress);
    sheet.reorderRows(1, [2, 1, 0], "local");
    expect((await excel.findOrders())?.numbers).toEqual([moNumber(3), moNumber(2), moNumber(1)]);
    const report = await excel.paintStatuses([{ number: moNumber(1), words: { orderStatus: "Released" } }]);
    expect(report.painted).toEqual([moNumber(1)]);
    expect(sheet.texts(area("E2:E5"))).toEqual([["Open"], ["Open"], ["Released"], [""]]);
  });

  test("is written with what else the planner made columns for, and only there", async () => {
    await excel.paint(made(await reads("A2:B4")), noProgress);
    sheet.write({ row: 0, column: 6 }, [["MO Due", "Readiness"]], "local");
    const words = {
      orderStatus: "Open",
      orderDue: "2027-04-02",
      orderProduced: "0",
      orderReadiness: "Ready",
    };
    await excel.paintStatuses([{ number: moNumber(2), words }]);
    expect(sheet.texts(area("G1:H4"))).toEqual([
      ["MO Due", "Readiness"],
      ["", ""],
      ["4/2/2027", "Ready"],
      ["", ""],
    ]);
    expect((await excel.findOrders())?.withReadiness).toEqual([moNumber(1), moNumber(2), moNumber(3)]);
  });

  test("that is right already costs no write", async () => {
    await excel.paint(made(await reads("A2:B4")), noProgress);
    host.roundTrips.reset();
    await excel.paintStatuses([{ number: moNumber(1), words: { orderStatus: "Open" } }]);
    expect(host.roundTrips.writes).toBe(0);
  });
});

describe("around the sheet", () => {
  test("a problem's cell is shown and selected", async () => {
    await excel.selectCell(sheet.id, { row: 4, column: 1 });
    expect(workbook.selection).toEqual([area("B4")]);
  });

  test("hints come when the selection moves or somebody types, not when we paint", async () => {
    const hints: string[] = [];
    await excel.onChange((hint) => void hints.push(hint));
    const patch = made(await reads("A2:B4"));
    await excel.paint(patch, noProgress);
    sheet.write({ row: 1, column: 1 }, [[6]], "local");
    await expect.poll(() => hints).toEqual(["selection", "cells"]);
  });

  test("a small text is kept in the workbook, and costs nothing that can be undone (R41)", async () => {
    expect(await excel.readSetting("workbookId")).toEqual({ kind: "read", value: null });
    await excel.writeSetting("workbookId", "abc");
    expect(await excel.readSetting("workbookId")).toEqual({ kind: "read", value: "abc" });
    expect(host.undoLosses).toBe(0);
  });
});
