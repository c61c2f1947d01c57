/** Rows whose orders were cancelled are made ready to be made again: only our cells, only where the number still stands. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createExcelWorkbook } from "../../addin/host/excel-workbook.ts";
import { moNumber } from "../../shared/row/mo-number.ts";
import { parseArea } from "../../workbench/host/model/area.ts";
import type { Sheet } from "../../workbench/host/model/sheet.ts";
import { Workbook } from "../../workbench/host/model/workbook.ts";
import { StandInHost } from "../../workbench/host/stand-in-host.ts";
import { loadOffice, type OfficeRuntime } from "../../workbench/host/transport/node-runtime.ts";

const excel = createExcelWorkbook();
const [chair, table, bench] = [moNumber(1), moNumber(2), moNumber(3)];
let workbook: Workbook;
let sheet: Sheet;
let host: StandInHost;
let office: OfficeRuntime;

beforeEach(async () => {
  workbook = new Workbook("Plan.xlsx");
  sheet = workbook.addSheet("Shortages", [
    ["Item Number", "To Order", "MO", "MO Status", "MO Message", "Readiness", "Mine"],
    ["CHAIR-1", 5, chair, "Cancelled", "", "Ready", chair],
    ["TABLE-1", 2, table, "Cancelled", "Late", "", "=B3*2"],
    ["BENCH-1", 7, bench, "In Progress", "", "Ready", 1],
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

function texts(address: string): string[][] {
  const area = parseArea(address);
  if (area === null) throw new Error(address);
  return sheet.texts(area);
}

test("empties number, status and what we keep beside them, and says which MO it was", async () => {
  const others = [texts("A1:B4"), texts("G1:G4"), texts("A4:G4")];
  expect(await excel.clearOrders([chair, table])).toEqual({ painted: [chair, table], refusal: null });
  expect(texts("C2:F3")).toEqual([
    ["", "", `Was ${chair}, which was cancelled.`, ""],
    ["", "", `Was ${table}, which was cancelled.`, ""],
  ]);
  expect([texts("A1:B4"), texts("G1:G4"), texts("A4:G4")]).toEqual(others);
});

test("finds rows that were sorted since, on any sheet, and leaves a number that was typed over", async () => {
  sheet.reorderRows(1, [2, 1, 0], "local");
  const copy = workbook.addSheet("Copy", [
    ["SKU", "Qty", "MO", "MO Status"],
    ["CHAIR-1", 5, chair, "Cancelled"],
    ["CHAIR-1", 5, bench, "In Progress"],
  ]);
  await excel.clearOrders([chair]);
  expect(texts("C2:D4")).toEqual([
    [bench, "In Progress"],
    [table, "Cancelled"],
    ["", ""],
  ]);
  const area = parseArea("A2:D3");
  expect(area === null ? [] : copy.texts(area)).toEqual([
    ["CHAIR-1", "5", "", ""],
    ["CHAIR-1", "5", bench, "In Progress"],
  ]);
});

test("a number that stands nowhere is no fault, and nothing is written for it", async () => {
  const before = texts("A1:G4");
  expect(await excel.clearOrders([moNumber(9)])).toEqual({ painted: [], refusal: null });
  expect(texts("A1:G4")).toEqual(before);
});

test("a protected sheet is left alone, and the planner is told (R43)", async () => {
  sheet.isProtected = true;
  expect(await excel.clearOrders([chair])).toEqual({ painted: [], refusal: "sheet-protected" });
  expect(texts("C2:C2")).toEqual([[chair]]);
});
