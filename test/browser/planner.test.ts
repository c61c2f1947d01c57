import { afterEach, beforeEach, describe, expect, test } from "vitest";
import "../../workbench/page/offer-to-tests.ts";
import { orderPageSchema } from "../../shared/wire/order.ts";
import { openWorkbench, type Workbench } from "../support/workbench.ts";

let bench: Workbench;

beforeEach(async () => {
  bench = await openWorkbench();
});

afterEach(() => bench.close());

async function countOrders(): Promise<number> {
  return orderPageSchema.parse((await bench.service.send("/manufacturing-orders?limit=500")).body).orders
    .length;
}

const NUMBER = /^MO-\d{7}$/;
const sees = async (address: string): Promise<string[]> =>
  (await bench.sees(address)).map((row) => row.join());

describe("a planner", () => {
  test("selects rows, sees what they would make, presses once, and finds number, status and reasons in the rows", async () => {
    await bench.selects("A2:G13");
    await bench.pane.getByRole("heading", { name: "12 rows: 10 can be made, 2 need attention" }).waitFor();
    await bench.presses(/^Create 10 MOs$/);
    await bench.pane.getByText("10 MOs created").waitFor();
    expect(await sees("H1:J1")).toEqual(["MO,MO Status,MO Message"]);
    for (const number of await sees("H2:H11")) expect(number).toMatch(NUMBER);
    expect(await sees("I2:I13")).toEqual([
      ...Array.from({ length: 10 }, () => "Open"),
      "Not created",
      "Not created",
    ]);
    expect(await sees("J12:J12")).toEqual([
      'Item "LAMP-ARC" is bought, not made here. Buy it, or have it set up as a made item.',
    ]);
    expect(await countOrders()).toBe(10);
  });

  test("sees a status change in the cell, without a click, when the order is released by API", async () => {
    await bench.selects("A2:G3");
    await bench.presses();
    await expect.poll(() => sees("I2:I3")).toEqual(["Open", "Open"]);
    const [number] = await sees("H3:H3");
    await fetch(`${bench.base}/api/v1/manufacturing-orders/${number ?? ""}/release`, { method: "POST" });
    await expect.poll(() => sees("I2:I3")).toEqual(["Open", "Released"]);
  });

  test("who double-clicks, or presses again on the same rows, makes nothing twice (R1)", async () => {
    await bench.selects("A2:G5");
    await bench.pane.getByRole("button", { name: /^Create 4/ }).dblclick();
    await expect.poll(() => sees("I2:I5")).toEqual(["Open", "Open", "Open", "Open"]);
    await bench.selects("A2:G6");
    await bench.presses(/^Create 1 MO$/);
    await expect.poll(() => sees("I6:I6")).toEqual(["Open"]);
    expect(await countOrders()).toBe(5);
  });

  test("whose answer was lost gets it by the retry, made once (R5)", async () => {
    await bench.selects("A2:G4");
    let lost = 0;
    await bench.page.route("**/api/v1/batches", async (route) => {
      if (lost > 0) return route.continue();
      lost += 1;
      await route.fetch();
      return route.abort();
    });
    await bench.presses();
    await expect.poll(() => sees("I2:I4")).toEqual(["Open", "Open", "Open"]);
    expect([lost, await countOrders()]).toEqual([1, 3]);
  });

  test("who reloads the pane between press and answer finds the press finished (R4, R53)", async () => {
    await bench.selects("A2:G4");
    await bench.page.route("**/api/v1/batches", async (route) => {
      await route.fetch();
      return route.abort();
    });
    await bench.presses();
    await expect.poll(countOrders).toBe(3);
    await bench.page.unroute("**/api/v1/batches");
    await bench.page.evaluate(() => window.workbench.reopenPane());
    await expect.poll(() => sees("I2:I4")).toEqual(["Open", "Open", "Open"]);
    expect(await countOrders()).toBe(3);
  });

  test("misses nothing while the connection was cut: the feed resumes from its cursor (R53)", async () => {
    await bench.selects("A2:G3");
    await bench.presses();
    await expect.poll(() => sees("I2:I3")).toEqual(["Open", "Open"]);
    const numbers = await sees("H2:H3");
    bench.cut();
    const asked: string[] = [];
    bench.page.on("request", (request) => {
      if (request.url().includes("/events")) asked.push(request.url());
    });
    await bench.service.send("/manufacturing-orders/release", { numbers });
    await bench.service.send("/manufacturing-orders/start", { numbers: numbers.slice(0, 1) });
    await bench.pane.getByText("Offline").waitFor({ timeout: 30_000 });
    expect(await sees("I2:I3")).toEqual(["Open", "Open"]);
    await bench.mend();
    await expect.poll(() => sees("I2:I3"), { timeout: 30_000 }).toEqual(["In Progress", "Released"]);
    expect(asked.every((url) => /after=[1-9]\d*/.test(url))).toBe(true);
  });

  test("behind a proxy that swallows streams still gets the news, by asking every few seconds", async () => {
    await bench.page.route("**/api/v1/events/stream*", () => new Promise<never>(() => undefined));
    await bench.page.evaluate(() => window.workbench.reopenPane());
    await bench.pane.getByText("Live, every few seconds").waitFor({ timeout: 20_000 });
    await bench.selects("A2:G2");
    await bench.presses();
    await expect.poll(() => sees("I2:I2")).toEqual(["Open"]);
    await bench.service.send("/manufacturing-orders/release", { numbers: await sees("H2:H2") });
    await expect.poll(() => sees("I2:I2")).toEqual(["Released"]);
  });

  test("works offline as far as it goes: rows are read, the button says why it waits", async () => {
    bench.cut();
    await bench.selects("A2:G4");
    await bench.pane.getByText("The service cannot be reached", { exact: true }).waitFor();
    await bench.mend();
    await bench.pane.getByRole("button", { name: /^Create 3/ }).waitFor({ timeout: 30_000 });
  });
});

