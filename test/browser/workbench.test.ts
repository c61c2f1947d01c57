import { AxeBuilder } from "@axe-core/playwright";
import type { Locator } from "playwright-core";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import "../../workbench/page/offer-to-tests.ts";
import { areaAddress } from "../../workbench/host/model/area.ts";
import { openWorkbench, type Workbench } from "../support/workbench.ts";

let bench: Workbench;

beforeEach(async () => {
  bench = await openWorkbench();
});
afterEach(() => bench.close());

const cell = (address: string): Locator => bench.page.locator(`[data-address="${address}"]`);
const rowNumber = (row: number): Locator => bench.page.locator(`[data-row="${row}"]`);
const press = (keys: string): Promise<void> => bench.page.keyboard.press(keys);
const nameBox = (): Promise<string> => bench.page.locator("#name-box").inputValue();

async function selection(): Promise<string> {
  const areas = await bench.page.evaluate(() => window.workbench.workbook.selection);
  return areas.map(areaAddress).join(",");
}

async function activate(sheet: string): Promise<void> {
  await bench.page.locator(`[data-sheet="${sheet}"]`).click();
}

describe("the sheet", () => {
  test("is picked by mouse: a block by dragging, rows by their numbers, columns by letters, more with Ctrl", async () => {
    await cell("B3").hover();
    await bench.page.mouse.down();
    await cell("D6").hover();
    await bench.page.mouse.up();
    expect(await selection()).toBe("B3:D6");
    await rowNumber(2).click();
    await rowNumber(4).click({ modifiers: ["Shift"] });
    await rowNumber(7).click({ modifiers: ["Control"] });
    expect([await selection(), await nameBox()]).toEqual(["2:4,7:7", "2:4, 7:7"]);
    await bench.pane.getByRole("button", { name: "Create 4 MOs" }).waitFor();
    await bench.page.getByRole("columnheader", { name: "C", exact: true }).click();
    expect(await selection()).toBe("C:C");
  });

  test("is picked by keys, and Tab leads on instead of staying in the cells", async () => {
    await cell("A1").click();
    await press("ArrowDown");
    await press("Shift+ArrowRight");
    await press("Control+Shift+ArrowDown");
    expect(await selection()).toBe("A2:B13");
    await press("Control+Home");
    await press("Control+ArrowRight");
    expect(await selection()).toBe("G1");
    await press("Tab");
    expect(await bench.page.locator(":focus").textContent()).toBe("Shortages");
  });

  test("goes to the address that is typed into the name box, however far", async () => {
    await bench.page.locator("#name-box").fill("C1500:D1501");
    await press("Enter");
    expect(await selection()).toBe("C1500:D1501");
    await cell("C1500").waitFor();
  });

  test("takes what is typed as Excel does, and Escape takes nothing", async () => {
    await activate("Blank");
    await cell("B2").click();
    await bench.page.keyboard.type("12");
    await press("Tab");
    await bench.page.keyboard.type("'00417");
    await press("Enter");
    await cell("B2").dblclick();
    await bench.page.keyboard.type("99");
    await press("Escape");
    expect(await bench.sees("B2:C2")).toEqual([["12", "00417"]]);
    expect(await bench.page.evaluate(() => window.workbench.workbook.active.cell(1, 1).value)).toBe(12);
    await cell("B2").click();
    await press("Delete");
    expect(await bench.sees("B2:C2")).toEqual([["", "00417"]]);
  });

  test("keeps the add-in waiting while a cell is edited, and no longer (R30)", async () => {
    await cell("B2").dblclick();
    expect(await bench.page.evaluate(() => window.workbench.faults.cellEditMode)).toBe(true);
    await press("Escape");
    expect(await bench.page.evaluate(() => window.workbench.faults.cellEditMode)).toBe(false);
  });

  test("takes a block from the clipboard, and gives back only the rows that are seen", async () => {
    await bench.context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await bench.page.evaluate(() =>
      navigator.clipboard.writeText("Item\tQty\r\nOC-1\t4\r\n\t\r\nT180\t2\r\n"),
    );
    await activate("Blank");
    await cell("B2").click();
    await press("Control+v");
    expect(await bench.sees("B2:C5")).toEqual([
      ["Item", "Qty"],
      ["OC-1", "4"],
      ["", ""],
      ["T180", "2"],
    ]);
    expect(await selection()).toBe("B2:C5");
    await bench.page.evaluate(() => window.workbench.workbook.active.setHidden([2], true));
    await press("Control+c");
    expect(await bench.page.evaluate(() => navigator.clipboard.readText())).toBe("Item\tQty\n\t\nT180\t2");
  });

  test("shows what the add-in paints at once, in the cells", async () => {
    await bench.selects("A2:G3");
    await bench.presses();
    await expect.poll(() => cell("H2").textContent()).toMatch(/^MO-\d{7}$/);
    expect(await cell("H1").getAttribute("class")).toContain("is-heading");
  });

  test("hides and shows rows as a filter does", async () => {
    await activate("Messy paste");
    await rowNumber(14).waitFor();
    expect(await rowNumber(15).count()).toBe(0);
    await bench.page.getByText("2 rows hidden").waitFor();
    await bench.page.getByRole("button", { name: "Test tools" }).click();
    await bench.page.getByRole("button", { name: "Show all" }).click();
    await rowNumber(15).waitFor();
    await rowNumber(2).click();
    await bench.page.getByRole("button", { name: "Hide selected" }).click();
    await expect.poll(() => rowNumber(2).count()).toBe(0);
  });

  test("bears 2,000 rows: those in view are drawn, and the last is one key away", async () => {
    await bench.page.getByRole("button", { name: "Test tools" }).click();
    await bench.page.getByRole("button", { name: "Add 2,000" }).click();
    await cell("E2").getByText("WISH-00001").waitFor();
    expect(await bench.page.locator("[data-row]").count()).toBeLessThan(120);
    await cell("A1").click();
    await press("Control+End");
    await cell("E2001").getByText("WISH-02000").waitFor();
  });

  test("that is protected refuses typing and says so", async () => {
    await bench.page.getByRole("button", { name: "Test tools" }).click();
    await bench.page.getByLabel("Sheet protected").check();
    await cell("A2").click();
    await bench.page.keyboard.type("x");
    await press("Enter");
    await bench.page.getByText("This sheet is protected.").waitFor();
    expect(await bench.sees("A2")).toEqual([["CHAIR-OAK"]]);
  });
});

