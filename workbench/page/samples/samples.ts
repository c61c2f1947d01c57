/** The sheets the workbench opens with. Items and stores are those of the demo factory; days count from today. */
import { cellArea, parseArea, type Area } from "../../host/model/area.ts";
import type { CellValue } from "../../host/model/cell.ts";
import type { Sheet } from "../../host/model/sheet.ts";
import { Workbook } from "../../host/model/workbook.ts";
import { manyRows } from "./many-rows.ts";
import { hiddenMessyRows, messyRows } from "./messy-paste.ts";
import { daysFrom } from "./need-days.ts";
import { salesOrderRows } from "./sales-order-lines.ts";
import { shortageRows } from "./shortages.ts";

const DATE = "yyyy-mm-dd";

export function sampleWorkbook(today: Date): Workbook {
  const day = daysFrom(today);
  const workbook = new Workbook("Planning.xlsx");
  const shortages = addSheet(workbook, "Shortages", { rows: shortageRows(day), dates: "G2:G13" });
  workbook.addTable(shortages, area("A1:G13"), "ShortInventoryPlanner");
  addSheet(workbook, "Sales order lines", { rows: salesOrderRows(day), dates: "J2:J12" });
  const messy = workbook.addSheet("Messy paste", messyRows(day));
  messy.setHidden(hiddenMessyRows, true);
  workbook.addSheet("Blank");
  workbook.select(shortages, [cellArea(0, 0)]);
  return workbook;
}

/** Adds a sheet with so many rows and shows it. */
export function addManyRows(workbook: Workbook, count: number, today: Date): void {
  const taken = workbook.sheets.map((sheet) => sheet.name);
  const name = [`${count} rows`, ...taken.map((_, index) => `${count} rows (${index + 2})`)].find(
    (candidate) => !taken.includes(candidate),
  );
  const rows = manyRows(count, daysFrom(today));
  const sheet = addSheet(workbook, name ?? "Many rows", { rows, dates: `D2:D${count + 1}` });
  workbook.select(sheet, [cellArea(0, 0)]);
}

interface Content {
  readonly rows: readonly (readonly CellValue[])[];
  /** The address of the cells that are shown as dates. */
  readonly dates: string;
}

function addSheet(workbook: Workbook, name: string, { rows, dates }: Content): Sheet {
  const sheet = workbook.addSheet(name, rows);
  const { rowCount, ...place } = area(dates);
  sheet.format(
    { ...place, rowCount },
    Array.from({ length: rowCount }, () => [DATE]),
  );
  return sheet;
}

function area(address: string): Area {
  const parsed = parseArea(address);
  if (parsed === null) throw new Error(`${address} is not an address`);
  return parsed;
}
