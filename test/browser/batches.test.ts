import { afterEach, describe, expect, test } from "vitest";
import "../../workbench/page/offer-to-tests.ts";
import { orderPageSchema } from "../../shared/wire/order.ts";
import { faultsIn } from "../support/axe.ts";
import { openWorkbench, type Workbench } from "../support/workbench.ts";

let bench: Workbench;

afterEach(() => bench.close());

const sees = async (address: string): Promise<string[]> =>
  (await bench.sees(address)).map((row) => row.join());

const button = (name: string | RegExp) => bench.pane.getByRole("button", { name });
const tab = (name: string) => bench.pane.getByRole("tab", { name });
const dialog = () => bench.pane.getByRole("dialog");

/** Three orders in rows 2 to 4 of the shortages; the middle one is being worked on. */
async function threeOrdersOneStarted(): Promise<readonly string[]> {
  await bench.selects("A2:G4");
  await bench.presses(/^Create 3 MOs$/);
  await bench.pane.getByText("3 MOs created").waitFor();
  const numbers = await sees("H2:H4");
  await bench.service.send("/manufacturing-orders/release", { numbers: numbers.slice(1, 2) });
  await bench.service.send("/manufacturing-orders/start", { numbers: numbers.slice(1, 2) });
  await expect.poll(() => sees("I2:I4")).toEqual(["Open", "In Progress", "Open"]);
  return numbers;
}

async function countOrders(): Promise<number> {
  return orderPageSchema.parse((await bench.service.send("/manufacturing-orders?limit=500")).body).orders
    .length;
}

const faults = () => faultsIn(bench.page);