describe("the page", () => {
  test("has the ribbon that the manifest describes, and its buttons run", async () => {
    const buttons = bench.page.locator(".ribbon-group button");
    expect(await buttons.allTextContents()).toEqual([
      ...["Open", "Create Batch MO(s)", "New MO", "Refresh Status"],
      ...["Create Manufacture Order", "Create Dynamic MO (Selected Lines)"],
      ...["Create MO(s)", "Create MO(s) Selected Lines", "Sources", "Batches"],
    ]);
    const trips = await bench.page.evaluate(() => window.workbench.roundTrips());
    await bench.page.getByRole("button", { name: "Refresh Status" }).click();
    await expect
      .poll(() => bench.page.evaluate(() => window.workbench.roundTrips().reads))
      .toBeGreaterThan(trips.reads);
    await expect
      .poll(() => bench.page.getByRole("button", { name: "Refresh Status" }).isEnabled())
      .toBe(true);
  });

  test("hides the pane without stopping it, and opens it again from the ribbon", async () => {
    await bench.selects("A2:G3");
    await bench.pane.getByRole("button", { name: /^Create 2/ }).waitFor();
    await bench.page.getByRole("button", { name: "Close the pane" }).click();
    await bench.page.locator("#pane").waitFor({ state: "hidden" });
    await bench.selects("A2:G4");
    await bench.page.getByRole("button", { name: "Open" }).click();
    await bench.pane.getByRole("button", { name: /^Create 3/ }).waitFor();
  });

  test("gives the pane as little as 320 pixels, by keys as well", async () => {
    await bench.page.locator("#divider").focus();
    await press("Home");
    const width = () => bench.page.locator("#pane").evaluate((pane) => pane.getBoundingClientRect().width);
    expect(await width()).toBe(320);
    await press("ArrowLeft");
    expect(await width()).toBe(340);
  });

  test.each([1280, 820])("never scrolls sideways at %d pixels", async (width) => {
    await bench.page.setViewportSize({ width, height: 800 });
    await bench.page.getByRole("button", { name: "Test tools" }).click();
    expect(await bench.page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  });

  test("says its hint once, and not again after it was dismissed", async () => {
    const hint = bench.page.getByText("Select some rows, then press");
    await hint.waitFor();
    await bench.page.getByRole("button", { name: "Got it" }).click();
    await bench.page.reload();
    await cell("A1").waitFor();
    expect(await hint.isVisible()).toBe(false);
  });

  test("is clean for axe, the cells included", async () => {
    await bench.selects(["A2:G3", "A5:G5"]);
    await bench.page.getByRole("button", { name: "Test tools" }).click();
    // What scrolls inside the grid takes no focus of its own: the grid does, and scrolls it by the keys.
    const axe = new AxeBuilder({ page: bench.page }).exclude("iframe");
    const { violations } = await axe.disableRules("scrollable-region-focusable").analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`)).toEqual([]);
  });
});

test("a theme that is chosen reaches the pane in its frame", async () => {
  const dark = await openWorkbench({ colorScheme: null });
  await dark.page.getByLabel("Theme").selectOption("dark");
  const isDark = () =>
    dark.page.evaluate(
      () => window.workbench.pane().contentWindow?.matchMedia("(prefers-color-scheme: dark)").matches,
    );
  await expect.poll(isDark).toBe(true);
  await dark.close();
});
