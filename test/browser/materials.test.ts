/** The materials of an MO edited in the pane, from its row to what the order then takes. */
import { afterEach, describe, expect, test } from "vitest";
import "../../workbench/page/offer-to-tests.ts";
import { orderSchema } from "../../shared/wire/order.ts";
import { faultsIn } from "../support/axe.ts";
import { openWorkbench, type Workbench } from "../support/workbench.ts";

let bench: Workbench;
afterEach(() => bench.close());

const SHEET = "Sales order lines";
const button = (name: string | RegExp) => bench.pane.getByRole("button", { name });
const field = (name: string) => bench.pane.getByRole("textbox", { name, exact: true });

/** 24 oak chairs for the first sales order, its eight materials opened. */
async function openMaterials(
  link: "regular" | "dynamic" = "regular",
  look: Parameters<typeof openWorkbench>[0] = {},
): Promise<string> {
  bench = await openWorkbench(look);
  await bench.selects("A2:K2", SHEET);
  if (link === "dynamic") await bench.pane.getByRole("radio", { name: /^Dynamic MO/ }).check();
  await bench.presses(/^Create 1 (dynamic )?MO$/);
  await bench.pane.getByText("1 MO created").waitFor();
  const number = (await bench.sees("L2:L2", SHEET)).join();
  await button(`Materials of ${number}`).click();
  await bench.pane.getByRole("heading", { name: "Materials for 24 EA" }).waitFor();
  return number;
}

async function materialsOf(number: string): Promise<Record<string, string>> {
  const { body } = await bench.service.send(`/manufacturing-orders/${number}`);
  const { materials } = orderSchema.parse(body);
  return Object.fromEntries(materials.map(({ item, quantity, unit }) => [item, `${quantity} ${unit}`]));
}

describe("a planner who opens the materials of an order", () => {
  test("changes, replaces, removes and adds lines, and saves them all at once", async () => {
    const number = await openMaterials("dynamic");
    await bench.pane.getByText("Follows SO-20418 line 1").waitFor();
    const before = await materialsOf(number);
    const places = Object.keys(before);
    const at = (item: string): string => `line ${String(places.indexOf(item) + 1)}`;
    await field(`Quantity, ${at("SCREW-4X40")}`).fill("250");
    await field(`Component, ${at("CARTON-S")}`).fill("CARTON-L");
    await button("Remove LABEL-STD").click();
    await button("Remove OIL-HARD").focus();
    // Struck out, and back, and back again: the keyboard stays at the line.
    await bench.page.keyboard.press("Enter");
    await bench.page.keyboard.press("Enter");
    expect(await bench.pane.locator(":focus").inputValue()).toBe("OIL-HARD");
    await button("Add material").click();
    await field("Component, line 9").fill("FELT-PAD");
    await field("Quantity, line 9").fill("96");
    expect(await materialsOf(number)).toEqual(before);
    await button("Save 4 changes").click();
    await bench.pane.getByText("Saved.").waitFor();
    const { "LABEL-STD": _label, "CARTON-S": _small, ...others } = before;
    const now = { ...others, "SCREW-4X40": "250 EA", "CARTON-L": "24 EA", "FELT-PAD": "96 EA" };
    expect(await materialsOf(number)).toEqual(now);
    await bench.pane.getByText("LABEL-STD was taken out by Ana.").waitFor();
    await bench.pane.getByText(/set by Ana$/).waitFor();
    await bench.pane.getByText(/instead of CARTON-S, by Ana$/).waitFor();
    expect(await button("Discard").count()).toBe(0);
    await button("Why?").click();
    await bench.pane
      .getByText(/^SCREW-4X40: 250 EA; set by Ana on .*, overriding the bill of materials\.$/)
      .waitFor();
  });

  test("with the keyboard alone reads at each line what is wrong with it, loses nothing, and mends it", async () => {
    const number = await openMaterials();
    const before = await materialsOf(number);
    await field("Quantity, line 1").focus();
    await bench.page.keyboard.type("x");
    await button("Add material").focus();
    await bench.page.keyboard.press("Enter");
    await bench.page.keyboard.type("SCREW-9");
    await bench.page.keyboard.press("Tab");
    await bench.page.keyboard.type("5");
    await button("Save 2 changes").focus();
    await bench.page.keyboard.press("Enter");
    await bench.pane.getByText("Nothing has been saved yet: see the lines above.").waitFor();
    await bench.pane.getByText('There is no item "SCREW-9".').waitFor();
    expect(await field("Quantity, line 1").getAttribute("aria-invalid")).toBe("true");
    expect(await field("Component, line 1").getAttribute("aria-invalid")).toBe("false");
    expect(await faultsIn(bench.page)).toEqual([]);
    expect(await materialsOf(number)).toEqual(before);
    await button(`Materials of ${number}`).click();
    await button(`Materials of ${number}`).click();
    await field("Quantity, line 1").fill("30");
    await button("Remove SCREW-9").focus();
    await bench.page.keyboard.press("Enter");
    expect(await bench.pane.locator(":focus").textContent()).toBe("Add material");
    await button("Save 1 change").focus();
    await bench.page.keyboard.press("Enter");
    await bench.pane.getByText("Saved.").waitFor();
    expect(Object.values(await materialsOf(number))[0]).toBe("30 EA");
  });

  test("sees what somebody else changed meanwhile, and is told when it is the very same line", async () => {
    const number = await openMaterials();
    const [[item, told] = ["", ""]] = Object.entries(await materialsOf(number));
    const [quantity = "", unit = ""] = told.split(" ");
    const change = (from: string, to: string) =>
      bench.service.send(`/manufacturing-orders/${number}/material-changes`, {
        materials: [{ position: 1, from: { item, quantity: from, unit }, to: { item, quantity: to } }],
      });
    await change(quantity, "40");
    await expect.poll(() => field("Quantity, line 1").inputValue()).toBe("40");
    await field("Quantity, line 1").fill("41");
    await change("40", "50");
    await button("Save 1 change").click();
    await bench.pane.getByText("The quantity is no longer 40: somebody changed it to 50.").waitFor();
    await button("Discard").click();
    await expect.poll(() => field("Quantity, line 1").inputValue()).toBe("50");
    await bench.service.send("/manufacturing-orders/cancel", { numbers: [number] });
    await field("Quantity, line 1").waitFor({ state: "detached" });
    expect(await button(/^Save/).count()).toBe(0);
  });

  test.each([
    ["dark", { colorScheme: "dark" }],
    ["high contrast", { forcedColors: "active" }],
  ] as const)(
    "finds them in %s without a fault of axe, and at 320 px with nothing cut off",
    async (_name, look) => {
      await openMaterials("dynamic", look);
      await button("Remove LABEL-STD").click();
      await button("Add material").click();
      await field("Quantity, line 9").fill("0");
      await button("Save 2 changes").click();
      await bench.pane.getByText("Nothing has been saved yet: see the lines above.").waitFor();
      expect(await faultsIn(bench.page)).toEqual([]);
      await bench.page.evaluate(() => document.getElementById("pane")?.style.setProperty("width", "320px"));
      const overflow = () =>
        bench.pane.locator(".pane-body").evaluate((body) => body.scrollWidth - body.clientWidth);
      expect(await overflow()).toBe(0);
    },
  );
});
