/** The tab Sources over a workbook: whatever happens, it comes to an end and says what. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { SourceSheets, type SourceWork } from "../../addin/sync/source-sheets.ts";
import type { SourceTable } from "../../addin/host/workbook.ts";
import type { Source } from "../../shared/wire/sources.ts";
import { openExcel, type ExcelBench } from "../support/excel-bench.ts";

const COLUMNS: Source["columns"] = [
  { heading: "SO Number", type: "text", isTyped: false },
  { heading: "Need By", type: "date", isTyped: false },
];

let bench: ExcelBench;
let need = "2027-04-02";
let sheets: SourceSheets;
beforeEach(async () => {
  bench = await openExcel([["Mine"]]);
  need = "2027-04-02";
  sheets = new SourceSheets({
    workbook: bench.excel,
    client: {
      read: () => {
        const rows = [["SO-1", need]];
        const answer: Source = { source: "sales-order-lines", key: [0], columns: COLUMNS, rows };
        return Promise.resolve({ kind: "answered", answer });
      },
    },
    now: () => "2027-03-01T10:00:00.000Z",
  });
});
afterEach(() => bench.close());

const told = ({ name }: SourceTable) => sheets.store.get().refreshed.get(name);
const work = (): SourceWork => sheets.store.get().work;

test("an insertion that meets something unexpected is told, leaves no sheet behind, and can be made again", async () => {
  need = "soon";
  await sheets.insert();
  const failed = work();
  expect(failed.kind === "failed" && failed.message).toMatch(/^Something unexpected happened: .*"soon"/);
  expect(bench.workbook.sheets).toHaveLength(1);
  need = "2027-04-02";
  await sheets.insert();
  expect(work()).toEqual({ kind: "inserted", sheetName: "Sales Orders", rows: 1 });
  expect(bench.texts("A1:B2", bench.workbook.active)).toEqual([
    ["SO Number", "Need By"],
    ["SO-1", "2027-04-02"],
  ]);
});

test("an inserted sheet is refreshed as it was chosen, and one whose table is gone is told so", async () => {
  await sheets.insert();
  const [table] = sheets.store.get().tables;
  if (table === undefined) throw new Error("Nothing was inserted");
  await sheets.refresh(table);
  expect(told(table)).toEqual({ isFault: false, message: "Everything is up to date." });
  const [standing] = bench.workbook.tables();
  if (standing !== undefined) bench.workbook.removeTable(standing);
  await sheets.refresh(table);
  expect(told(table)).toMatchObject({ isFault: true });
  expect(work()).toEqual({ kind: "idle" });
  expect(bench.host.undoLosses).toBe(0);
});
