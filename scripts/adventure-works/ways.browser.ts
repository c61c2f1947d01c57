/**
 * Every way to create an MO on the tables of a real factory, from selection to painted rows: the real pane in a real
 * browser, held against figures worked out from the CSV files by code that knows nothing of the product.
 */
import { afterEach, beforeEach, expect, test } from "vitest";
import "../../workbench/page/offer-to-tests.ts";
import { plantClock } from "../../server/clock.ts";
import { orderPageSchema, orderSchema, type Order } from "../../shared/wire/order.ts";
import { freshPlace, type FreshPlace } from "../../test/support/fresh-place.ts";
import { serviceOn } from "../../test/support/service.ts";
import { openWorkbenchOn, type Workbench } from "../../test/support/workbench.ts";
import { FOLDER } from "./folder.ts";
import { importTables, importText } from "./import-tables.ts";
import { expectedOf, type DocumentRow } from "./independent-ways.ts";
import { sheetRows, type SheetRow } from "./sheet-rows.ts";

const expected = expectedOf(FOLDER);
const NUMBER = /^MO-\d{7}$/;

let place: FreshPlace;
let bench: Workbench;

beforeEach(async () => {
  place = await freshPlace();
  const service = await serviceOn(place.place, { workbench: true }, plantClock("UTC"));
  expect((await importTables(service.ports, FOLDER)).applied).toBe(true);
  bench = await openWorkbenchOn(service);
});
afterEach(async () => {
  await bench.close();
  await place.remove();
});

async function insert(title: string): Promise<readonly SheetRow[]> {
  await bench.pane.getByRole("tab", { name: "Sources" }).click();
  await bench.pane.getByRole("radio", { name: title }).click();
  await bench.pane.getByLabel("Items", { exact: true }).selectOption("all");
  await bench.pane.getByRole("button", { name: "Insert in new sheet" }).click();
  await bench.pane.getByText(/rows? inserted\. Select the rows to make\.$/).waitFor({ timeout: 60_000 });
  await bench.pane.getByRole("button", { name: "Go to Rows" }).click();
  return sheetRows(bench, title);
}

const areas = (rows: readonly SheetRow[]): string[] => rows.map(({ row }) => `A${row}:S${row}`);

async function create(count: number): Promise<void> {
  await bench.presses(new RegExp(`^Create ${count} (dynamic )?${count === 1 ? "MO" : "MOs"}$`));
  await bench.pane.getByText(/MOs? created/).waitFor();
}

const asSoonAsPossible = () =>
  bench.pane.getByRole("checkbox", { name: "Make past-due rows as soon as possible" }).check();

/** The rows again, when all of them say what became of them. */
async function painted(sheet: string, rows: readonly SheetRow[]): Promise<readonly SheetRow[]> {
  const of = async (): Promise<readonly SheetRow[]> => {
    const now = await sheetRows(bench, sheet);
    return rows.flatMap(({ row }) => now.find((one) => one.row === row) ?? []);
  };
  const waiting = async (): Promise<number> =>
    (await of()).filter(({ cells }) => cells["MO Status"] === "").length;
  await expect.poll(waiting, { timeout: 20_000 }).toBe(0);
  return of();
}

async function orderIn({ cells }: SheetRow): Promise<Order> {
  expect(cells["MO"]).toMatch(NUMBER);
  expect(cells["MO Status"]).toBe("Open");
  return orderSchema.parse((await bench.service.send(`/manufacturing-orders/${cells["MO"] ?? ""}`)).body);
}

async function countOrders(): Promise<number> {
  return orderPageSchema.parse((await bench.service.send("/manufacturing-orders?limit=500")).body).orders
    .length;
}

const isLine =
  ({ document, line }: DocumentRow, heading: string) =>
  ({ cells }: SheetRow): boolean =>
    cells[heading] === document && cells["Line"] === line;

/** Made lines of one order become its orders; bought ones say in their rows why not. */
async function heldAgainst(lines: readonly DocumentRow[], heading: string, rows: readonly SheetRow[]) {
  for (const line of lines) {
    const found = rows.find(isLine(line, heading));
    if (found === undefined) throw new Error(`${line.document}/${line.line} is not in the sheet`);
    if (!line.isMade) {
      expect(found.cells["MO Status"]).toBe("Not created");
      expect(found.cells["MO Message"]).toMatch(/is bought, not made here/);
      continue;
    }
    const { item, quantity, demand } = await orderIn(found);
    const { document } = line;
    expect({ item, quantity }).toEqual({ item: line.item, quantity: line.quantity });
    expect(demand).toMatchObject([{ document, line: line.line, covered: line.quantity }]);
  }
  expect(await countOrders()).toBe(lines.filter(({ isMade }) => isMade).length);
}

