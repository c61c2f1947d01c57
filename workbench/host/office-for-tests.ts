/** A workbook with one list in it and Microsoft's office.js beside it, for the tests of this folder. */
import { parseArea, type Area } from "./model/area.ts";
import type { CellValue } from "./model/cell.ts";
import type { Sheet } from "./model/sheet.ts";
import { Workbook } from "./model/workbook.ts";
import { StandInHost } from "./stand-in-host.ts";
import { loadOffice, type OfficeRuntime } from "./transport/node-runtime.ts";

export interface OfficeBench {
  readonly workbook: Workbook;
  readonly sheet: Sheet;
  readonly host: StandInHost;
  readonly office: OfficeRuntime;
  /** One Excel.run on the sheet, with a sync after it. */
  run(work: Work): Promise<void>;
  /** The same; what was loaded is read after the sync, and turned into plain values of this realm. */
  read(load: Load): Promise<unknown>;
}

type Work = (sheet: Excel.Worksheet, context: Excel.RequestContext) => unknown;
type Load = (
  sheet: Excel.Worksheet,
  context: Excel.RequestContext,
) => (() => unknown) | Promise<() => unknown>;

const LIST: readonly (readonly CellValue[])[] = [
  ["Item", "Qty", "Store"],
  ["CHAIR", 5, "Main"],
  ["TABLE", 7, "North"],
  ["DESK", 2.5, "Main"],
];

export async function openOffice(values = LIST): Promise<OfficeBench> {
  const workbook = new Workbook("Test.xlsx");
  const sheet = workbook.addSheet("List", values);
  const host = new StandInHost({ workbook });
  const office = await loadOffice(host);
  host.roundTrips.reset();
  const on = <Result>(work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Result) =>
    office.Excel.run(async (context) => {
      const answer = await work(context.workbook.worksheets.getItem(sheet.id), context);
      await context.sync();
      return { answer };
    });
  const run = async (work: Work): Promise<void> => {
    await on(work);
  };
  const read = async (load: Load): Promise<unknown> => plain((await on(load)).answer());
  return { workbook, sheet, host, office, run, read };
}

/** office.js runs in a realm of its own, whose arrays are not equal to ours. */
function plain(value: unknown): unknown {
  const copy: unknown = JSON.parse(JSON.stringify(value));
  return copy;
}

export function area(address: string): Area {
  const parsed = parseArea(address);
  if (parsed === null) throw new Error(address);
  return parsed;
}
