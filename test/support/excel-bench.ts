/** A workbook on the stand-in for Excel, Microsoft's office.js over it, and the add-in's own port on top. */
import { vi } from "vitest";
import { createExcelWorkbook } from "../../addin/host/excel-workbook.ts";
import type { Workbook as ExcelWorkbook } from "../../addin/host/workbook.ts";
import type { Intake } from "../../shared/intake/intake.ts";
import { takeIn } from "../../shared/intake/take-in.ts";
import { moNumber } from "../../shared/row/mo-number.ts";
import { patchForBatch, placeOf } from "../../shared/sheet/patch-for-batch.ts";
import type { SheetPatch } from "../../shared/sheet/sheet-patch.ts";
import type { BatchRow } from "../../shared/wire/batch.ts";
import { parseArea, type Area } from "../../workbench/host/model/area.ts";
import type { CellValue } from "../../workbench/host/model/cell.ts";
import type { Sheet } from "../../workbench/host/model/sheet.ts";
import { Workbook } from "../../workbench/host/model/workbook.ts";
import { StandInHost } from "../../workbench/host/stand-in-host.ts";
import { loadOffice } from "../../workbench/host/transport/node-runtime.ts";

export type Rows = readonly (readonly CellValue[])[];

export interface ExcelBench {
  readonly workbook: Workbook;
  readonly sheet: Sheet;
  readonly host: StandInHost;
  readonly excel: ExcelWorkbook;
  /** Selects, reads and understands. */
  readonly reads: (address: string, of?: Sheet) => Promise<Intake>;
  readonly texts: (address: string, of?: Sheet) => string[][];
  readonly close: () => void;
}

/** `excelApi`: an older Excel, such as "1.8". */
export async function openExcel(rows: Rows, excelApi?: string): Promise<ExcelBench> {
  const workbook = new Workbook("Plan.xlsx");
  const sheet = workbook.addSheet("List", rows);
  const host = new StandInHost({
    workbook,
    ...(excelApi !== undefined && { requirementSets: { excelapi: excelApi, sharedruntime: "1.1" } }),
  });
  const office = await loadOffice(host);
  vi.stubGlobal("Office", office.Office);
  vi.stubGlobal("Excel", office.Excel);
  const excel = createExcelWorkbook();
  return {
    workbook,
    sheet,
    host,
    excel,
    reads: async (address, of = sheet) => {
      workbook.select(of, [area(address)]);
      const selection = await excel.readSelection();
      if (selection.kind !== "rows") throw new Error(selection.kind);
      const result = takeIn(selection.rows, { quantityColumn: null });
      if (!result.ok) throw new Error(result.refusal);
      return result.intake;
    },
    texts: (address, of = sheet) => of.texts(area(address)),
    close: () => {
      office.close();
      vi.unstubAllGlobals();
    },
  };
}

export function area(address: string): Area {
  const parsed = parseArea(address);
  if (parsed === null) throw new Error(address);
  return parsed;
}

/** An order for each row, numbered from `first` on. */
export function made(intake: Intake, first = 1): SheetPatch {
  const rows = intake.lines.map((line, index): BatchRow => ({
    outcome: "created",
    row: line.row,
    number: moNumber(first + index),
    status: "open",
    holdReason: null,
    warnings: [],
  }));
  return patchForBatch(placeOf(intake), rows);
}

export const noProgress = (): void => undefined;
