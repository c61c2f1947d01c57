import { afterEach, beforeEach, expect, test } from "vitest";
import "../../workbench/page/offer-to-tests.ts";
import { orderPageSchema } from "../../shared/wire/order.ts";
import { openWorkbench, type Workbench } from "../support/workbench.ts";

let bench: Workbench;

beforeEach(async () => {
  bench = await openWorkbench();
});

afterEach(() => bench.close());

/** The quantities of the first rows, which are then selected. */
async function wants(...quantities: readonly number[]): Promise<void> {
  await bench.page.evaluate(
    (cells) => {
      window.workbench.write("F2", cells);
    },
    quantities.map((quantity) => [quantity]),
  );
  await bench.selects(`A2:G${quantities.length + 1}`);
}

test("a planner sees what is short before anything is made, asks why, and has the sub-assemblies made too", async () => {
  await wants(900);
  await bench.pane.getByText(/materials? short/).waitFor();
  await bench.pane.getByRole("button", { name: /^Materials and operations of row 2/ }).click();
  await bench.pane
    .getByText(/short(, there on .*)?$/)
    .first()
    .waitFor();
  await bench.pane.getByRole("button", { name: "Why?" }).click();
  await bench.pane.getByText(/^Wanted: 900 EA of/).waitFor();
  await bench.pane.getByRole("checkbox", { name: "Make missing sub-assemblies too" }).check();
  await bench.pane.getByText(/\+ \d+ sub-assembly MOs?/).waitFor();
  await bench.presses(/^Create 1 MO$/);
  await bench.pane.getByText("1 MO created").waitFor();
  const page = orderPageSchema.parse((await bench.service.send("/manufacturing-orders?limit=500")).body);
  expect(page.orders.length).toBeGreaterThan(1);
});

test("a planner sees which work centers would be overloaded, and lets work wait for its turn", async () => {
  await wants(900, 900);
  await bench.pane.getByRole("heading", { name: /overloaded weeks?$/ }).waitFor();
  const wait = bench.pane.getByRole("checkbox", { name: "Let work wait until work centers are free" });
  await wait.check();
  await expect.poll(() => wait.isChecked()).toBe(true);
  await bench.pane.getByRole("heading", { name: "2 rows: 2 can be made" }).waitFor();
});

test("a planner who makes a column Readiness finds it filled beside each number, and kept fresh", async () => {
  await bench.page.evaluate(() => window.workbench.write("K1", [["Readiness"]]));
  await wants(900, 1);
  await bench.presses(/^Create 2 MOs$/);
  await bench.pane.getByText("2 MOs created").waitFor();
  const cells = async () => (await bench.sees("K2:K3")).map((row) => row.join());
  await expect.poll(cells).toEqual([expect.stringMatching(/^(Short|In part)/), expect.stringMatching(/^./)]);
});

test("a planner who makes a column MO Coverage sees there when somebody else makes more for the same line", async () => {
  const sheet = "Sales order lines";
  await bench.selects("A5:K5", sheet);
  await bench.presses(/^Create 1 MO$/);
  await bench.pane.getByText("1 MO created").waitFor();
  await bench.page.evaluate(() => window.workbench.write("O1", [["MO Coverage"]], "Sales order lines"));
  await bench.page.getByRole("button", { name: "Refresh Status" }).click();
  const cell = async () => (await bench.sees("O5", sheet)).join();
  await expect.poll(cell).toBe("Full: 24 of 24 EA on MOs");
  const line = { row: 2, kind: "sales-order", document: "SO-20421", line: "2", quantity: "2" };
  const rules = { coveredRows: "make-anyway", overReason: "Two for the window" };
  await bench.service.send("/batches", { key: "press-of-somebody-else", lines: [line], rules });
  await expect.poll(cell).toMatch(/^Over: 26 EA on MOs, 24 wanted, with MO-/);
});