describe("a planner who made a mistake", () => {
  test("takes the batch back from the pane, sees what is cancelled and what stays, and makes the rows again", async () => {
    bench = await openWorkbench();
    const [first = "", started = "", last = ""] = await threeOrdersOneStarted();
    await tab("Batches").click();
    await button(/^B-000001/).click();
    await button("Undo batch").click();
    await dialog().getByRole("heading", { name: "2 MOs will be cancelled" }).waitFor();
    const offered = dialog().getByRole("list", { name: "Will be cancelled" });
    expect(await offered.getByRole("listitem").allTextContents()).toEqual([
      expect.stringMatching(new RegExp(`^${first}.*row 2$`)),
      expect.stringMatching(new RegExp(`^${last}.*row 4$`)),
    ]);
    await dialog().getByText("In Progress: Work has started.").waitFor();
    await dialog().getByText("Undo in Excel (Ctrl+Z)").waitFor();
    expect(await sees("I2:I4")).toEqual(["Open", "In Progress", "Open"]);
    await dialog().getByLabel("Reason (optional)").fill("Wrong week");
    await dialog().getByRole("button", { name: "Cancel 2 MOs" }).click();
    await dialog().getByRole("heading", { name: "2 MOs taken back" }).waitFor();
    await expect.poll(() => sees("I2:I4")).toEqual(["Cancelled", "In Progress", "Cancelled"]);
    const stays = dialog().getByRole("list", { name: "Cannot be taken back" });
    expect(await stays.getByRole("strong").allTextContents()).toEqual([started]);

    await dialog().getByRole("button", { name: "Clear MO cells of cancelled rows" }).click();
    await dialog().getByText("2 rows can be made again.").waitFor();
    expect(await sees("H2:I4")).toEqual([",", `${started},In Progress`, ","]);
    expect(await sees("J2:J2")).toEqual([`Was ${first}, which was cancelled.`]);
    await dialog().getByRole("button", { name: "Close" }).click();
    await bench.pane.getByText("Undone in part").first().waitFor();
    await bench.pane.getByText(/^Undone by .*: Wrong week$/).waitFor();

    await tab("Rows").click();
    await bench.pane.getByText("2 MOs taken back, 1 MO could not be.").waitFor();
    await bench.presses(/^Create 2 MOs$/);
    await bench.pane.getByText("2 MOs created (batch B-000002)").waitFor();
    await expect.poll(() => sees("I2:I4")).toEqual(["Open", "In Progress", "Open"]);
    expect((await sees("H2:H4")).filter((number) => number === first || number === last)).toEqual([]);
    expect(await countOrders()).toBe(5);
  });

  test("takes it back right after creating, with the keyboard, and lands where the keyboard was", async () => {
    bench = await openWorkbench();
    await bench.selects("A2:G3");
    await bench.presses();
    await bench.pane.getByText("2 MOs created").waitFor();
    await button("Undo batch").focus();
    await bench.page.keyboard.press("Enter");
    await dialog().getByRole("button", { name: "Cancel 2 MOs" }).waitFor();
    await bench.page.keyboard.press("Escape");
    await dialog().waitFor({ state: "hidden" });
    const focused = () => bench.pane.locator(":focus").textContent();
    await expect.poll(focused).toBe("Undo batch");
    await bench.page.keyboard.press("Enter");
    await dialog().getByRole("button", { name: "Cancel 2 MOs" }).focus();
    await bench.page.keyboard.press("Enter");
    await dialog().getByRole("heading", { name: "2 MOs taken back" }).waitFor();
    await expect.poll(focused).toBe("Close");
    await bench.page.keyboard.press("Enter");
    await dialog().waitFor({ state: "hidden" });
    await bench.pane.getByText("All of them have been taken back.").waitFor();
    await expect.poll(() => sees("I2:I3")).toEqual(["Cancelled", "Cancelled"]);
  });

  test("whose orders a colleague cancelled can make the selected rows again", async () => {
    bench = await openWorkbench();
    const numbers = await threeOrdersOneStarted();
    await bench.service.send("/manufacturing-orders/cancel", { numbers: numbers.slice(0, 1) });
    await expect.poll(() => sees("I2:I2")).toEqual(["Cancelled"]);
    await bench.selects("A2:G2");
    await button("Clear MO cells of cancelled rows").click();
    await bench.presses(/^Create 1 MO$/);
    await expect.poll(() => sees("I2:I2")).toEqual(["Open"]);
    expect(await sees("H2:H2")).not.toEqual(numbers.slice(0, 1));
  });

  test("cannot make a row again whose order was merged: its quantity is still being made", async () => {
    bench = await openWorkbench();
    await bench.page.evaluate(() => window.workbench.write("A3", [["CHAIR-OAK"]]));
    await bench.selects("A2:G3");
    await bench.presses(/^Create 2 MOs$/);
    await expect.poll(() => sees("I2:I3")).toEqual(["Open", "Open"]);
    const [into, merged] = await sees("H2:H3");
    await bench.service.send("/manufacturing-orders/merges", { into, numbers: [merged] });
    await expect.poll(() => sees("I2:I3")).toEqual(["Open", "Cancelled"]);
    await bench.selects("A3:G3");
    await button("Clear MO cells of cancelled rows").click();
    await bench.pane.getByText("another one makes their quantity").waitFor();
    expect(await sees("H2:H3")).toEqual([into, merged]);
  });

  test("whose answer to the undo was lost may press again: nothing more is cancelled", async () => {
    bench = await openWorkbench();
    await bench.selects("A2:G3");
    await bench.presses();
    await bench.pane.getByText("2 MOs created").waitFor();
    let lost = 0;
    await bench.page.route("**/api/v1/batches/*/undo", async (route) => {
      if (lost > 0 || route.request().method() === "GET") return route.continue();
      lost += 1;
      await route.fetch();
      return route.abort();
    });
    await button("Undo batch").click();
    await dialog().getByRole("button", { name: "Cancel 2 MOs" }).click();
    await dialog().getByText("Trying again is safe").waitFor();
    await dialog().getByRole("button", { name: "Look again" }).click();
    await dialog().getByText("Nothing in this batch can be taken back.").waitFor();
    await dialog().getByText("2 MOs already cancelled.").waitFor();
    await expect.poll(() => sees("I2:I3")).toEqual(["Cancelled", "Cancelled"]);
  });
});

