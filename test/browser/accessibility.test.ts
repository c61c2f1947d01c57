import { afterEach, expect, test } from "vitest";
import "../../workbench/page/offer-to-tests.ts";
import { faultsIn } from "../support/axe.ts";
import { openWorkbench, type Workbench } from "../support/workbench.ts";

let bench: Workbench;

afterEach(() => bench.close());

const faults = () => faultsIn(bench.page);

test.each([
  ["light", { colorScheme: "light" }],
  ["dark", { colorScheme: "dark" }],
  ["high contrast", { forcedColors: "active" }],
] as const)("axe finds nothing in %s: empty, with problems, and after creating", async (_name, look) => {
  bench = await openWorkbench(look);
  await bench.selects("A30", "Blank");
  await bench.pane.getByRole("heading", { name: "Select the rows you want to make" }).waitFor();
  expect(await faults()).toEqual([]);
  await bench.selects("A2:F23", "Messy paste");
  await bench.pane.getByRole("button", { name: /^Create 4/ }).waitFor();
  await bench.pane.getByRole("button", { name: /Materials and operations of row 2,/ }).click();
  expect(await faults()).toEqual([]);
  await bench.presses();
  await bench.pane.getByText("4 MOs created").waitFor();
  await bench.pane.getByText("Already created").waitFor();
  expect(await faults()).toEqual([]);
});

test("at 320 px wide nothing is cut off sideways", async () => {
  bench = await openWorkbench();
  await bench.page.evaluate(() => document.getElementById("pane")?.style.setProperty("width", "320px"));
  await bench.selects("A2:F23", "Messy paste");
  await bench.pane.getByRole("button", { name: /^Create 4/ }).waitFor();
  const overflow = await bench.pane
    .locator(".pane-body")
    .evaluate((body) => body.scrollWidth - body.clientWidth);
  expect(overflow).toBe(0);
});

test("no button gives way when there is more than fits into the pane", async () => {
  bench = await openWorkbench();
  await bench.page.setViewportSize({ width: 1280, height: 560 });
  const heights = (): Promise<number[]> =>
    bench.pane
      .locator("main")
      .getByRole("button")
      .evaluateAll((buttons) =>
        buttons
          .filter(({ classList }) => classList.contains("fui-Button"))
          .map((one) => Math.round(one.getBoundingClientRect().height)),
      );
  await bench.selects("A2:K5", "Sales order lines");
  await bench.pane.getByRole("button", { name: /^Select all lines of/ }).waitFor();
  await bench.pane.getByRole("button", { name: /^Create \d/ }).waitFor();
  expect(Math.min(...(await heights()))).toBeGreaterThanOrEqual(24);
  for (let count = 1; count <= 26; count += 1) {
    const lines = [{ row: 2, item: "STOOL-45", quantity: String(count) }];
    await bench.service.send("/batches", { key: `press-of-a-long-list-${String(count)}`, lines });
  }
  await bench.pane.getByRole("tab", { name: "Batches" }).click();
  await bench.pane.getByRole("button", { name: "Older batches" }).waitFor();
  expect(Math.min(...(await heights()))).toBeGreaterThanOrEqual(24);
});

test("orders are created with the keyboard alone", async () => {
  bench = await openWorkbench();
  await bench.selects("A2:G3");
  await bench.pane.getByRole("button", { name: /^Create 2/ }).waitFor();
  await bench.page.locator("#close-pane").focus();
  for (let step = 0; step < 30; step += 1) {
    await bench.page.keyboard.press("Tab");
    if ((await bench.pane.locator(":focus").textContent()) === "Create 2 MOs") break;
  }
  await bench.page.keyboard.press("Enter");
  await bench.pane.getByText("2 MOs created").waitFor();
});
