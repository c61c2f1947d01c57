/** Sales orders that change after their MOs were made, as the planner meets it: in the rows, in the pane, and Apply. */
import { afterEach, describe, expect, test } from "vitest";
import "../../workbench/page/offer-to-tests.ts";
import { importCatalog } from "../../server/use-cases/import-catalog.ts";
import { addDays } from "../../shared/quantity/calendar-date.ts";
import { orderSchema } from "../../shared/wire/order.ts";
import { faultsIn } from "../support/axe.ts";
import { openWorkbench, type Workbench } from "../support/workbench.ts";

let bench: Workbench;
afterEach(() => bench.close());

const SHEET = "Sales order lines";
const day = (from: number): string => addDays(bench.service.ports.clock.today(), from);
const button = (name: string | RegExp) => bench.pane.getByRole("button", { name });
const heading = (name: string) => bench.pane.getByRole("heading", { name });
const messages = async () => (await bench.sees("N2:N6", SHEET)).map((row) => row.join());

/** Regular orders for the oak chairs of two sales orders, in rows 2 and 5. */
async function twoOrders(): Promise<readonly string[]> {
  await bench.selects(["A2:K2", "A5:K5"], SHEET);
  await bench.presses(/^Create 2 MOs$/);
  await bench.pane.getByText("2 MOs created").waitFor();
  const numbers = (await bench.sees("L2:L5", SHEET)).map((row) => row.join());
  return [numbers[0] ?? "", numbers[3] ?? ""];
}

async function salesOrdersSay(lines: readonly string[]): Promise<void> {
  const text = ["document,line,item,store,quantity,done,need date,status,party", ...lines].join("\n");
  const files = [{ name: "sales-orders.csv", bytes: new TextEncoder().encode(`${text}\n`) }];
  const request = { files, mapping: null, strict: true, dryRun: false, actor: "Import" };
  expect((await importCatalog(bench.service.ports, request)).applied).toBe(true);
}

const bothChange = () =>
  salesOrdersSay([
    `SO-20418,1,CHAIR-OAK,MAIN,30,0,${day(10)},released,Café Linden`,
    `SO-20421,2,CHAIR-OAK,MAIN,32,8,${day(9)},cancelled,Hotel Maas`,
  ]);

const NOTE = () => `Demand changed: 24 → 30 EA, needed ${day(12)} → ${day(10)} (SO-20418 line 1).`;

async function orderOf(number: string) {
  return orderSchema.parse((await bench.service.send(`/manufacturing-orders/${number}`)).body);
}

