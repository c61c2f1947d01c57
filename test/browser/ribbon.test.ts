/** The ways in from the ribbon, by XoroERP's names: each leads to its preview, and none creates anything by itself. */
import { afterEach, beforeEach, expect, test } from "vitest";
import "../../workbench/page/offer-to-tests.ts";
import { orderPageSchema } from "../../shared/wire/order.ts";
import { openWorkbench, type Workbench } from "../support/workbench.ts";

let bench: Workbench;
beforeEach(async () => {
  bench = await openWorkbench();
});
afterEach(() => bench.close());

const ribbon = (name: string) => bench.page.getByRole("button", { name, exact: true }).click();
const tab = (name: string) => bench.pane.getByRole("tab", { name, selected: true }).waitFor();

async function insert(title: string): Promise<void> {
  await ribbon("Sources");
  await bench.pane.getByRole("radio", { name: title }).click();
  await bench.pane.getByRole("button", { name: "Insert in new sheet" }).click();
  await bench.pane.getByText(/rows? inserted\. Select the rows to make\.$/).waitFor();
  await bench.pane.getByRole("button", { name: "Go to Rows" }).click();
}

/** The first row of the sheet that begins with the document. */
async function select(sheet: string, document: string): Promise<void> {
  const numbers = await bench.sees("A1:A60", sheet);
  const row = numbers.findIndex(([number]) => number === document) + 1;
  await bench.selects(`A${row}:O${row}`, sheet);
}

const orders = async () =>
  orderPageSchema.parse((await bench.service.send("/manufacturing-orders?limit=500")).body).orders;

test("Create Manufacture Order previews all lines of the selected sales order", async () => {
  await insert("Sales Orders");
  await select("Sales Orders", "SO-20421");
  await bench.pane.getByText("1 row: 1 can be made").waitFor();
  await ribbon("Create Manufacture Order");
  await bench.pane.getByText("3 rows: 3 can be made").waitFor();
  expect(await orders()).toEqual([]);
  await bench.presses(/^Create 3 MOs$/);
  await expect.poll(async () => (await orders()).length).toBe(3);
});

test("Create Dynamic MO (Selected Lines) makes an order that follows its line", async () => {
  await insert("Sales Orders");
  await select("Sales Orders", "SO-20421");
  await ribbon("Create Dynamic MO (Selected Lines)");
  const follows = bench.pane.getByRole("radio", { name: /^Dynamic MO/ });
  await expect.poll(() => follows.isChecked()).toBe(true);
  await bench.pane.getByText("1 row: 1 can be made").waitFor();
  await ribbon("Create Manufacture Order");
  await bench.pane.getByText("3 rows: 3 can be made").waitFor();
  expect(await follows.isChecked()).toBe(false);
});

test("Create MO(s) previews all lines of a purchase order, Create MO(s) Selected Lines the selected ones", async () => {
  await insert("Purchase Orders");
  await select("Purchase Orders", "PO-7718");
  await ribbon("Create MO(s) Selected Lines");
  await bench.pane.getByText("1 row: 1 can be made").waitFor();
  await ribbon("Create MO(s)");
  await bench.pane.getByText("2 rows: 2 can be made").waitFor();
  expect(await orders()).toEqual([]);
});

test("a way for sales orders says on other rows what it needs", async () => {
  await bench.selects("A2:G4");
  await bench.pane.getByText("3 rows: 3 can be made").waitFor();
  await ribbon("Create MO(s)");
  await bench.pane.getByText("These rows aren't purchase-order lines").waitFor();
  await bench.selects("A2:G3");
  await bench.pane.getByText("2 rows: 2 can be made").waitFor();
});

test("New MO, Sources and Batches open the pane where they are", async () => {
  await ribbon("New MO");
  await tab("New MO");
  await ribbon("Sources");
  await tab("Sources");
  await ribbon("Batches");
  await tab("Batches");
  await ribbon("Create Batch MO(s)");
  await tab("Rows");
});
