/** The ways in whose rows come from the service: from the pane's Sources to painted rows. */
import { afterEach, describe, expect, test } from "vitest";
import "../../workbench/page/offer-to-tests.ts";
import { orderSchema } from "../../shared/wire/order.ts";
import { faultsIn } from "../support/axe.ts";
import { openWorkbench, type Workbench } from "../support/workbench.ts";

let bench: Workbench;
afterEach(() => bench.close());

const SHORT = "Short Inventory Planner";

async function insert(title: string): Promise<void> {
  await bench.pane.getByRole("tab", { name: "Sources" }).click();
  await bench.pane.getByRole("radio", { name: title }).click();
  await bench.pane.getByRole("button", { name: "Insert in new sheet" }).click();
  await bench.pane.getByText(/rows? inserted\. Select the rows to make\.$/).waitFor();
  await bench.pane.getByRole("button", { name: "Go to Rows" }).click();
}

/** By heading, of one row of a sheet. */
async function rowOf(sheet: string, row: number): Promise<Readonly<Record<string, string>>> {
  const [headings = []] = await bench.sees("A1:W1", sheet);
  const [cells = []] = await bench.sees(`A${row}:W${row}`, sheet);
  return Object.fromEntries(headings.map((heading, index) => [heading, cells[index] ?? ""]));
}

async function rowWhere(sheet: string, heading: string, text: string): Promise<number> {
  for (let row = 2; row < 60; row += 1) if ((await rowOf(sheet, row))[heading] === text) return row;
  throw new Error(`No row says ${text}`);
}

async function orderOf(number: string | undefined) {
  return orderSchema.parse((await bench.service.send(`/manufacturing-orders/${number ?? ""}`)).body);
}

async function create(label: RegExp): Promise<void> {
  await bench.presses(label);
  await bench.pane.getByText(/MOs? created/).waitFor();
}