describe("a planner whose sales orders changed", () => {
  test("reads it in the rows and in the pane, takes one change over, then the rest", async () => {
    bench = await openWorkbench();
    const [chairs = "", hotel = ""] = await twoOrders();
    const before = await messages();
    await bothChange();
    await heading("Demand changed for 2 MOs").waitFor();
    await bench.pane.getByText(`24 → 30 EA, needed ${day(12)} → ${day(10)}`).waitFor();
    await bench.pane.getByText("Demand cancelled: 32 EA are no longer wanted").waitFor();
    const noted = (own: string | undefined, note: string) => [own ?? "", note].filter(Boolean).join(" ");
    await expect.poll(async () => (await messages())[0]).toBe(noted(before[0], NOTE()));
    const cancelled = "Demand cancelled: 32 EA are no longer wanted (SO-20421 line 2).";
    expect((await messages())[3]).toBe(noted(before[3], cancelled));

    await button(`Apply to ${chairs}`).click();
    await heading("Demand changed for 1 MO").waitFor();
    await expect.poll(async () => (await messages())[0]).toBe(before[0]);
    expect(await orderOf(chairs)).toMatchObject({ quantity: "30", needDate: day(10) });
    await button(`Cancel ${hotel}`).click();
    await heading("Demand changed for 1 MO").waitFor({ state: "detached" });
    await bench.pane.getByText(`1 MO cancelled (${hotel}).`).waitFor();
    await expect.poll(messages).toEqual(before);
    expect((await orderOf(hotel)).status).toBe("cancelled");
  });

  test("takes all over with the keyboard, and is told why one cannot", async () => {
    bench = await openWorkbench();
    const [chairs = "", hotel = ""] = await twoOrders();
    for (const step of ["release", "start"])
      await bench.service.send(`/manufacturing-orders/${step}`, { numbers: [hotel] });
    await bench.service.send("/manufacturing-orders/produce", { numbers: [hotel], quantity: "20" });
    await salesOrdersSay([
      `SO-20418,1,CHAIR-OAK,MAIN,30,0,${day(10)},released,Café Linden`,
      `SO-20421,2,CHAIR-OAK,MAIN,10,8,${day(9)},released,Hotel Maas`,
    ]);
    await heading("Demand changed for 2 MOs").waitFor();
    expect(await faultsIn(bench.page)).toEqual([]);
    await button("Apply 2 changes").focus();
    await bench.page.keyboard.press("Enter");
    await heading("Demand changed for 1 MO").waitFor();
    await expect.poll(() => bench.pane.locator(":focus").textContent()).toBe("Demand changed for 1 MO");
    await bench.pane.getByRole("alert").filter({ hasText: "20 have been reported already" }).waitFor();
    expect((await orderOf(chairs)).quantity).toBe("30");
  });

  test("cancels nothing by taking over the rest: what is no longer wanted is named and asked about first", async () => {
    bench = await openWorkbench();
    await bench.selects("A2:K5", SHEET);
    await bench.presses(/^Create 4 MOs$/);
    await bench.pane.getByText("4 MOs created").waitFor();
    const [chairs = "", tables = "", grand = "", hotel = ""] = (await bench.sees("L2:L5", SHEET)).flat();
    await salesOrdersSay([
      `SO-20418,1,CHAIR-OAK,MAIN,30,0,${day(10)},released,Café Linden`,
      `SO-20418,2,TABLE-CAFE,MAIN,6,0,${day(12)},cancelled,Café Linden`,
      `SO-20421,1,TABLE-180,MAIN,6,1,${day(9)},released,Hotel Maas`,
      `SO-20421,2,CHAIR-OAK,MAIN,32,8,${day(9)},cancelled,Hotel Maas`,
    ]);
    await heading("Demand changed for 4 MOs").waitFor();
    const statuses = async () => (await bench.sees("M2:M5", SHEET)).flat();
    await button("Apply 2 changes").click();
    await bench.pane.getByText("2 MOs changed.").waitFor();
    expect([(await orderOf(chairs)).quantity, (await orderOf(grand)).quantity]).toEqual(["30", "5"]);
    expect(await statuses()).toEqual(["Open", "Open", "Open", "Open"]);
    await button("Cancel 2 MOs…").click();
    const asked = bench.pane.getByRole("dialog").getByRole("list", { name: "MOs to cancel" });
    expect(await asked.getByRole("strong").allTextContents()).toEqual([tables, hotel]);
    expect(await faultsIn(bench.page)).toEqual([]);
    await button("Keep the MOs").click();
    await expect.poll(() => bench.pane.locator(":focus").textContent()).toBe("Cancel 2 MOs…");
    expect(await statuses()).toEqual(["Open", "Open", "Open", "Open"]);
    await bench.page.keyboard.press("Enter");
    await bench.pane.getByRole("dialog").getByRole("button", { name: "Cancel 2 MOs" }).click();
    await bench.pane.getByText(`2 MOs cancelled (${tables}, ${hotel}).`).waitFor();
    await expect.poll(statuses).toEqual(["Open", "Cancelled", "Open", "Cancelled"]);
  });

  test("finds it in a workbook that was closed meanwhile, and gone when the sales order is as it was", async () => {
    bench = await openWorkbench();
    await twoOrders();
    const before = await messages();
    // A pane without news is as good as closed.
    bench.cut();
    await salesOrdersSay([`SO-20418,1,CHAIR-OAK,MAIN,30,0,${day(10)},released,Café Linden`]);
    expect(await messages()).toEqual(before);
    await bench.mend();
    await bench.page.evaluate(() => window.workbench.reopenPane());
    await heading("Demand changed for 1 MO").waitFor();
    await expect.poll(async () => (await messages())[0]).toContain(NOTE());
    await salesOrdersSay([`SO-20418,1,CHAIR-OAK,MAIN,24,0,${day(12)},released,Café Linden`]);
    await heading("Demand changed for 1 MO").waitFor({ state: "detached" });
    await expect.poll(messages).toEqual(before);
  });

  test.each([
    ["dark", { colorScheme: "dark" }],
    ["high contrast", { forcedColors: "active" }],
  ] as const)(
    "finds it in %s without a fault of axe, and at 320 px with nothing cut off",
    async (_name, look) => {
      bench = await openWorkbench(look);
      await twoOrders();
      await bothChange();
      await heading("Demand changed for 2 MOs").waitFor();
      expect(await faultsIn(bench.page)).toEqual([]);
      await bench.page.evaluate(() => document.getElementById("pane")?.style.setProperty("width", "320px"));
      const overflow = () =>
        bench.pane.locator(".pane-body").evaluate((body) => body.scrollWidth - body.clientWidth);
      expect(await overflow()).toBe(0);
    },
  );
});
