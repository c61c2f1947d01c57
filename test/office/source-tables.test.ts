/** A source's sheet over office.js: put in, kept right where its rows stand now, and never left half done. */
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createExcelWorkbook } from "../../addin/host/excel-workbook.ts";
import type { Source } from "../../shared/wire/sources.ts";
import { parseArea } from "../../workbench/host/model/area.ts";
import type { Table } from "../../workbench/host/model/table.ts";
import { Workbook } from "../../workbench/host/model/workbook.ts";
import { StandInHost } from "../../workbench/host/stand-in-host.ts";
import { loadOffice, type OfficeRuntime } from "../../workbench/host/transport/node-runtime.ts";

const excel = createExcelWorkbook();
const rows = [
  ["00417", "MAIN", "5"],
  ["BENCH-1", "MAIN", "2.5"],
  ["CHAIR-1", "MAIN", "7"],
];
const stool = ["STOOL-1", "MAIN", "1"];
let workbook: Workbook;
let host: StandInHost;
let office: OfficeRuntime;

beforeEach(async () => {
  workbook = new Workbook("Plan.xlsx");
  workbook.addSheet("Notes", [["Mine"]]);
  host = new StandInHost({ workbook });
  office = await loadOffice(host);
  vi.stubGlobal("Office", office.Office);
  vi.stubGlobal("Excel", office.Excel);
});

afterEach(() => {
  office.close();
  vi.unstubAllGlobals();
});

function short(told: readonly (readonly string[])[]): Source {
  const column = (heading: string, type: "text" | "number") => ({ heading, type, isTyped: false });
  const columns = [column("Item Number", "text"), column("Store", "text"), column("To Order", "number")];
  return { source: "short-inventory-planner", key: [0, 1], columns, rows: told.map((row) => [...row]) };
}

async function inserted(): Promise<Table> {
  const report = await excel.insertSource(short(rows), () => undefined);
  const table = workbook.tables().find(({ name }) => report.kind === "inserted" && name === report.tableName);
  if (table === undefined) throw new Error("Nothing was inserted");
  return table;
}

function texts({ sheet }: Table, address: string): string[][] {
  const area = parseArea(address);
  if (area === null) throw new Error(address);
  return sheet.texts(area);
}

/** As the planner does it in Excel. */
async function does(table: Table, work: (table: Excel.Table, sheet: Excel.Worksheet) => void): Promise<void> {
  await Excel.run(async (context) => {
    const own = context.workbook.tables.getItem(table.name);
    work(own, own.worksheet);
    await context.sync();
  });
}

