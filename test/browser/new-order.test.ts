/** Way 1: one MO typed into the pane. */
import { afterEach, describe, expect, test } from "vitest";
import "../../workbench/page/offer-to-tests.ts";
import { importCatalog } from "../../server/use-cases/import-catalog.ts";
import { orderPageSchema } from "../../shared/wire/order.ts";
import { faultsIn } from "../support/axe.ts";
import { openWorkbench, type Workbench } from "../support/workbench.ts";

let bench: Workbench;
afterEach(() => bench.close());

const field = (name: string) => bench.pane.getByLabel(name, { exact: false });
const itemField = () => bench.pane.getByRole("combobox", { name: "Manufacture Item Number" });
const button = (name: string) => bench.pane.getByRole("button", { name });
const preview = () => bench.pane.getByRole("region", { name: "To be created" });

async function openForm(): Promise<void> {
  bench = await openWorkbench();
  await bench.pane.getByRole("tab", { name: "New MO" }).click();
}

async function chooseChair(): Promise<void> {
  await itemField().click();
  await itemField().pressSequentially("dining oak");
  await bench.pane.getByRole("option", { name: /CHAIR-OAK/ }).click();
}

async function orders() {
  return orderPageSchema.parse((await bench.service.send("/manufacturing-orders?limit=500")).body).orders;
}

