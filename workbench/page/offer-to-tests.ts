/** window.workbench: the same workbook for tests and for the curious at the browser's console. */
import { parseArea, type Area } from "../host/model/area.ts";
import type { CellValue } from "../host/model/cell.ts";
import type { Sheet } from "../host/model/sheet.ts";
import type { Workbook } from "../host/model/workbook.ts";
import type { StandInHost } from "../host/stand-in-host.ts";

export interface WorkbenchParts {
  readonly workbook: Workbook;
  readonly host: StandInHost;
  readonly pane: () => HTMLIFrameElement;
  readonly reopenPane: () => void;
}

export interface WorkbenchApi extends WorkbenchParts {
  /** One address such as "A2:B5", or several for areas picked with Ctrl. */
  readonly select: (addresses: string | readonly string[], sheet?: string) => void;
  /** The displayed texts. */
  readonly read: (address: string, sheet?: string) => string[][];
  /** As if typed. */
  readonly write: (address: string, values: readonly (readonly CellValue[])[], sheet?: string) => void;
}

declare global {
  interface Window {
    workbench: WorkbenchApi;
  }
}

export function offerToTests(parts: WorkbenchParts): void {
  const { workbook } = parts;
  const sheetOf = (name?: string): Sheet => (name === undefined ? workbook.active : workbook.sheet(name));
  window.workbench = {
    ...parts,
    select: (addresses, sheet) => workbook.select(sheetOf(sheet), [addresses].flat().map(area)),
    read: (address, sheet) => sheetOf(sheet).texts(area(address)),
    write: (address, values, sheet) => sheetOf(sheet).write(area(address), values, "local"),
  };
}

function area(address: string): Area {
  const parsed = parseArea(address);
  if (parsed === null) throw new Error(`There is no range "${address}"`);
  return parsed;
}