describe("rows from the service", () => {
  test("Short Inventory Planner, Create Batch MO(s): selected shortages become orders, and are suggested no more", async () => {
    bench = await openWorkbench();
    await insert(SHORT);
    expect((await rowOf(SHORT, 2))["Item Number"]).toBe("00417");
    const before = await rowOf(SHORT, 2);
    await bench.selects("A2:S3", SHORT);
    await create(/^Create 2 MOs$/);
    await expect.poll(async () => (await rowOf(SHORT, 2))["MO Status"]).toBe("Open");
    const made = await rowOf(SHORT, 2);
    expect(await orderOf(made["MO"])).toMatchObject({ item: "00417", quantity: before["To Order"] });
    await expect
      .poll(() => rowOf(SHORT, 2))
      .toMatchObject({
        MO: made["MO"],
        "Item Number": "00417",
        "To Order": "0",
        "On MO(+)": before["To Order"],
      });
  });

  test("a row that is sufficient by now adds up after a refresh that hides such rows", async () => {
    bench = await openWorkbench();
    await insert(SHORT);
    const row = await rowWhere(SHORT, "Item Number", "CHAIR-OAK");
    const { "To Order": quantity = "", ...before } = await rowOf(SHORT, row);
    await bench.selects(`A${row}:S${row}`, SHORT);
    await bench.pane.getByRole("button", { name: `Show row ${row}` }).waitFor();
    await create(/^Create 1 MO$/);
    await expect.poll(async () => (await rowOf(SHORT, row))["To Order"]).toBe("0");
    await bench.pane.getByRole("tab", { name: "Sources" }).click();
    await bench.pane.getByRole("button", { name: `Refresh figures of ${SHORT}` }).click();
    // What the new MO takes is short by now.
    await bench.pane.getByText(/rows? added\.$/).waitFor();
    const now = await rowOf(SHORT, row);
    expect(now).toMatchObject({ "To Order": "0", "On MO(+)": quantity, ATS: before["ATS"] });
    expect(Number(now["ATS (Inc PO)"]) + Number(now["On MO(+)"])).toBeGreaterThan(
      Number(now["Reorder Point"]),
    );
  });

  test("Item Inventory Snapshot, Create Batch MO(s): the planner types how many", async () => {
    bench = await openWorkbench();
    await insert("Item Inventory Snapshot");
    const row = await rowWhere("Item Inventory Snapshot", "Item Number", "SHELF-3");
    await bench.page.evaluate((at) => window.workbench.write(`S${at}`, [[7]]), row);
    await bench.selects(`A${row}:S${row}`, "Item Inventory Snapshot");
    await create(/^Create 1 MO$/);
    await expect.poll(async () => (await rowOf("Item Inventory Snapshot", row))["MO Status"]).toBe("Open");
    const made = await rowOf("Item Inventory Snapshot", row);
    expect(await orderOf(made["MO"])).toMatchObject({ item: "SHELF-3", quantity: "7", store: "EAST" });
  });

  test("Sales order lines: what is left of each line is made for it, and not twice", async () => {
    bench = await openWorkbench();
    await insert("Sales Orders");
    const row = await rowWhere("Sales Orders", "SO Number", "SO-20421");
    await bench.selects(`A${row}:O${row + 2}`, "Sales Orders");
    await create(/^Create 3 MOs$/);
    await expect.poll(async () => (await rowOf("Sales Orders", row))["MO Status"]).toBe("Open");
    const made = await rowOf("Sales Orders", row + 1);
    expect(await orderOf(made["MO"])).toMatchObject({
      quantity: "24",
      demand: [{ document: "SO-20421", line: "2", wanted: "32" }],
    });
    await expect
      .poll(() => rowOf("Sales Orders", row + 1))
      .toMatchObject({
        Coverage: "full",
        "Covered By": made["MO"],
      });
  });

  test("a whole sales order, and a dynamic MO for one of its lines, by XoroERP's names", async () => {
    bench = await openWorkbench();
    await insert("Sales Orders");
    const row = await rowWhere("Sales Orders", "SO Number", "SO-20421");
    await bench.selects(`A${row}:O${row}`, "Sales Orders");
    await bench.pane.getByRole("button", { name: "Select all lines of SO-20421" }).click();
    await bench.pane.getByText("3 rows: 3 can be made").waitFor();
    await bench.selects(`A${row + 1}:O${row + 1}`, "Sales Orders");
    await bench.pane.getByRole("radio", { name: /^Dynamic MO/ }).check();
    await create(/^Create 1 dynamic MO$/);
    await expect.poll(async () => (await rowOf("Sales Orders", row + 1))["MO Status"]).toBe("Open");
    const order = await orderOf((await rowOf("Sales Orders", row + 1))["MO"]);
    expect(order).toMatchObject({
      quantity: "24",
      demand: [{ document: "SO-20421", line: "2", drift: null }],
    });
  });

  test("Purchase order lines: made here instead of bought", async () => {
    bench = await openWorkbench();
    await insert("Purchase Orders");
    const row = await rowWhere("Purchase Orders", "Item Number", "SEAT-OAK");
    await bench.selects(`A${row}:O${row}`, "Purchase Orders");
    await create(/^Create 1 MO$/);
    await expect.poll(async () => (await rowOf("Purchase Orders", row))["MO Status"]).toBe("Open");
    const order = await orderOf((await rowOf("Purchase Orders", row))["MO"]);
    expect(order).toMatchObject({
      item: "SEAT-OAK",
      quantity: "30",
      demand: [{ document: "PO-7718", line: "1" }],
    });
  });

  test("an inserted sheet says how it was filtered and when, and what a refresh found, each at its own line", async () => {
    bench = await openWorkbench();
    await bench.pane.getByRole("tab", { name: "Sources" }).click();
    await bench.pane.getByLabel("Store", { exact: true }).selectOption("MAIN");
    await bench.pane.getByRole("button", { name: "Insert in new sheet" }).click();
    await bench.pane
      .getByText(/^Short Inventory Planner: \d+ rows inserted\. Select the rows to make\.$/)
      .waitFor();
    await bench.pane.getByRole("tab", { name: "Sources", selected: true }).waitFor();
    const sheets = bench.pane.getByRole("list", { name: "In this workbook" });
    await sheets.getByText(/^MAIN · manufacturable · .* · \d\d:\d\d$/).waitFor();
    await bench.pane.getByRole("button", { name: `Refresh figures of ${SHORT}` }).click();
    await sheets.getByText("Everything is up to date.").waitFor();
    expect(await faultsIn(bench.page)).toEqual([]);
  });

  test("axe finds nothing in the tab, and it can be used with the keyboard alone", async () => {
    bench = await openWorkbench();
    await bench.pane.getByRole("tab", { name: "Rows" }).focus();
    await bench.page.keyboard.press("ArrowRight");
    await bench.page.keyboard.press("Enter");
    await bench.pane.getByRole("button", { name: "Insert in new sheet" }).waitFor();
    expect(await faultsIn(bench.page)).toEqual([]);
  });
});