describe("a refresh", () => {
  test("writes nothing where everything is right", async () => {
    const table = await inserted();
    host.roundTrips.reset();
    expect(await excel.refreshSource(table.name, short(rows))).toMatchObject({ changed: 0, gone: 0 });
    expect(host.roundTrips.writes).toBe(0);
  });

  test("leaves the totals row alone, and adds nothing around it", async () => {
    const table = await inserted();
    await does(table, (own) => (own.showTotals = true));
    const before = texts(table, "A1:C8");
    expect(await excel.refreshSource(table.name, short([...rows, stool]))).toMatchObject({
      changed: 0,
      added: 0,
      gone: 0,
      notAdded: 1,
      obstacle: "totals-row",
    });
    expect(texts(table, "A1:C8")).toEqual(before);
  });

  test("tells which heading is missing by which rows are known", async () => {
    const table = await inserted();
    await does(table, (_, sheet) => (sheet.getRange("A1").values = [["Part"]]));
    expect(await excel.refreshSource(table.name, short(rows))).toMatchObject({
      lostColumns: ["Item Number"],
      changed: 0,
      notAdded: 0,
    });
  });

  test("keeps a row right that the planner has twice", async () => {
    const table = await inserted();
    await does(table, (own, sheet) => {
      sheet.getRange("A5:C5").values = [["BENCH-1", "MAIN", 1]];
      own.resize("A1:C5");
    });
    expect(await excel.refreshSource(table.name, short(rows))).toMatchObject({ changed: 1, gone: 0 });
    expect(texts(table, "C3:C5")).toEqual([["2.5"], ["7"], ["2.5"]]);
  });

  test("knows an item again whose code Excel took for a number, and does not add it twice", async () => {
    const table = await inserted();
    await does(table, (_, sheet) => {
      sheet.getRange("A2").numberFormat = [["General"]];
      sheet.getRange("A2").values = [[417]];
    });
    const [, ...others] = rows;
    const now = [["00417", "MAIN", "6"], ...others];
    expect(await excel.refreshSource(table.name, short(now))).toMatchObject({
      changed: 1,
      added: 0,
      gone: 0,
    });
    expect(texts(table, "A2:C2")).toEqual([["417", "MAIN", "6"]]);
    const either = [["0417", "MAIN", "9"], ...now];
    expect(await excel.refreshSource(table.name, short(either))).toMatchObject({ added: 0, gone: 1 });
    expect(texts(table, "A2:C2")).toEqual([["417", "MAIN", "6"]]);
  });

  test("suggests no more what has left the source, and keeps its row", async () => {
    const table = await inserted();
    const [first = [], second = []] = rows;
    expect(await excel.refreshSource(table.name, short([first, second]))).toMatchObject({
      changed: 0,
      gone: 1,
    });
    expect(texts(table, "A2:C4")).toEqual([first, second, ["CHAIR-1", "MAIN", "0"]]);
    host.roundTrips.reset();
    expect(await excel.refreshSource(table.name, short([first, second]))).toMatchObject({ gone: 1 });
    expect(host.roundTrips.writes).toBe(0);
  });

  test("adds no row that is sufficient where those are hidden, and keeps one right that became so", async () => {
    const table = await inserted();
    const [first = [], second = []] = rows;
    const enough = ["SHELF-1", "MAIN", "0"];
    const now = { ...short([first, second, ["CHAIR-1", "MAIN", "0"], enough, stool]), hidesSufficient: true };
    expect(await excel.refreshSource(table.name, now)).toMatchObject({ changed: 1, added: 1, gone: 0 });
    expect(texts(table, "A2:C5")).toEqual([first, second, ["CHAIR-1", "MAIN", "0"], stool]);
  });

  test("leaves what the planner calculates beside it, in the rows it adds too", async () => {
    const table = await inserted();
    const formula = "=[@[To Order]]*2";
    await does(table, (own, sheet) => {
      sheet.getRange("D1:D4").values = [["Double"], [formula], [formula], [formula]];
      own.resize("A1:D4");
    });
    expect(await excel.refreshSource(table.name, short([...rows, stool]))).toMatchObject({ added: 1 });
    expect(texts(table, "A5:C5")).toEqual([stool]);
    const area = parseArea("D2:D5");
    const formulas = area === null ? [] : table.sheet.map(area, (cell) => cell.formula).flat();
    expect(formulas).toEqual([formula, formula, formula, formula]);
  });

  test.each([
    ["to let the table grow", "Table.Resize", "no-room"],
    ["what is written into it then", "Range.set Values", "not-writable"],
  ] as const)(
    "that Excel refuses %s leaves nothing behind, and can be made again",
    async (_, member, why) => {
      const table = await inserted();
      const before = table.area;
      host.faults.refuse(why === "no-room" ? "InsertDeleteConflict" : "GeneralException", member);
      const now = short([...rows, stool]);
      expect(await excel.refreshSource(table.name, now)).toMatchObject({
        added: 0,
        notAdded: 1,
        refusal: why,
      });
      expect(table.area).toEqual(before);
      expect(texts(table, "A5:C5")).toEqual([["", "", ""]]);
      host.faults.clear();
      expect(await excel.refreshSource(table.name, now)).toMatchObject({ added: 1, refusal: null });
      expect(texts(table, "A5:C5")).toEqual([stool]);
    },
  );

  test("adds its rows to the end although somebody begins to type in between", async () => {
    const table = await inserted();
    const stop = workbook.listen(() => {
      if (table.area.rowCount === 5) host.faults.cellEditBatches = 1;
      stop();
    });
    expect(await excel.refreshSource(table.name, short([...rows, stool]))).toMatchObject({
      added: 1,
      refusal: null,
    });
    expect(texts(table, "A5:C5")).toEqual([stool]);
  });

  test("tells that its table is gone, not its sheet", async () => {
    const table = await inserted();
    workbook.removeTable(table);
    expect(await excel.refreshSource(table.name, short(rows))).toMatchObject({ refusal: "table-gone" });
  });

  test("does not let the table grow where Excel refused to write", async () => {
    const table = await inserted();
    const before = table.area;
    table.sheet.isProtected = true;
    expect(await excel.refreshSource(table.name, short([...rows, stool]))).toMatchObject({
      added: 0,
      notAdded: 1,
      refusal: "sheet-protected",
    });
    expect(table.area).toEqual(before);
  });
});

describe("an insertion", () => {
  const many = Array.from({ length: 30_000 }, (_, at) => [`ITEM-${String(at)}`, "MAIN", "5"]);

  test("refused half way takes its sheet away again and tells why", async () => {
    const report = await excel.insertSource(short(many), () => {
      const sheet = workbook.sheets.at(-1);
      if (sheet !== undefined) sheet.isProtected = true;
    });
    expect(report).toEqual({ kind: "refused", refusal: "sheet-protected", leftSheet: null });
    expect(workbook.sheets.map(({ name }) => name)).toEqual(["Notes"]);
    expect(workbook.tables()).toEqual([]);
  });

  test("selects a heading: no row is chosen that the planner did not choose", async () => {
    const table = await inserted();
    expect([workbook.active, workbook.selection]).toEqual([table.sheet, [parseArea("A1:A1")]]);
    const selection = await excel.readSelection();
    expect(selection).toMatchObject({ kind: "rows", rows: { rows: [] } });
  });

  test.each(["Worksheet.Activate", "Range.Select"])(
    "is done although another workbook is in front at its end, and %s is refused (R52)",
    async (member) => {
      host.faults.refuse("GeneralException", member);
      const table = await inserted();
      expect(texts(table, "A2:C2")).toEqual(rows.slice(0, 1));
    },
  );

  test("is refused as a value, whatever Excel has against it", async () => {
    host.faults.refuse("GeneralException", "WorksheetCollection.Add");
    expect(await excel.insertSource(short(rows), () => undefined)).toEqual({
      kind: "refused",
      refusal: "not-writable",
      leftSheet: null,
    });
  });

  test("refused while a cell is edited names the sheet that it could not take away", async () => {
    const report = await excel.insertSource(short(many), () => {
      host.faults.cellEditMode = true;
    });
    const leftSheet = "Short Inventory Planner";
    expect(report).toEqual({ kind: "refused", refusal: "cell-edit-mode", leftSheet });
    expect(workbook.tables()).toEqual([]);
  });
});
