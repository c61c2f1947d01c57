/** What the pane makes of a selection, in few words: each thing said once, and nothing said that is not so. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import "../../workbench/page/offer-to-tests.ts";
import type { CellValue } from "../../workbench/host/model/cell.ts";
import { faultsIn } from "../support/axe.ts";
import { openWorkbench, type Workbench } from "../support/workbench.ts";

let bench: Workbench;
beforeEach(async () => {
  bench = await openWorkbench();
});
afterEach(() => bench.close());

const LINES = "Sales order lines";
const button = (name: string | RegExp) => bench.pane.getByRole("button", { name });
const text = (words: string | RegExp) => bench.pane.getByText(words);
const selection = () => bench.page.locator("#name-box").inputValue();

async function writes(address: string, values: CellValue[][]): Promise<void> {
  await bench.page.evaluate(([at, cells]) => window.workbench.write(at, cells, "Blank"), [
    address,
    values,
  ] as const);
}

describe("a sales order", () => {
  test("is selected whole by one press that makes nothing, and goes when it is", async () => {
    await bench.selects("A2:K2", LINES);
    await text("1 row: 1 can be made").waitFor();
    await text("for Create Manufacture Order").waitFor();
    await button("Select all lines of SO-20418").click();
    await text("2 rows: 2 can be made").waitFor();
    await button(/^Select all lines/).waitFor({ state: "detached" });
    await text("Create Manufacture Order").waitFor();
    expect(await selection()).toBe("A2:K3");
    await bench.selects("A3:K3", LINES);
    await button("Select all lines of SO-20418").waitFor();
  });

  test("with a line that is bought has nothing wrong with it", async () => {
    await bench.selects("A11:K12", LINES);
    await text("2 rows: 1 can be made").waitFor();
    await text("1 line is bought, not made (row 12)").waitFor();
    expect(await text("Needs attention").count()).toBe(0);
    await bench.presses(/^Create 1 MO$/);
    await text("1 MO created").waitFor();
    expect(await text("no MO; the reason").count()).toBe(0);
    expect((await bench.sees("L12:N12", LINES)).flat()).toEqual([
      "",
      "Not created",
      'Item "RUG-200" is bought, not made here. Buy it, or have it set up as a made item.',
    ]);
  });

  test("marks its dynamic MOs in the preview, in the list and in the batch, from where one finds the row again", async () => {
    await bench.selects("A2:K2", LINES);
    await bench.pane.getByRole("radio", { name: /^Dynamic MO/ }).check();
    const list = (name: string) => bench.pane.getByRole("list", { name });
    await list("MOs to be created").getByText("Dynamic").waitFor();
    await bench.presses(/^Create 1 dynamic MO$/);
    await list("MOs already created").getByText("Dynamic").waitFor();
    const [number = ""] = (await bench.sees("L2", LINES)).flat();
    await bench.selects("A5:K5", LINES);
    await bench.pane.getByRole("tab", { name: "Batches" }).click();
    await button(/^B-000001/).click();
    await list("Rows of batch B-000001").getByText("Dynamic").waitFor();
    await button(number).click();
    await expect.poll(selection).toBe("L2");
    await bench.page.evaluate(() => window.workbench.write("L2", [[""]], "Sales order lines"));
    await button(number).click();
    await text("not in this workbook").waitFor();
  });
});

describe("merged rows", () => {
  test("say before and after how much of their MO each of them is", async () => {
    const day = (later: number) => `2027-12-${String(20 + later)}`;
    await writes("A1", [
      ["Item Number", "Quantity", "Need Date"],
      ["CHAIR-OAK", 5, day(0)],
      ["CHAIR-OAK", 7, day(1)],
      ["TABLE-180", 1, day(0)],
    ]);
    await bench.selects("A2:C4", "Blank");
    await bench.pane.getByRole("combobox", { name: "Rows for the same item" }).click();
    await bench.pane.getByRole("option", { name: "One MO for each item and store", exact: true }).click();
    await text("3 rows: 3 can be made as 2 MOs").waitFor();
    await text(`5 EA row 2 + 7 EA row 3 (needed ${day(1)})`).waitFor();
    await bench.presses(/^Create 2 MOs$/);
    await text("2 MOs created from 3 rows (batch B-000001)").waitFor();
    await text("rows 2 and 3").waitFor();
  });
});

describe("many rows with the same fault", () => {
  test("are one card with its rows, and each of these leads to its cell (R64)", async () => {
    const rows = Array.from({ length: 400 }, (_, index) => ["CHAIR-OAK", `x${index + 2}`]);
    await writes("A1", [["Item Number", "Quantity"], ...rows]);
    await bench.selects("A2:B401", "Blank");
    await text("400 × Not a quantity · Quantity").waitFor();
    const cards = bench.pane.getByRole("list", { name: "Problems" }).locator(".problem");
    await expect.poll(() => cards.count()).toBe(1);
    await button("Row 5 x5").click();
    await expect.poll(selection).toBe("B5");
    await text("1 row: 0 can be made, 1 needs attention").waitFor();
    await bench.selects("A2:B401", "Blank");
    await button("Show all 400 rows").click();
    await button("Row 9 x9").waitFor();
    expect(await faultsIn(bench.page)).toEqual([]);
  });
});

describe("the last press", () => {
  test("is one line when other rows are selected, which opens again", async () => {
    await bench.selects("A2:G2");
    await bench.presses();
    await button("Undo batch").waitFor();
    await bench.selects("A3:G3");
    await button("Undo batch").waitFor({ state: "detached" });
    await text("1 MO created").waitFor();
    await bench.pane.getByRole("button", { name: "Show", exact: true }).click();
    await text("1 MO created (batch B-000001)").waitFor();
    await button("Undo batch").waitFor();
  });

  test("is told once: its rows have MOs, and nothing is asked or offered about them", async () => {
    await bench.selects("A2:K2", LINES);
    await text("Quantity to make").waitFor();
    await bench.presses();
    await text("1 row already has an MO").waitFor();
    for (const words of ["Quantity to make", "No rows to make", "Nothing new to make"])
      expect(await text(words).count()).toBe(0);
    expect(await bench.pane.getByRole("contentinfo").count()).toBe(0);
    await bench.page.getByRole("button", { name: "Create Batch MO(s)" }).click();
    await expect.poll(() => bench.pane.locator(":focus").textContent()).toBe("1 row already has an MO");
  });
});

test("a list of stock without quantities leads to where they are typed", async () => {
  await writes("A1", [
    ["Item Number", "Available", "Qty To Make"],
    ["CHAIR-OAK", 18, ""],
    ["TABLE-180", 3, ""],
  ]);
  await bench.selects("A3:C3", "Blank");
  await text("No quantity to make yet").waitFor();
  await button("Qty To Make").click();
  await expect.poll(selection).toBe("C3");
});

test("whether MOs can be made and whether their materials are there are told apart", async () => {
  await bench.selects("A2:G13");
  await text("12 rows: 10 can be made, 2 need attention").waitFor();
  await text(/^Materials: \d+ ready, \d+ in part, \d+ short$/).waitFor();
});