describe("a messy paste", () => {
  beforeEach(() => bench.selects("A2:F23", "Messy paste"));

  test("has every mistake named, the rest made, hidden rows and totals left alone", async () => {
    await bench.pane.getByRole("heading", { name: "17 rows: 4 can be made, 13 need attention" }).waitFor();
    await bench.pane
      .getByText("2 hidden rows left out · 2 total rows left out · 1 blank row left out")
      .waitFor();
    await bench.presses(/^Create 4/);
    await bench.pane.getByText("4 MOs created").waitFor();
    const rows = (await bench.sees("A2:I23")).map((row) => `${row[0] ?? ""}: ${row[7] ?? ""}`);
    expect(rows.filter((row) => row.endsWith(": Open"))).toEqual([
      "CHAIR-OAK: Open",
      "chair-blk: Open",
      "OC-1: Open",
      "00423: Open",
    ]);
    expect(rows.filter((row) => row.endsWith(": Not created"))).toHaveLength(13);
    expect((await bench.sees("G15:I16")).flat().join("")).toBe("");
  });

  test("leads from each problem to its cell (R64)", async () => {
    await bench.pane.getByRole("button", { name: /Row 5 · Qty to make/ }).click();
    await expect.poll(() => bench.page.locator("#name-box").inputValue()).toBe("C5");
  });

  test("can have its past-due and repeated rows made when the planner says so", async () => {
    await bench.pane.getByLabel("Make past-due rows as soon as possible").check();
    await bench.pane.getByRole("heading", { name: /17 rows: 5 can be made/ }).waitFor();
    await bench.pane.getByLabel("Keep repeated rows as separate MOs").check();
    await bench.pane.getByRole("heading", { name: /17 rows: 6 can be made/ }).waitFor();
  });
});

describe("Excel in the way", () => {
  test("a cell being edited delays the painting, not the making (R30)", async () => {
    await bench.selects("A2:G3");
    await bench.pane.getByRole("button", { name: /^Create 2/ }).waitFor();
    await bench.page.evaluate(() => (window.workbench.host.faults.cellEditMode = true));
    await bench.presses();
    await bench.pane.getByText("Finish editing the cell").waitFor();
    expect(await countOrders()).toBe(2);
    await bench.page.evaluate(() => window.workbench.host.faults.clear());
    await expect.poll(() => sees("I2:I3")).toEqual(["Open", "Open"]);
  });

  test("a protected sheet keeps its cells; the numbers are in the pane (R43)", async () => {
    await bench.page.evaluate(() => (window.workbench.workbook.active.isProtected = true));
    await bench.selects("A2:G3");
    await bench.presses();
    await bench.pane.getByText("The sheet is protected").waitFor();
    await bench.pane.getByText("MO-0000013").first().waitFor();
    expect(await sees("H2:H3")).toEqual(["", ""]);
  });

  test("a cell changed after the preview is read again before anything is made", async () => {
    await bench.selects("A2:G2");
    await bench.pane.getByText("130 EA").waitFor();
    await bench.page.evaluate(() => window.workbench.write("F2", [[7]]));
    await bench.pane.getByText("7 EA", { exact: true }).waitFor();
  });
});

test("the ribbon's Create Batch MO(s) leads to the button, and presses nothing", async () => {
  await bench.selects("A2:G3");
  await bench.page.getByRole("button", { name: "Create Batch MO(s)" }).click();
  await expect.poll(() => bench.pane.locator(":focus").textContent()).toBe("Create 2 MOs");
  expect(await countOrders()).toBe(0);
});