const said = (what: string): void => console.log(`ok  ${what}`);

test("1 New MO", async () => {
  const item = expected.made.find((one) => one.startsWith("BK-")) ?? "";
  await bench.pane.getByRole("tab", { name: "New MO" }).click();
  const field = bench.pane.getByRole("combobox", { name: "Manufacture Item Number" });
  await field.click();
  await field.pressSequentially(item);
  await bench.pane.getByRole("option", { name: new RegExp(item) }).click();
  await bench.pane.getByLabel("Manufacture Order Qty", { exact: false }).fill("3");
  await bench.pane.getByText(`${item} · 3 EA`).waitFor();
  await bench.pane.getByRole("button", { name: "Create MO" }).click();
  await bench.pane.getByText(`MO-0000013 · 3 EA ${item}`).waitFor();
  expect(await countOrders()).toBe(1);
  said(`New MO: 3 of ${item}`);
});

test("2 Short Inventory Planner, Create Batch MO(s)", async () => {
  const title = "Short Inventory Planner";
  const sheet = await insert(title);
  const rows = sheet.filter(({ cells }) => expected.made.includes(cells["Item Number"] ?? "")).slice(0, 25);
  for (const { cells } of sheet) {
    const suggested = expected.toOrder.get(cells["Item Number"] ?? "");
    if (suggested !== undefined) expect(cells["To Order"]).toBe(String(suggested));
  }
  await bench.selects(areas(rows), title);
  await create(rows.length);
  for (const row of await painted(title, rows)) {
    const order = await orderIn(row);
    expect(order.quantity).toBe(String(expected.toOrder.get(order.item)));
  }
  expect(await countOrders()).toBe(rows.length);
  said(`${title}: ${sheet.length} rows inserted, ${rows.length} selected and made, To Order as calculated`);
});

test("3 Item Inventory Snapshot, Create Batch MO(s)", async () => {
  const title = "Item Inventory Snapshot";
  const sheet = await insert(title);
  const rows = sheet.filter(({ cells }) => expected.made.includes(cells["Item Number"] ?? "")).slice(40, 50);
  const at = Object.keys(rows[0]?.cells ?? {}).indexOf("Qty To Make");
  for (const [index, { row }] of rows.entries())
    await bench.page.evaluate(
      ([column, line, quantity]) =>
        window.workbench.write(`${String.fromCharCode(65 + column)}${line}`, [[quantity]]),
      [at, row, index + 2] as const,
    );
  await bench.selects(areas(rows), title);
  await create(rows.length);
  for (const [index, row] of (await painted(title, rows)).entries())
    expect(await orderIn(row)).toMatchObject({
      item: rows[index]?.cells["Item Number"],
      quantity: String(index + 2),
    });
  said(`${title}: ${sheet.length} rows inserted, ${rows.length} quantities typed and made`);
});

/** The order with most lines of both kinds. */
const salesOrder = [...new Set(expected.salesLines.map(({ document }) => document))]
  .map((document) => expected.salesLines.filter((line) => line.document === document))
  .filter((lines) => lines.some(({ isMade }) => isMade) && lines.some(({ isMade }) => !isMade))
  .toSorted((one, other) => other.length - one.length)[0];

test("4 Sales order, Create Manufacture Order", async () => {
  if (salesOrder === undefined) throw new Error("No sales order has lines of both kinds");
  const [first = salesOrder[0]] = salesOrder.filter(({ isMade }) => isMade);
  if (first === undefined) throw new Error("A sales order has no lines");
  const rows = (await insert("Sales Orders")).filter(isLine(first, "SO Number"));
  await bench.selects(areas(rows), "Sales Orders");
  await bench.pane.getByRole("button", { name: `Select all lines of ${first.document}` }).click();
  await asSoonAsPossible();
  await create(salesOrder.filter(({ isMade }) => isMade).length);
  const all = (await sheetRows(bench, "Sales Orders")).filter(
    ({ cells }) => cells["SO Number"] === first.document,
  );
  await heldAgainst(salesOrder, "SO Number", await painted("Sales Orders", all));
  said(`Sales order ${first.document}: ${salesOrder.length} lines, the bought ones refused in their rows`);
});

