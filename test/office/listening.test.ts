/** Hints from Excel: none is lost because somebody types when the pane opens, and not everything is one. */
import { afterEach, expect, test, vi } from "vitest";
import { made, noProgress, openExcel, type ExcelBench } from "../support/excel-bench.ts";

const LIST = [
  ["Item Number", "To Order"],
  ["CHAIR-1", 5],
  ["TABLE-1", 2],
  ["BENCH-1", 7],
  ["STOOL-1", 9],
] as const;

let bench: ExcelBench;
let hints: string[] = [];
afterEach(() => bench.close());

async function listen(excelApi?: string): Promise<void> {
  bench = await openExcel(LIST, excelApi);
  hints = [];
  await bench.excel.onChange((hint) => void hints.push(hint));
}

const types = (row: number, source: "local" | "remote", on = bench.sheet): void =>
  on.write({ row: row - 1, column: 1 }, [[8]], source);

test("a pane that opens while a cell is edited hears of the next selection all the same", async () => {
  bench = await openExcel(LIST);
  hints = [];
  bench.host.faults.cellEditMode = true;
  await bench.excel.onChange((hint) => void hints.push(hint));
  bench.host.faults.cellEditMode = false;
  // What was missed until then is a hint, too.
  await expect.poll(() => hints.toSorted()).toEqual(["cells", "selection"]);
  hints = [];
  await bench.reads("A2:B3");
  types(2, "local");
  await expect.poll(() => hints).toEqual(["selection", "cells"]);
});

test("what a co-author types is a hint only where it touches the rows that were read (R65)", async () => {
  await listen();
  const theirs = bench.workbook.addSheet("Theirs", LIST);
  await bench.reads("A4:B4");
  await expect.poll(() => hints).toEqual(["cells", "selection"]);
  hints = [];
  types(5, "remote");
  types(2, "remote", theirs);
  types(5, "local");
  await expect.poll(() => hints).toEqual(["cells"]);
  types(4, "remote");
  await expect.poll(() => hints).toEqual(["cells", "cells"]);
  types(1, "remote");
  await expect.poll(() => hints).toEqual(["cells", "cells", "cells"]);
  bench.sheet.insertRows(0, 1, "remote");
  await expect.poll(() => hints).toHaveLength(4);
});

test("before ExcelApi 1.14, where no event says who caused it, our own paint is no hint either", async () => {
  await listen("1.13");
  const patch = made(await bench.reads("A2:B5"));
  await bench.excel.paint(patch, noProgress);
  await bench.reads("A3:B3");
  // What the paint caused would have come before the news of this second selection.
  await expect.poll(() => hints).toEqual(["selection", "selection"]);
  const now = performance.now();
  vi.spyOn(performance, "now").mockReturnValue(now + 5_000);
  types(3, "local");
  await expect.poll(() => hints).toContain("cells");
  vi.restoreAllMocks();
});

test("a setting that cannot be kept while a cell is edited is kept afterwards, and nobody waits for it (R30)", async () => {
  bench = await openExcel(LIST);
  bench.host.faults.cellEditMode = true;
  await bench.excel.writeSetting("workbookId", "abc");
  const refusal = "cell-edit-mode";
  expect(await bench.excel.readSetting("workbookId")).toEqual({ kind: "refused", refusal });
  bench.host.faults.cellEditMode = false;
  await expect.poll(() => bench.excel.readSetting("workbookId")).toEqual({ kind: "read", value: "abc" });
});
