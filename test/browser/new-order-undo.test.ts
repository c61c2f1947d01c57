/** What was made with the New MO form can be taken back from the form, and said so there. */
import { afterEach, expect, test } from "vitest";
import { faultsIn } from "../support/axe.ts";
import { openWorkbench, type Workbench } from "../support/workbench.ts";

let bench: Workbench;
afterEach(() => bench.close());

test("an MO that was made with the form is taken back where it was made", async () => {
  bench = await openWorkbench();
  await bench.pane.getByRole("tab", { name: "New MO" }).click();
  await bench.pane.getByRole("combobox", { name: "Manufacture Item Number" }).fill("CHAIR-OAK");
  await bench.pane.getByLabel("Manufacture Order Qty", { exact: false }).fill("0");
  await bench.pane.getByText("The quantity is 0. Enter how many to make.").waitFor();
  await bench.pane.getByLabel("Manufacture Order Qty", { exact: false }).fill("4");
  await bench.pane.getByRole("button", { name: "Create MO" }).click();
  const list = bench.pane.getByRole("list", { name: "Created with this form" });
  await list.getByText("MO-0000013 · 4 EA CHAIR-OAK").waitFor();
  expect(await faultsIn(bench.page)).toEqual([]);
  await list.getByRole("button", { name: "Undo" }).click();
  await bench.pane.getByRole("button", { name: "Cancel 1 MO" }).click();
  await bench.pane.getByRole("heading", { name: "1 MO taken back" }).waitFor();
  await bench.pane.getByRole("button", { name: "Close" }).click();
  await list.getByText("Cancelled").waitFor();
});
