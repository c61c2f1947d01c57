/** Figures of a source's rows beside their MOs: true after Create and after an undo, without anybody's Refresh. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { BatchHistory } from "../../addin/sync/batch-history.ts";
import { createBatchClient } from "../../addin/sync/clients/batch-client.ts";
import { createSourceClient } from "../../addin/sync/clients/source-client.ts";
import { SourceFigures } from "../../addin/sync/source-figures.ts";
import { SourceSheets } from "../../addin/sync/source-sheets.ts";
import type { Planner } from "../../addin/sync/planner.ts";
import type { Sheet } from "../../workbench/host/model/sheet.ts";
import { openOfficePane, shows, type OfficePane } from "../support/office-pane.ts";
import { refusesWith } from "../support/serve-with-door.ts";

const SHEET = "Sales Orders";

let office: OfficePane;
let sources: SourceSheets;
let figures: SourceFigures;
let history: BatchHistory;
let pane: Planner;

/** With the open lines of sales orders in a sheet of their own. */
beforeEach(async () => {
  office = await openOfficePane("Notes", [["Mine"]]);
  const { excel, http } = office;
  const client = createSourceClient(http);
  sources = new SourceSheets({ workbook: excel, client, now: () => "2027-03-01T10:00:00.000Z" });
  figures = new SourceFigures({ workbook: excel, client, store: sources.store });
  pane = office.openPane({ onMade: (numbers) => void figures.changed(numbers) });
  history = new BatchHistory({
    client: createBatchClient(http),
    workbook: excel,
    planner: pane.store,
    onFigures: (numbers) => figures.changed(numbers),
    onCleared: () => pane.retry(),
  });
  sources.choose({ source: "sales-order-lines", items: "all" });
  await sources.insert();
});
afterEach(async () => {
  figures.close();
  await office.close();
});

const sheet = (): Sheet => office.workbook.sheet(SHEET);
const table = () => office.texts("A1:R40", sheet());

/** By heading, of one row. */
function row(at: number): Readonly<Record<string, string>> {
  const [headings = [], cells = []] = [table()[0], table()[at - 1]];
  return Object.fromEntries(headings.map((heading, index) => [heading, cells[index] ?? ""]));
}

/** Where the sheet has line 2 of SO-20421, and it is made. */
async function made(): Promise<number> {
  const at = table().findIndex(([document, line]) => document === "SO-20421" && line === "2") + 1;
  office.select(`A${at}:O${at}`, sheet());
  await shows(pane, ({ work }) => work.kind === "planned" && work.intake.lines[0]?.row === at);
  pane.create();
  await shows(pane, ({ outcomes }) => outcomes.length === 1);
  return at;
}

test("are right after Create, in the rows that were made, and the selection stays", async () => {
  const before = table();
  const at = await made();
  await expect
    .poll(() => row(at))
    .toMatchObject({ "Qty On MO": "24", "Qty Remaining": "0", Coverage: "full" });
  expect(row(at)["Covered By"]).toBe(row(at)["MO"]);
  const others = (cells: readonly string[][]) =>
    cells.filter((_, index) => index > 0 && index !== at - 1).map((one) => one.slice(0, 15));
  expect(others(table())).toEqual(others(before));
  expect(office.workbook.selection).toMatchObject([{ row: at - 1, column: 0, rowCount: 1, columnCount: 15 }]);
  expect(sources.store.get().outOfDate).toEqual(new Set());
});

test("are right after an undo, and when the row is made ready to be made again at once", async () => {
  const at = await made();
  await expect.poll(() => row(at)["Coverage"]).toBe("full");
  const { outcomes } = pane.store.get();
  const batch = outcomes[0]?.result.kind === "made" ? outcomes[0].result.batch.number : "";
  await history.offerUndo(batch);
  await history.undo("Too many");
  await history.clearBatch(batch);
  expect(row(at)).toMatchObject({ MO: "", "Qty On MO": "0", "Qty Remaining": "24", Coverage: "none" });
});

test("that cannot be written are told to be out of date, until the sheet is refreshed", async () => {
  const isSource = (request: Request): boolean => request.url.includes("/sources/");
  office.served.guard((request, pass) => (isSource(request) ? Promise.resolve(refusesWith(502)) : pass()));
  const at = await made();
  const [table] = sources.store.get().tables;
  if (table === undefined) throw new Error("Nothing was inserted");
  await expect.poll(() => sources.store.get().outOfDate).toEqual(new Set([table.name]));
  sheet().isProtected = true;
  office.served.open();
  await figures.changed([]);
  expect([row(at)["Coverage"], sources.store.get().outOfDate.size]).toEqual(["none", 1]);
  sheet().isProtected = false;
  await sources.refresh(table);
  expect([row(at)["Coverage"], sources.store.get().outOfDate.size]).toEqual(["full", 0]);
});
