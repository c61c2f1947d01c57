/** Between the preview and the answer: what a press makes when the sheet or the service changed meanwhile. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import "../../workbench/page/offer-to-tests.ts";
import { batchPageSchema } from "../../shared/wire/batch-history.ts";
import { orderPageSchema } from "../../shared/wire/order.ts";
import { openWorkbench, type Workbench } from "../support/workbench.ts";

let bench: Workbench;
beforeEach(async () => {
  bench = await openWorkbench();
});
afterEach(() => bench.close());

const orders = async () =>
  orderPageSchema.parse((await bench.service.send("/manufacturing-orders?limit=500")).body).orders;
const sees = async (address: string): Promise<string[]> =>
  (await bench.sees(address)).map((row) => row.join());
const button = (name: string | RegExp) => bench.pane.getByRole("button", { name });

/** In one breath: quicker than Excel tells the pane of the change. */
async function changesAndPresses(address: string, value: string | number): Promise<void> {
  await bench.page.evaluate(
    ([at, now]) => {
      window.workbench.write(at, [[now]]);
      window.workbench.pane().contentDocument?.getElementById("create")?.click();
    },
    [address, value] as const,
  );
}

describe("a row that was changed just before Create was pressed", () => {
  test("is shown with its old and new value before anything is made", async () => {
    await bench.selects("A2:G3");
    await button("Create 2 MOs").waitFor();
    await changesAndPresses("F2", 7);
    await bench.pane.getByText("Row 2: Quantity 130 → 7.").waitFor();
    await button("Create 2 MOs").waitFor();
    expect(await orders()).toEqual([]);
    await bench.presses();
    await expect.poll(() => sees("I2:I3")).toEqual(["Open", "Open"]);
    expect((await orders()).map(({ quantity }) => quantity)).toContain("7");
    expect(await bench.pane.getByText("The rows changed after the preview").count()).toBe(0);
  });

  test("is told when it is no longer to be made, and forgotten with another selection", async () => {
    await bench.selects("A2:G3");
    await button("Create 2 MOs").waitFor();
    await changesAndPresses("A3", "");
    await bench.pane.getByText("Row 3").first().waitFor();
    await bench.pane.getByText("The rows changed after the preview").waitFor();
    expect(await orders()).toEqual([]);
    await bench.selects("A4:G5");
    await bench.pane.getByText("2 rows: 2 can be made").waitFor();
    expect(await bench.pane.getByText("The rows changed after the preview").count()).toBe(0);
  });
});

describe("a press that is not finished", () => {
  const isPress = (url: URL): boolean => url.pathname === "/api/v1/batches";

  test("of 20,000 rows goes on where it was when the pane is reloaded, and is made once (R4, R25)", async () => {
    await bench.page.evaluate(() => {
      const rows = Array.from({ length: 20_000 }, (_, index) => [
        "CHAIR-OAK",
        1 + (index % 40),
        `W-${index + 1}`,
      ]);
      window.workbench.workbook.addSheet("All", [["Item", "Quantity", "SO Number"], ...rows]);
      window.workbench.select("A2:C20001", "All");
    });
    await button("Create 20,000 MOs").waitFor({ timeout: 60_000 });
    await bench.page.route(isPress, () => undefined);
    const sent = bench.page.waitForRequest((request) => isPress(new URL(request.url())));
    await bench.presses();
    await sent;
    await bench.page.unroute(isPress);
    await bench.page.evaluate(() => window.workbench.reopenPane());
    await bench.pane.getByText(/^20,000 MOs created/).waitFor({ timeout: 90_000 });
    const numbers = (await bench.sees("D2:D20001", "All")).flat();
    expect(new Set(numbers).size).toBe(20_000);
    expect((await bench.sees("E20001", "All")).join()).toBe("Open");
    const { body } = await bench.service.send("/batches?limit=10");
    expect(batchPageSchema.parse(body).batches).toMatchObject([{ orders: 20_000 }]);
  }, 240_000);

  test("in one workbook is not lost by a press in another one of the same browser", async () => {
    const other = await bench.context.newPage();
    await other.goto(`${bench.base}/workbench/`, { waitUntil: "commit" });
    const otherPane = other.frameLocator("#pane iframe");
    await bench.context.route(isPress, (route) => route.abort());
    for (const [page, pane, rows] of [
      [bench.page, bench.pane, "A2:G3"],
      [other, otherPane, "A4:G6"],
    ] as const) {
      await pane.getByText("Live").waitFor();
      await page.evaluate((at) => window.workbench.select(at), rows);
      await pane.getByRole("button", { name: /^Create [23] / }).click();
      await pane.getByText("No answer yet").waitFor();
    }
    for (const page of [bench.page, other]) {
      await page.evaluate(() => window.workbench.pane().remove());
    }
    await bench.context.unroute(isPress);
    for (const page of [bench.page, other]) await page.evaluate(() => window.workbench.reopenPane());
    await bench.pane.getByText(/^2 MOs created/).waitFor();
    await otherPane.getByText(/^3 MOs created/).waitFor();
    await expect.poll(() => sees("I2:I4")).toEqual(["Open", "Open", ""]);
    expect(await orders()).toHaveLength(5);
    await other.close();
  });
});

