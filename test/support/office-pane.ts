/** The pane without its screen: real office.js on the stand-in host, and the real service behind a door. */
import { vi } from "vitest";
import { createExcelWorkbook } from "../../addin/host/excel-workbook.ts";
import { httpAt, type Http } from "../../addin/sync/clients/http.ts";
import { createServiceClient } from "../../addin/sync/clients/service-client.ts";
import { createSourceClient } from "../../addin/sync/clients/source-client.ts";
import { Planner, type PlannerPorts } from "../../addin/sync/planner.ts";
import type { PlannerState } from "../../addin/sync/planner-state.ts";
import { indexedRecords } from "../../addin/sync/press/indexed-records.ts";
import { createOutbox } from "../../addin/sync/press/outbox.ts";
import { WorkbookId } from "../../addin/sync/workbook-id.ts";
import { parseArea, type Area } from "../../workbench/host/model/area.ts";
import type { CellValue } from "../../workbench/host/model/cell.ts";
import type { Sheet } from "../../workbench/host/model/sheet.ts";
import { Workbook } from "../../workbench/host/model/workbook.ts";
import { StandInHost } from "../../workbench/host/stand-in-host.ts";
import { loadOffice } from "../../workbench/host/transport/node-runtime.ts";
import type { Workbook as ExcelWorkbook } from "../../addin/host/workbook.ts";
import { serveWithDoor, type ServedService } from "./serve-with-door.ts";

export interface OfficePane {
  readonly served: ServedService;
  readonly workbook: Workbook;
  readonly sheet: Sheet;
  readonly host: StandInHost;
  /** The add-in's way into Excel. */
  readonly excel: ExcelWorkbook;
  readonly http: Http;
  /** A pane of this workbook, as after each reload; it keeps what the one before could not finish. */
  openPane(ports?: Partial<PlannerPorts>): Planner;
  select(address: string, of?: Sheet): void;
  texts(address: string, of?: Sheet): string[][];
  /** Excel fails at whatever is asked of it while this says so. */
  failWhile(isFailing: () => boolean): void;
  close(): Promise<void>;
}

export async function openOfficePane(
  name: string,
  values: readonly (readonly CellValue[])[],
): Promise<OfficePane> {
  const served = await serveWithDoor();
  const workbook = new Workbook("Plan.xlsx");
  const sheet = workbook.addSheet(name, values);
  const host = new StandInHost({ workbook });
  const office = await loadOffice(host);
  vi.stubGlobal("Office", office.Office);
  vi.stubGlobal("Excel", office.Excel);
  const panes: Planner[] = [];
  const [excel, http] = [createExcelWorkbook(), httpAt(served.base)];
  const open = paneOpener(excel, http);
  return {
    served,
    excel,
    http,
    workbook,
    sheet,
    host,
    openPane: (ports = {}) => {
      const pane = open(ports);
      panes.push(pane);
      pane.start();
      return pane;
    },
    select: (address, of = sheet) => workbook.select(of, [areaOf(address)]),
    texts: (address, of = sheet) => of.texts(areaOf(address)),
    failWhile: (isFailing) => {
      const fails = (): never => {
        throw new Error("Excel fell over");
      };
      const get = (excel: typeof office.Excel, member: string | symbol): unknown =>
        member === "run" && isFailing() ? fails : Reflect.get(excel, member);
      vi.stubGlobal("Excel", new Proxy(office.Excel, { get }));
    },
    close: async () => {
      for (const pane of panes) pane.close();
      office.close();
      vi.unstubAllGlobals();
      await served.close();
    },
  };
}

/** Resolves when the pane shows what is wanted. */
export function shows(pane: Planner, isWanted: (state: PlannerState) => boolean): Promise<PlannerState> {
  return new Promise((resolve) => {
    const look = (): void => {
      const state = pane.store.get();
      if (!isWanted(state)) return;
      stop();
      resolve(state);
    };
    const stop = pane.store.subscribe(look);
    look();
  });
}

function paneOpener(excel: ExcelWorkbook, http: Http): (ports: Partial<PlannerPorts>) => Planner {
  const newKey = (): string => crypto.randomUUID();
  // Node has no IndexedDB, like a browser that keeps nothing: what is put lasts as long as this outbox.
  const outbox = createOutbox(indexedRecords(() => indexedDB));
  return (ports) =>
    new Planner({
      workbook: excel,
      workbookId: new WorkbookId(excel, newKey),
      client: createServiceClient(http),
      sources: createSourceClient(http),
      outbox,
      news: { found: () => undefined, happened: () => undefined },
      newKey,
      clockTime: () => "14:02",
      onMade: () => undefined,
      ...ports,
    });
}

function areaOf(address: string): Area {
  const area = parseArea(address);
  if (area === null) throw new Error(`"${address}" is not an address`);
  return area;
}