describe("the list of batches", () => {
  test("says what a batch is while there is none, and shows new ones as they come", async () => {
    bench = await openWorkbench();
    await tab("Batches").click();
    await bench.pane.getByRole("heading", { name: "No batches yet" }).waitFor();
    const lines = [{ row: 2, item: "STOOL-45", quantity: "1" }];
    await bench.service.send("/batches", { key: "press-of-a-colleague", lines });
    await button(/^B-000001/).waitFor();
  });

  test("is searched, filtered and paged", async () => {
    bench = await openWorkbench();
    for (let count = 1; count <= 30; count += 1) {
      const item = count === 3 ? "CHAIR-OAK" : "STOOL-45";
      const lines = [{ row: 2, item, quantity: String(count) }];
      await bench.service.send("/batches", { key: `press-of-a-list-${String(count)}`, lines });
    }
    await bench.service.send("/batches/B-000004/undo", {});
    await tab("Batches").click();
    const names = bench.pane.getByRole("list", { name: "Batches, newest first" }).getByRole("strong");
    await expect.poll(() => names.count()).toBe(25);
    await button("Older batches").click();
    await expect.poll(() => names.count()).toBe(30);
    expect((await names.allTextContents()).at(-1)).toBe("B-000001");
    await bench.pane.getByRole("searchbox").fill("chair");
    await expect.poll(() => names.allTextContents()).toEqual(["B-000003"]);
    await bench.pane.getByRole("searchbox").fill("");
    await bench.pane.getByLabel("State").selectOption({ label: "Undone" });
    await expect.poll(() => names.allTextContents()).toEqual(["B-000004"]);
    await bench.pane.getByLabel("State").selectOption({ label: "Cancelled: nothing created" });
    await bench.pane.getByRole("heading", { name: "No matching batches" }).waitFor();
    await button("Show all batches").click();
    await expect.poll(() => names.count()).toBe(25);
  });

  test("shows why rows were refused, and follows its orders", async () => {
    bench = await openWorkbench();
    const lines = [
      { row: 2, item: "STOOL-45", quantity: "1" },
      { row: 3, item: "LAMP-ARC", quantity: "1" },
    ];
    await bench.service.send("/batches", { key: "press-of-a-colleague", lines });
    await tab("Batches").click();
    await button(/^B-000001/).click();
    await bench.pane.getByText('Item "LAMP-ARC" is bought, not made here.').waitFor();
    await bench.pane.getByText("Open", { exact: true }).waitFor();
    await bench.service.send("/batches/B-000001/undo", {});
    await bench.pane.getByText("Cancelled", { exact: true }).waitFor();
    await button("All batches").click();
    await expect.poll(() => bench.pane.locator(":focus").getAttribute("id")).toBe("batch-B-000001");
  });

  test("stays in sight when the service is away, and says that it may be behind", async () => {
    bench = await openWorkbench();
    await threeOrdersOneStarted();
    await tab("Batches").click();
    await button(/^B-000001/).waitFor();
    bench.cut();
    await bench.pane.getByText("This list may be out of date.").waitFor({ timeout: 30_000 });
    await button(/^B-000001/).waitFor();
    await bench.mend();
    await bench.pane.getByText("This list may be out of date.").waitFor({ state: "hidden", timeout: 30_000 });
  });
});

test.each(["light", "dark"] as const)(
  "axe finds nothing in %s: list, batch, dialog, outcome",
  async (look) => {
    bench = await openWorkbench({ colorScheme: look });
    await tab("Batches").click();
    await bench.pane.getByRole("heading", { name: "No batches yet" }).waitFor();
    expect(await faults()).toEqual([]);
    await tab("Rows").click();
    await threeOrdersOneStarted();
    await tab("Batches").click();
    await button(/^B-000001/).waitFor();
    expect(await faults()).toEqual([]);
    await button(/^B-000001/).click();
    await bench.pane.getByText("In Progress", { exact: true }).waitFor();
    expect(await faults()).toEqual([]);
    await button("Undo batch").click();
    await dialog().getByRole("button", { name: "Cancel 2 MOs" }).waitFor();
    expect(await faults()).toEqual([]);
    await dialog().getByRole("button", { name: "Cancel 2 MOs" }).click();
    await dialog().getByRole("heading", { name: "2 MOs taken back" }).waitFor();
    expect(await faults()).toEqual([]);
  },
);

test("at 320 px wide nothing of it is cut off sideways", async () => {
  bench = await openWorkbench();
  await bench.page.evaluate(() => document.getElementById("pane")?.style.setProperty("width", "320px"));
  await threeOrdersOneStarted();
  const overflow = (of: string) =>
    bench.pane.locator(of).evaluate((body) => body.scrollWidth - body.clientWidth);
  expect(await overflow(".pane-body")).toBe(0);
  await tab("Batches").click();
  await button(/^B-000001/).waitFor();
  expect(await overflow(".pane-body")).toBe(0);
  await button(/^B-000001/).click();
  await button("Undo batch").click();
  await dialog().getByRole("button", { name: "Cancel 2 MOs" }).waitFor();
  expect([await overflow(".pane-body"), await overflow(".undo-surface")]).toEqual([0, 0]);
});