describe("a press whose request hangs", () => {
  test("can be cancelled, and the pane goes on (R53)", async () => {
    await bench.selects("A2:G3");
    await bench.page.route("**/api/v1/batches", () => undefined);
    await bench.presses(/^Create 2 /);
    await button("Cancel").click();
    await bench.pane.getByText(/^Cancelled: nothing created/).waitFor();
    expect(await orders()).toEqual([]);
    await bench.page.unroute("**/api/v1/batches");
    await bench.presses(/^Create 2 /);
    await expect.poll(() => sees("I2:I3")).toEqual(["Open", "Open"]);
  });
});

describe("a press that is cancelled while the service is away", () => {
  const goesAway = () => bench.page.route("**/api/v1/batches**", (route) => route.abort());
  const comesBack = () => bench.page.unroute("**/api/v1/batches**");

  async function pressedInVain(): Promise<void> {
    await bench.selects("A2:G3");
    await button("Create 2 MOs").waitFor();
    await goesAway();
    await bench.presses();
    await bench.pane.getByText("No answer yet").waitFor();
    await button("Cancel").click();
    await bench.pane.getByText("Cancelling 2 MOs").first().waitFor();
  }

  test("makes nothing when it comes back, and says so", async () => {
    await pressedInVain();
    await comesBack();
    await bench.pane.getByText("Cancelled: nothing created").waitFor({ timeout: 30_000 });
    expect(await orders()).toEqual([]);
    await bench.presses(/^Create 2 MOs$/);
    await expect.poll(() => sees("I2:I3")).toEqual(["Open", "Open"]);
    expect(await orders()).toHaveLength(2);
  });

  test("stays cancelled when the pane is opened anew", async () => {
    await pressedInVain();
    await bench.page.evaluate(() => window.workbench.reopenPane());
    await bench.pane.getByText("Cancelling 2 MOs").first().waitFor();
    await comesBack();
    await bench.pane.getByText("Cancelled: nothing created").waitFor({ timeout: 30_000 });
    expect(await orders()).toEqual([]);
  });

  test("that had come too late says what was made", async () => {
    await bench.selects("A2:G3");
    await button("Create 2 MOs").waitFor();
    await bench.page.route("**/api/v1/batches", async (route) => {
      await route.fetch();
      return route.abort();
    });
    await bench.page.route("**/api/v1/batches/by-key/**", (route) => route.abort());
    await bench.presses();
    await bench.pane.getByText("No answer yet").waitFor();
    await button("Cancel").click();
    await bench.page.unrouteAll();
    await bench.pane.getByText("2 MOs created").waitFor({ timeout: 30_000 });
    await expect.poll(() => sees("I2:I3")).toEqual(["Open", "Open"]);
    expect(await orders()).toHaveLength(2);
  });
});

describe("what was decided for some rows", () => {
  const follows = () => bench.pane.getByRole("radio", { name: /^Dynamic MO/ });

  test("is asked anew after they are made", async () => {
    await bench.selects("A2:K2", "Sales order lines");
    await follows().check();
    await bench.presses(/^Create 1 dynamic MO$/);
    await bench.pane.getByText("1 MO created").waitFor();
    await bench.selects("A5:K5", "Sales order lines");
    await bench.pane.getByText("1 row: 1 can be made").waitFor();
    expect(await follows().isChecked()).toBe(false);
  });

  test("ends with rows that it cannot be meant for", async () => {
    await bench.selects("A2:K2", "Sales order lines");
    await follows().check();
    await bench.selects("A2:G2", "Shortages");
    await bench.pane.getByText("130 EA").waitFor();
    expect(await follows().count()).toBe(0);
    await bench.selects("A2:K2", "Sales order lines");
    await follows().waitFor();
    expect(await follows().isChecked()).toBe(false);
  });
});

test("a table with no room for our columns keeps its neighbour; the numbers are in the pane, with what to do", async () => {
  await bench.page.evaluate(() => {
    const { workbook } = window.workbench;
    const sheet = workbook.addSheet("Side by side", [
      ["Item Number", "To Order", "Part"],
      ["CHAIR-OAK", 5, "A"],
      ["", "", "B"],
    ]);
    workbook.addTable(sheet, { row: 0, column: 0, rowCount: 2, columnCount: 2 }, "Left");
    workbook.addTable(sheet, { row: 0, column: 2, rowCount: 3, columnCount: 1 }, "Right");
  });
  await bench.selects("A2:B2", "Side by side");
  await bench.presses(/^Create 1 /);
  await bench.pane.getByText(/There is no room beside these rows/).waitFor();
  await bench.pane.getByText("MO-0000013").first().waitFor();
  expect(await bench.sees("A1:D3", "Side by side")).toEqual([
    ["Item Number", "To Order", "Part", ""],
    ["CHAIR-OAK", "5", "A", ""],
    ["", "", "B", ""],
  ]);
  await bench.pane.getByRole("button", { name: "Copy rows and numbers" }).waitFor();
  await bench.selects("A2:G3", "Shortages");
  await bench.pane.getByText("2 rows: 1 can be made, 1 needs attention").waitFor();
});
