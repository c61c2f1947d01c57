/** The pane's first moments: nothing that a planner does meanwhile is lost. */
import { afterEach, beforeEach, expect, test } from "vitest";
import "../../workbench/page/offer-to-tests.ts";
import { openWorkbench, type Workbench } from "../support/workbench.ts";

let bench: Workbench;
beforeEach(async () => {
  bench = await openWorkbench();
});
afterEach(() => bench.close());

test("a ribbon button that is pressed before the pane's code is there is done as soon as it is", async () => {
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  const held: string[] = [];
  await bench.context.route(/\/addin\/taskpane\.[0-9a-f]+\.js/, async (route) => {
    held.push(route.request().url());
    await released;
    await route.continue();
  });
  await bench.page.evaluate(() => window.workbench.reopenPane());
  const pressed = bench.page.evaluate(() => window.workbench.runCommand("showBatches").then(() => "done"));
  await expect.poll(() => held.length).toBe(1);
  const patience = new Promise((resolve) => setTimeout(() => resolve("waiting"), 1_000));
  expect(await Promise.race([pressed, patience])).toBe("waiting");
  release();
  expect(await pressed).toBe("done");
  await bench.pane.getByRole("tab", { name: "Batches", selected: true }).waitFor();
});

test("a pane that opens while somebody types says so, and follows the selection as soon as they have finished", async () => {
  await bench.page.evaluate(() => {
    window.workbench.faults.cellEditMode = true;
    window.workbench.reopenPane();
  });
  await bench.pane.getByText(/Finish editing the cell. Until then/).waitFor();
  await bench.page.evaluate(() => {
    window.workbench.faults.cellEditMode = false;
  });
  await bench.selects("A2:G4");
  await bench.pane.getByText("3 rows: 3 can be made").waitFor();
  await bench.selects("A2:G3");
  await bench.pane.getByText("2 rows: 2 can be made").waitFor();
});
