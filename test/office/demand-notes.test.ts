/** A change of demand in the rows: at the end of MO Message, where the number stands now, and gone without a trace. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createExcelWorkbook } from "../../addin/host/excel-workbook.ts";
import { moNumber } from "../../shared/row/mo-number.ts";
import { parseArea } from "../../workbench/host/model/area.ts";
import type { Sheet } from "../../workbench/host/model/sheet.ts";
import { Workbook } from "../../workbench/host/model/workbook.ts";
import { StandInHost } from "../../workbench/host/stand-in-host.ts";
import { loadOffice, type OfficeRuntime } from "../../workbench/host/transport/node-runtime.ts";

const excel = createExcelWorkbook();
const [chair, table] = [moNumber(1), moNumber(2)];
const NOTE = "Demand changed: 24 → 30 EA (SO-7 line 2).";
let workbook: Workbook;
let sheet: Sheet;
let office: OfficeRuntime;

beforeEach(async () => {
  workbook = new Workbook("Plan.xlsx");
  sheet = workbook.addSheet("Orders", [
    ["MO Message", "Item Number", "Qty", "MO", "MO Status", "Mine"],
    ["", "CHAIR-1", 24, chair, "Open", "=C2*2"],
    ["Finished late.", "TABLE-1", 2, table, "Open", "Demand changed: mine"],
  ]);
  office = await loadOffice(new StandInHost({ workbook }));
  vi.stubGlobal("Office", office.Office);
  vi.stubGlobal("Excel", office.Excel);
});

afterEach(() => {
  office.close();
  vi.unstubAllGlobals();
});

function texts(address: string, of: Sheet = sheet): string[][] {
  const area = parseArea(address);
  if (area === null) throw new Error(address);
  return of.texts(area);
}

const note = (text: string) =>
  excel.paintStatuses([chair, table].map((number) => ({ number, words: {}, note: text })));

test("a note stands behind what the message says, and nothing else is touched", async () => {
  const others = texts("B1:F3");
  expect(await note(NOTE)).toEqual({ painted: [chair, table], refusal: null });
  expect(texts("A2:A3")).toEqual([[NOTE], [`Finished late. ${NOTE}`]]);
  expect(texts("B1:F3")).toEqual(others);
  expect((await note(NOTE)).painted).toEqual([]);
});

test("a note goes, wherever its row was sorted to, and leaves the message as it was", async () => {
  await note(NOTE);
  sheet.reorderRows(1, [1, 0], "local");
  await note("");
  expect(texts("A2:A3")).toEqual([["Finished late."], [""]]);
});

test("a status alone leaves the note, and a list without MO Message stays as it is", async () => {
  const plain = workbook.addSheet("Plain", [
    ["SKU", "Qty", "MO", "MO Status"],
    ["CHAIR-1", 24, chair, "Open"],
  ]);
  await note(NOTE);
  await excel.paintStatuses([{ number: chair, words: { orderStatus: "Released" } }]);
  expect(texts("A2:A2")).toEqual([[NOTE]]);
  expect(texts("A2:D2", plain)).toEqual([["CHAIR-1", "24", chair, "Released"]]);
});
