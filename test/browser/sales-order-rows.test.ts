/** Rows of sales orders: what the pane asks about them, and what it tells of lines that are on orders already. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import "../../workbench/page/offer-to-tests.ts";
import { batchSchema } from "../../shared/wire/batch.ts";
import { openWorkbench, type Workbench } from "../support/workbench.ts";

const SHEET = "Sales Orders";

let bench: Workbench;
let presses = 0;

/** With the open lines of sales orders in a sheet of their own. */
beforeEach(async () => {
  bench = await openWorkbench();
  await bench.pane.getByRole("tab", { name: "Sources" }).click();
  await bench.pane.getByRole("radio", { name: SHEET }).click();
  await bench.pane.getByRole("button", { name: "Insert in new sheet" }).click();
  await bench.pane.getByText(/rows? inserted\. Select the rows to make\.$/).waitFor();
  await bench.pane.getByRole("button", { name: "Go to Rows" }).click();
});
afterEach(() => bench.close());

/** Another planner's press, of lines of SO-20421. */
async function another(...lines: readonly object[]): Promise<readonly string[]> {
  presses += 1;
  const body = {
    key: `press-of-another-${String(presses).padStart(4, "0")}`,
    lines: lines.map((line, index) => ({
      row: index + 2,
      kind: "sales-order",
      document: "SO-20421",
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
  const anyway = () => bench.pane.getByRole("radio", { name: "Make it anyway" });
  const why = () => bench.pane.getByRole("textbox", { name: "Reason" });

  async function giveReason(): Promise<void> {
    await selectLine("2");
    await bench.pane.getByText("1 row: 0 can be made, 1 needs attention").waitFor();
    await anyway().check();
    await why().fill("two for the showroom");
    await bench.page.keyboard.press("Enter");
    await bench.pane.getByText("1 row: 1 can be made").waitFor();
  }

  async function isAskedForLine(line: string): Promise<void> {
    await selectLine(line);
    await bench.pane.getByText("1 row: 0 can be made, 1 needs attention").waitFor();
    await expect.poll(() => anyway().isChecked()).toBe(false);
    await anyway().check();
    expect(await why().inputValue()).toBe("");
    expect(await bench.pane.getByRole("button", { name: "Apply" }).getAttribute("aria-disabled")).toBe(
      "true",
    );
  }

  test("is asked again for the next covered line after a press (R2)", async () => {
    await another({ line: "1" }, { line: "2" });
    await giveReason();
    await bench.presses(/^Create 1 MO$/);
    await bench.pane.getByText("1 MO created").waitFor();
    await isAskedForLine("1");
  });

  test("is for the rows it was given for: other covered rows are asked about anew (R2)", async () => {
    await another({ line: "1" }, { line: "2" });
    await giveReason();
    await isAskedForLine("1");
  });
});

describe("coverage in the pane", () => {
  test("is told of a line in the preview's details, and of its order once that is made", async () => {
    const [first = ""] = await another({ line: "2", quantity: "20" });
    const row = await rowOfLine("2");
    await bench.page.evaluate((at) => window.workbench.write(`J${at}`, [[4]]), row);
    await selectLine("2");
    await bench.pane
      .getByRole("button", { name: `Materials and operations of row ${row}, CHAIR-OAK` })
      .click();
    await bench.pane
      .getByRole("row", { name: `SO-20421 line 2 Part: 20 of 24 EA on MOs, with ${first}` })
      .waitFor();
    await bench.presses(/^Create 1 MO$/);
    const made = bench.pane.getByRole("list", { name: "MOs already created" });
    await made.getByText(`Full: 24 of 24 EA on MOs, with ${first}`).waitFor();
    await bench.service.send("/manufacturing-orders/cancel", { numbers: [first], reason: "Too many" });
    await made.getByText("Part: 4 of 24 EA on MOs", { exact: true }).waitFor();
  });
});

test("rows are not merged under dynamic MOs, and the pane says why (R11)", async () => {
  const row = await rowOfLine("2");
  const other = (await bench.sees("A1:B60", SHEET)).findIndex(
    ([document, line]) => document === "SO-20418" && line === "1",
  );
  await bench.selects([`A${row}:O${row}`, `A${other + 1}:O${other + 1}`], SHEET);
  const merging = bench.pane.getByRole("combobox", { name: "Rows for the same item" });
  await merging.click();
  await bench.pane.getByRole("option", { name: "One MO for each item and store" }).first().click();
  await bench.pane.getByText("2 rows: 2 can be made as 1 MO").waitFor();
  await bench.pane.getByRole("radio", { name: /^Dynamic MO/ }).check();
  await bench.pane.getByText("Dynamic MOs are not merged: each follows its own line.").waitFor();
  expect(await merging.isDisabled()).toBe(true);
  expect(await merging.textContent()).toBe("One MO for each row");
  await bench.pane.getByRole("button", { name: "Create 2 dynamic MOs" }).waitFor();
});
