/** The sheets the workbench opens with. Items and stores are those of the demo factory; days count from today. */
import { parseArea, type Area } from "../../host/model/area.ts";
import { dateSerial } from "../../host/model/cell.ts";
import type { Sheet } from "../../host/model/sheet.ts";
import { Workbook } from "../../host/model/workbook.ts";
import { messyRows } from "./messy-paste.ts";
import { salesOrderRows } from "./sales-order-lines.ts";
import { shortageRows } from "./shortages.ts";

/** A day so many days from today, as a serial. */
export type DayFromToday = (days: number) => number;

export function sampleWorkbook(today: Date): Workbook {
  const base = dateSerial(today.toISOString().slice(0, 10));
  const day: DayFromToday = (days) => base + days;
  const workbook = new Workbook("Planning.xlsx");
  const shortages = workbook.addSheet("Shortages", shortageRows(day));
  formatDates(shortages, "G");
  workbook.addTable(shortages, usedArea(shortages), "ShortInventoryPlanner");
  formatDates(workbook.addSheet("Sales order lines", salesOrderRows(day)), "J");
  const messy = workbook.addSheet("Messy paste", messyRows(day));
  messy.setHidden([14, 15], true);
  workbook.addSheet("Blank");
  workbook.select(shortages, [area("A1")]);
  return workbook;
}

function formatDates(sheet: Sheet, column: string): void {
  const { rowCount } = usedArea(sheet);
  const dates = area(`${column}2:${column}${String(rowCount)}`);
  sheet.format(
    dates,
    Array.from({ length: dates.rowCount }, () => ["yyyy-mm-dd"]),
  );
}

function usedArea(sheet: Sheet): Area {
  const used = sheet.usedArea();
  if (used === null) throw new Error(`${sheet.name} is empty`);
  return used;
}

function area(address: string): Area {
  const parsed = parseArea(address);
  if (parsed === null) throw new Error(address);
  return parsed;
}