describe("the New MO form", () => {
  test("finds an item by its description, shows what it takes, and makes one order after the other", async () => {
    await openForm();
    await chooseChair();
    await field("Manufacture Order Qty").fill("4");
    await preview().getByText("CHAIR-OAK · 4 EA").waitFor();
    await bench.pane.getByRole("region", { name: "Raw materials" }).getByText("SEAT-OAK").waitFor();
    await field("Manufacture Order Qty").fill("6");
    await preview().getByText("CHAIR-OAK · 6 EA").waitFor();
    await field("Memo").fill("For the fair");
    await button("Create and add another").click();
    await bench.pane.getByText("MO-0000013 · 6 EA CHAIR-OAK").waitFor();
    expect(await itemField().inputValue()).toBe("");
    await chooseChair();
    await field("Manufacture Order Qty").fill("6");
    await button("Create MO").click();
    await bench.pane.getByText("MO-0000021 · 6 EA CHAIR-OAK").waitFor();
    expect((await orders()).map(({ item, quantity }) => `${item} ${quantity}`)).toEqual(
      expect.arrayContaining(["CHAIR-OAK 6", "CHAIR-OAK 6"]),
    );
  });

  test("makes the item that was typed, at typing speed and with the keyboard alone", async () => {
    await openForm();
    await chooseChair();
    await field("Manufacture Order Qty").fill("2");
    await preview().getByText("CHAIR-OAK · 2 EA").waitFor();
    const offered = bench.page.waitForResponse(/\/items\?search=$/);
    await button("Create and add another").press("Enter");
    await bench.pane.getByText("MO-0000013").waitFor();
    await offered;
    await expect.poll(() => itemField().evaluate((input) => input === document.activeElement)).toBe(true);
    const { keyboard } = bench.page;
    await keyboard.type("TABLE-180", { delay: 80 });
    await keyboard.press("Tab");
    expect(await itemField().inputValue()).toBe("TABLE-180");
    await keyboard.type("4");
    await preview().getByText("TABLE-180 · 4 EA").waitFor();
    await button("Create MO").press("Enter");
    await expect
      .poll(async () => (await orders()).map(({ item, quantity }) => `${item} ${quantity}`))
      .toEqual(expect.arrayContaining(["CHAIR-OAK 2", "TABLE-180 4"]));
  });

  test("keeps what was typed beside a list of other items, and takes one that the arrows went to", async () => {
    await openForm();
    await itemField().focus();
    const { keyboard } = bench.page;
    const option = (name: RegExp) => bench.pane.getByRole("option", { name });
    await keyboard.type("chair", { delay: 80 });
    await option(/CHAIR-BLK/).waitFor();
    await keyboard.press("Tab");
    expect(await itemField().inputValue()).toBe("chair");
    await itemField().fill("");
    await itemField().focus();
    await keyboard.type("chair", { delay: 80 });
    await option(/CHAIR-BLK/).waitFor();
    await keyboard.press("Enter");
    expect(await itemField().inputValue()).toBe("chair");
    await keyboard.type("-");
    await option(/CHAIR-BLK/).waitFor();
    await keyboard.press("ArrowDown");
    await keyboard.press("Enter");
    expect(await itemField().inputValue()).toBe("CHAIR-BLK");
  });

  test("says at its field what is wrong, and offers nothing to press", async () => {
    await openForm();
    await itemField().fill("LAMP-ARC");
    await field("Manufacture Order Qty").fill("2");
    await bench.pane.getByText('Item "LAMP-ARC" is bought, not made here.', { exact: false }).waitFor();
    expect(await button("Create MO").getAttribute("aria-disabled")).toBe("true");
    expect(await orders()).toHaveLength(0);
  });

  test("keeps what would be made in sight above the buttons, with what is odd about it", async () => {
    await openForm();
    await itemField().fill("OC-1");
    await field("Manufacture Order Qty").fill("2.5");
    await preview().getByText("CHAIR-OAK · 3 EA").waitFor();
    await preview().getByText("rounded up", { exact: false }).waitFor();
    const [box, bottom] = [await preview().boundingBox(), bench.page.viewportSize()?.height ?? 0];
    expect((box?.y ?? bottom) + (box?.height ?? 0)).toBeLessThan(bottom);
    await button("Create MO").click();
    await bench.pane.getByText("MO-0000013 · 3 EA CHAIR-OAK").waitFor();
  });

  test("says beside its buttons why they cannot be pressed", async () => {
    await openForm();
    const create = button("Create MO");
    const why = async () => {
      const id = (await create.getAttribute("aria-describedby")) ?? "none";
      return bench.pane.locator(`[id="${id}"]`).textContent();
    };
    await expect.poll(why).toBe("Choose an item first.");
    await itemField().fill("CHAIR-OAK");
    await expect.poll(why).toBe("Enter a quantity first.");
    await field("Manufacture Order Qty").fill("2");
    await preview().waitFor();
    for (const wrong of ["99999", "1.9", "soon"]) {
      await field("Priority").fill(wrong);
      await bench.pane.getByText("Enter a whole number from -999 to 999").waitFor();
      await expect.poll(why).toBe("Correct the Priority first.");
    }
    await field("Priority").fill("7");
    await preview().waitFor();
    await field("Need Date").fill("2020-01-01");
    await bench.pane.getByText("Enter a later date, or leave it empty.").waitFor();
    await expect.poll(why).toBe("Correct the Need Date first.");
    await field("Need Date").fill("");
    await create.click();
    await bench.pane.getByText("MO-0000013").waitFor();
    expect((await orders()).find(({ number }) => number === "MO-0000013")?.priority).toBe(7);
  });

  test("goes on by itself when the service is away, with the preview and with the order, and loses nothing", async () => {
    await openForm();
    await itemField().fill("CHAIR-OAK");
    bench.cut();
    await field("Manufacture Order Qty").fill("2");
    await bench.pane.getByText("The preview comes as soon as it answers.").waitFor();
    await bench.mend();
    await preview().getByText("CHAIR-OAK · 2 EA").waitFor({ timeout: 30_000 });
    bench.cut();
    await button("Create MO").click();
    await bench.pane.getByText("2 × CHAIR-OAK: no answer yet").waitFor();
    expect(await field("Manufacture Order Qty").isDisabled()).toBe(true);
    expect(await field("Manufacture Order Qty").inputValue()).toBe("2");
    await bench.mend();
    await button("Try now").click();
    await bench.pane.getByText("MO-0000013 · 2 EA CHAIR-OAK").waitFor({ timeout: 30_000 });
    expect((await orders()).filter(({ item }) => item === "CHAIR-OAK")).toHaveLength(1);
  });

  test("shows what it made after a reload, made once, whenever the pane was reloaded (R4)", async () => {
    await openForm();
    const reopen = async () => {
      await bench.page.evaluate(() => window.workbench.reopenPane());
      await bench.pane.getByRole("tab", { name: "New MO" }).click();
    };
    const chairs = async () => (await orders()).filter(({ item }) => item === "CHAIR-OAK").length;
    const press = async (quantity: string) => {
      await itemField().fill("CHAIR-OAK");
      await field("Manufacture Order Qty").fill(quantity);
      await preview().getByText(`CHAIR-OAK · ${quantity} EA`).waitFor();
      await button("Create MO").click();
    };
    // Between the press and its answer,
    await bench.page.route("**/api/v1/batches", async (route) => {
      await route.fetch();
    });
    await press("4");
    await expect.poll(chairs).toBe(1);
    await bench.page.unroute("**/api/v1/batches");
    await reopen();
    await bench.pane.getByText("MO-0000013 · 4 EA CHAIR-OAK").waitFor();
    // and between the answer and what is shown of it.
    await bench.page.route("**/api/v1/manufacturing-orders/MO-*", () => undefined);
    const answered = bench.page.waitForResponse("**/api/v1/batches");
    await press("6");
    await answered;
    // The other way round the first pane would show it for a moment, and forget it.
    await reopen();
    await bench.page.unroute("**/api/v1/manufacturing-orders/MO-*");
    await bench.pane.getByText("MO-0000021 · 6 EA CHAIR-OAK").waitFor();
    expect(await chairs()).toBe(2);
    await reopen();
    await itemField().waitFor();
    expect(await bench.pane.getByText("Made with this form").count()).toBe(0);
  });

  test("opens no list of items over a field that the planner went on to", async () => {
    await openForm();
    const held: (() => Promise<void>)[] = [];
    await bench.page.route("**/api/v1/items?*", (route) => void held.push(() => route.continue()));
    await itemField().fill("CHAIR-OAK");
    await expect.poll(() => held.length).toBeGreaterThan(0);
    await field("Manufacture Order Qty").fill("4");
    const found = bench.page.waitForResponse("**/api/v1/items?search=CHAIR-OAK");
    await bench.page.unroute("**/api/v1/items?*");
    for (const go of held) await go().catch(() => undefined);
    await found;
    await preview().getByText("CHAIR-OAK · 4 EA").waitFor();
    await expect.poll(() => field("Bill Of Material").locator("option").count()).toBeGreaterThan(1);
    expect(await bench.pane.getByRole("listbox").count()).toBe(0);
  });

  test("looks again at what was refused because the world had changed, and makes it then", async () => {
    await openForm();
    await itemField().fill("CHAIR-OAK");
    await field("Manufacture Order Qty").fill("10");
    await preview().getByText("CHAIR-OAK · 10 EA").waitFor();
    const { ports } = bench.service;
    const text = "item,store,location,available\nSEAT-OAK,MAIN,WIP-01,0\n";
    const files = [{ name: "stock.csv", bytes: new TextEncoder().encode(text) }];
    await importCatalog(ports, { files, mapping: null, strict: true, dryRun: false, actor: "Import" });
    await button("Create MO").click();
    await bench.pane.getByText("has changed since the preview", { exact: false }).waitFor();
    await preview().getByText(/short/).waitFor();
    await button("Create MO").click();
    await bench.pane.getByText("MO-0000013 · 10 EA CHAIR-OAK").waitFor();
  });

  test("is clean for axe, in light and in dark", async () => {
    await openForm();
    await chooseChair();
    await field("Manufacture Order Qty").fill("4");
    await preview().getByText("CHAIR-OAK · 4 EA").waitFor();
    expect(await faultsIn(bench.page)).toEqual([]);
    await bench.close();
    bench = await openWorkbench({ colorScheme: "dark" });
    await bench.pane.getByRole("tab", { name: "New MO" }).click();
    await itemField().waitFor();
    expect(await faultsIn(bench.page)).toEqual([]);
  });
});
