/** What the pane tells of a press and of its rows is what happened. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import "../../workbench/page/offer-to-tests.ts";
import type { CellValue } from "../../workbench/host/model/cell.ts";
import { openWorkbench, type Workbench } from "../support/workbench.ts";

let bench: Workbench;

beforeEach(async () => {
  bench = await openWorkbench();
});
afterEach(() => bench.close());

const button = (name: string | RegExp) => bench.pane.getByRole("button", { name });
const footer = () => bench.pane.getByRole("contentinfo", { name: "Create" });

async function writes(address: string, values: CellValue[][], sheet?: string): Promise<void> {
  await bench.page.evaluate(([at, cells, name]) => window.workbench.write(at, cells, name), [
    address,
    values,
    sheet,
  ] as const);
}

/** Whether the card of the last press looks like a warning. */
function isWarning(): Promise<boolean> {
  return bench.pane
    .locator(".fui-MessageBar")
    .first()
    .evaluate((card) => {
      const probe = document.createElement("i");
      probe.style.color = "var(--colorStatusWarningBorder1)";
      card.append(probe);
      const wanted = getComputedStyle(probe).color;
      probe.remove();
      return getComputedStyle(card).borderTopColor === wanted;
    });
}

/** A colleague's order for line 1 of SO-20421, which wants tables. */
async function colleagueMakes(quantity: string): Promise<void> {
  const order = { kind: "sales-order", document: "SO-20421", line: "1", store: "MAIN" };
  const lines = [{ ...order, row: 9, item: "TABLE-180", quantity }];
  await bench.service.send("/batches", { key: "press-of-a-colleague", lines });
}

/** Rows 2 and 3 of the shortages become one order. */
async function mergedRows(): Promise<void> {
  await writes("A3", [["CHAIR-OAK"]]);
  await bench.selects("A2:G3");
  await bench.pane.getByRole("combobox", { name: "Rows for the same item" }).click();
  await bench.pane.getByRole("option", { name: "One MO for each item and store", exact: true }).click();
  await bench.presses(/^Create 1 MO$/);
  await bench.pane.getByText("1 MO created").waitFor();
}

describe("a press", () => {
  test("whose only row was refused is no success: nothing was made", async () => {
    await bench.selects("A4:K4", "Sales order lines");
    await button(/^Create 1/).waitFor();
    await colleagueMakes("3");
    await bench.presses();
    await bench.pane.getByText("Nothing was created").waitFor();
    expect(await bench.pane.getByText("0 MOs created").count()).toBe(0);
    expect(await isWarning()).toBe(true);
    await bench.pane.getByRole("tab", { name: "Batches" }).click();
    await button(/^B-000002.*Nothing created.*0 MOs · 1 row refused/).waitFor();
  });

  test("of which some rows were left out is told with a warning", async () => {
    await bench.selects("A2:F23", "Messy paste");
    await bench.presses(/^Create 4/);
    await bench.pane.getByText("4 MOs created").waitFor();
    expect(await isWarning()).toBe(true);
  });

  test("that could not be written into the sheet says why, and what is left to do", async () => {
    await bench.page.evaluate(() => (window.workbench.workbook.active.isProtected = true));
    await bench.selects("A2:G2");
    await bench.presses();
    await bench.pane.getByText("Take the protection off and type each number into the MO column").waitFor();
    await bench.pane.getByText("Row 2").first().waitFor();
    expect(await isWarning()).toBe(true);
  });
});

describe("rows that share an order", () => {
  test("are one order to release, and two rows to make again", async () => {
    await mergedRows();
    await button("Release 1 MO").click();
    await expect.poll(async () => (await bench.sees("I2:I3")).flat()).toEqual(["Released", "Released"]);
    await button("Undo batch").click();
    const dialog = bench.pane.getByRole("dialog");
    await dialog.getByRole("button", { name: "Cancel 1 MO" }).click();
    await dialog.getByRole("button", { name: "Clear MO cells of cancelled rows" }).click();
    await dialog.getByText("2 rows can be made again.").waitFor();
  });

  test("tell its quantity once in their batch", async () => {
    await mergedRows();
    await bench.pane.getByRole("tab", { name: "Batches" }).click();
    await button(/^B-000001/).click();
    const list = bench.pane.getByRole("list", { name: "Rows of batch B-000001" }).getByRole("listitem");
    await expect
      .poll(() => list.locator(".planned-quantity").allTextContents())
      .toEqual([expect.stringMatching(/EA$/), "with row 2"]);
  });
});

describe("beside Create stands why it cannot be pressed", () => {
  test("while a cell is edited, without headings, and for rows of another kind", async () => {
    await bench.page.evaluate(() => (window.workbench.host.faults.cellEditMode = true));
    await bench.selects("A2:G3");
    await footer().getByText("Finish editing the cell.").waitFor();
    await bench.page.evaluate(() => window.workbench.host.faults.clear());
    await writes("A1", [["Only"], ["text"]], "Blank");
    await bench.selects("A2:A2", "Blank");
    await footer().getByText("These rows have no heading").waitFor();
    await bench.selects("A2:G3", "Shortages");
    await bench.page.getByRole("button", { name: "Create MO(s)", exact: true }).click();
    await footer().getByText("These rows are of another kind.").waitFor();
  });
});

test("what is only told has no advice beside it", async () => {
  await colleagueMakes("1");
  await bench.selects("A4:K4", "Sales order lines");
  await bench.pane.getByRole("radio", { name: "Make only what is left" }).check();
  await bench.pane.getByRole("list", { name: "Problems" }).getByText("instead of").waitFor();
  expect(await bench.pane.getByText("Nothing to do.").count()).toBe(0);
});

test("a refresh tells of one row as of one", async () => {
  await bench.pane.getByRole("tab", { name: "Sources" }).click();
  await bench.pane.getByRole("radio", { name: "Short Inventory Planner" }).click();
  await button("Insert in new sheet").click();
  await bench.pane.getByText(/rows? inserted\. Select the rows to make\.$/).waitFor();
  const [headings = [], first = []] = await bench.sees("A1:S2", "Short Inventory Planner");
  const cell = (heading: string): string => first[headings.indexOf(heading)] ?? "";
  const lines = [{ row: 2, item: cell("Item Number"), store: cell("Store"), quantity: cell("To Order") }];
  await bench.service.send("/batches", { key: "press-of-a-colleague", lines });
  await button("Refresh figures of Short Inventory Planner").click();
  await bench.pane.getByText("1 row changed").waitFor();
});
