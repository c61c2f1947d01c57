/**
 * window.workbench: the workbench in the hands of a test, or of the curious at the browser's console. Addresses are
 * as people write them ("B2:C9", "5:9", "A:C"); without a sheet's name the active sheet is meant.
 */
import { parseArea, type Area } from "../host/model/area.ts";
import type { CellValue } from "../host/model/cell.ts";
import type { Sheet } from "../host/model/sheet.ts";
import type { Workbook } from "../host/model/workbook.ts";
import type { StandInHost } from "../host/stand-in-host.ts";

export interface Workbench {
  /** The model: the truth behind the grid. */
  readonly workbook: Workbook;
  readonly host: StandInHost;
  readonly faults: StandInHost["faults"];
  /** One address, or several for areas picked with Ctrl. Shows the sheet. */
  readonly select: (addresses: string | readonly string[], sheetName?: string) => void;
  /** The displayed texts, row by row. */
  readonly read: (address: string, sheetName?: string) => string[][];
  /** As if typed by the person at the grid; the address is where the block begins. */
  readonly write: (
    address: string,
    values: readonly (readonly (CellValue | null)[])[],
    sheetName?: string,
  ) => void;
  /** Pastes tab-separated text at the active cell. */
  readonly paste: (tsv: string) => void;
  readonly activate: (sheetName: string) => void;
  /** Round trips since the last reset, without office.js's own housekeeping. */
  readonly roundTrips: () => { readonly reads: number; readonly writes: number };
  /** The frame of the task pane, shown or not. */
  readonly pane: () => HTMLIFrameElement;
  /** Starts the add-in anew, as after a crash. */
  readonly reopenPane: () => void;
  /** Presses a ribbon button by its function's name; resolves when the function says that it is done. */
  readonly runCommand: (functionName: string) => Promise<void>;
}

declare global {
  interface Window {
    workbench: Workbench;
  }
}

export interface WorkbenchParts extends Pick<Workbench, "paste" | "pane" | "reopenPane"> {
  readonly workbook: Workbook;
  readonly host: StandInHost;
  readonly activate: (sheet: Sheet) => void;
}

export function offerWorkbench({ workbook, host, activate, ...parts }: WorkbenchParts): void {
  const sheetOf = (name?: string): Sheet => (name === undefined ? workbook.active : workbook.sheet(name));
  window.workbench = {
    ...parts,
    workbook,
    host,
    faults: host.faults,
    select: (addresses, name) => workbook.select(sheetOf(name), [addresses].flat().map(areaOf)),
    read: (address, name) => sheetOf(name).texts(areaOf(address)),
    write: (address, values, name) => sheetOf(name).write(areaOf(address), values, "local"),
    activate: (name) => activate(workbook.sheet(name)),
    roundTrips: () => ({ reads: host.roundTrips.reads, writes: host.roundTrips.writes }),
    runCommand: (functionName) => host.runCommand(functionName),
  };
}

function areaOf(address: string): Area {
  const area = parseArea(address);
  if (area === null) throw new Error(`"${address}" is not an address`);
  return area;
}