test("5 Sales order, Create Dynamic MO (Selected Lines)", async () => {
  const lines = expected.salesLines.filter(({ isMade }) => isMade).slice(0, 3);
  const sheet = await insert("Sales Orders");
  const rows = lines.flatMap((line) => sheet.find(isLine(line, "SO Number")) ?? []);
  await bench.selects(areas(rows), "Sales Orders");
  await bench.pane.getByRole("radio", { name: /^Dynamic MO/ }).check();
  await asSoonAsPossible();
  await create(3);
  const now = await painted("Sales Orders", rows);
  await heldAgainst(lines, "SO Number", now);
  const [line, row] = [lines[0], now[0]];
  if (line === undefined || row === undefined) throw new Error("No row was painted");
  const said9 = `${line.document},${line.line},${line.item},9,2004-06-13`;
  await importText(bench.service.ports, "sales-orders", `document,line,item,quantity,need date\n${said9}\n`);
  expect((await orderIn(row)).quantity).toBe("9");
  said(`Dynamic MOs: ${lines.length} lines made; one order followed its line from ${line.quantity} to 9`);
});

/** All that is bought in these tables is bought for good, so a line for something that could be made is added. */
const added: DocumentRow = {
  document: expected.openPurchaseLines[0]?.document ?? "",
  line: "99",
  item: expected.made[0] ?? "",
  quantity: "12",
  isMade: true,
};
const purchaseOrder = [
  ...expected.openPurchaseLines.filter(({ document }) => document === added.document),
  added,
];

async function insertPurchases(): Promise<readonly SheetRow[]> {
  const line = `${added.document},${added.line},${added.item},${added.quantity},2036-01-31,released`;
  const text = `document,line,item,quantity,need date,status\n${line}\n`;
  await importText(bench.service.ports, "purchase-orders", text);
  return insert("Purchase Orders");
}

test("6 Purchase order, Create MO(s)", async () => {
  const rows = (await insertPurchases()).filter(isLine(added, "PO Number"));
  await bench.selects(areas(rows), "Purchase Orders");
  await bench.pane.getByRole("button", { name: `Select all lines of ${added.document}` }).click();
  await bench.pane.getByText(`${purchaseOrder.length} rows: 1 can be made`).waitFor();
  await create(1);
  const all = (await sheetRows(bench, "Purchase Orders")).filter(
    ({ cells }) => cells["PO Number"] === added.document,
  );
  await heldAgainst(purchaseOrder, "PO Number", await painted("Purchase Orders", all));
  said(
    `Purchase order ${added.document}: 1 added line made, ${all.length - 1} bought ones refused in their rows`,
  );
});

test("7 Purchase order, Create MO(s) Selected Lines", async () => {
  const rows = (await insertPurchases()).filter(isLine(added, "PO Number"));
  await bench.selects(areas(rows), "Purchase Orders");
  await create(1);
  await heldAgainst([added], "PO Number", await painted("Purchase Orders", rows));
  await bench.pane.getByRole("tab", { name: "Sources" }).click();
  await bench.pane.getByRole("button", { name: "Refresh figures of Purchase Orders" }).click();
  const refreshed = async () =>
    (await sheetRows(bench, "Purchase Orders")).find(isLine(added, "PO Number"))?.cells["Coverage"];
  await expect.poll(refreshed, { timeout: 20_000 }).toBe("full");
  said("Purchase order line: made here instead of bought; its line says full");
});

test("8 Pasted rows with headings of their own, in an order of their own", async () => {
  const lines = expected.salesLines.slice(0, 40);
  const headings = ["Qty", "Customer", "Part No", "Order No", "Pos"];
  const cells = lines.map((line) => [
    line.quantity,
    "29847",
    `'${line.item}`,
    line.document,
    `'${line.line}`,
  ]);
  await bench.page.evaluate(([name, values]) => void window.workbench.workbook.addSheet(name, values), [
    "Pasted",
    [headings, ...cells],
  ] as const);
  await bench.selects(`A1:E${lines.length + 1}`, "Pasted");
  const made = lines.filter(({ isMade }) => isMade);
  await asSoonAsPossible();
  await create(made.length);
  const rows = await painted("Pasted", await sheetRows(bench, "Pasted"));
  expect(rows).toHaveLength(lines.length);
  for (const [index, row] of rows.entries()) {
    const line = lines[index];
    if (line?.isMade === true)
      expect(await orderIn(row)).toMatchObject({ item: line.item, quantity: line.quantity });
    else expect(row.cells["MO Message"]).toMatch(/is bought, not made here/);
  }
  said(`Pasted rows: ${lines.length} under other headings, ${made.length} made, the others say why not`);
});
