/** Rows whose lines are on orders already, as the pane tells of them and asks about them. */
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import "../../workbench/page/offer-to-tests.ts";
import { batchSchema } from "../../shared/wire/batch.ts";
import { closeBrowser, openWorkbench, type Workbench } from "../support/workbench.ts";

const SHEET = "Sales Orders";

let bench: Workbench;
let presses = 0;

/** With the open lines of sales orders in a sheet of their own. */
beforeEach(async () => {
  bench = await openWorkbench();
  await bench.pane.getByRole("tab", { name: "Sources" }).click();
  await bench.pane.getByRole("radio", { name: SHEET }).click();
  await bench.pane.getByRole("button", { name: "Insert in new sheet" }).click();
  await bench.pane.getByRole("tab", { name: "Rows", selected: true }).waitFor();
});
afterEach(() => bench.close());
afterAll(() => closeBrowser());

/** Another planner's press, of lines of SO-20421. */
async function another(...lines: readonly object[]): Promise<readonly string[]> {
  presses += 1;
  const body = {
    key: `press-of-another-${String(presses).padStart(4, "0")}`,
    lines: lines.map((line, index) => ({
      ...{ row: index + 2, kind: "sales-order", document: "SO-20421" },
      ...line,
    })),
  };
  const batch = batchSchema.parse((await bench.service.send("/batches", body)).body);
  return batch.rows.flatMap((row) => (row.outcome === "created" ? [row.number] : []));
}

/** Where the sheet has this line of SO-20421. */
async function rowOfLine(line: string): Promise<number> {
  const cells = await bench.sees("A1:B60", SHEET);
  return cells.findIndex(([document, of]) => document === "SO-20421" && of === line) + 1;
}

async function selectLine(line: string): Promise<void> {
  const row = await rowOfLine(line);
  await bench.selects(`A${row}:O${row}`, SHEET);
}

describe("the reason for making more than is wanted", () => {
  const why = () => bench.pane.getByRole("textbox", { name: "Why make more than is wanted?" });

  async function giveReason(): Promise<void> {
    await selectLine("2");
    await bench.pane.getByText("1 row: 0 ready, 1 needs attention").waitFor();
    await why().fill("two for the showroom");
    await bench.pane.getByRole("button", { name: "Make all the same" }).click();
    await bench.pane.getByText("1 row: 1 ready").waitFor();
  }

  async function isAskedForLine(line: string): Promise<void> {
    await selectLine(line);
    await bench.pane.getByText("1 row: 0 ready, 1 needs attention").waitFor();
    await expect.poll(() => why().inputValue()).toBe("");
    expect(await bench.pane.getByRole("button", { name: "Make all the same" }).isDisabled()).toBe(true);
  }

  test("is asked again for the next covered line after a press (R2)", async () => {
    await another({ line: "1" }, { line: "2" });
    await giveReason();
    await bench.presses(/^Create 1 manufacturing order$/);
    await bench.pane.getByText("1 manufacturing order made").waitFor();
    await isAskedForLine("1");
  });

  test("is for the rows it was given for: other covered rows are asked about anew (R2)", async () => {
    await another({ line: "1" }, { line: "2" });
    await giveReason();
    await isAskedForLine("1");
  });
});
