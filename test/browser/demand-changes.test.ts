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
  await bench.presses(/^Create 2 manufacturing orders$/);
  await bench.pane.getByText("2 manufacturing orders made").waitFor();
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
    await heading("Demand changed for 2 orders").waitFor();
    await bench.pane.getByText(`24 → 30 EA, needed ${day(12)} → ${day(10)}`).waitFor();
    await bench.pane.getByText("Demand cancelled: 32 EA are no longer wanted").waitFor();
    const noted = (own: string | undefined, note: string) => [own ?? "", note].filter(Boolean).join(" ");
    await expect.poll(async () => (await messages())[0]).toBe(noted(before[0], NOTE()));
    const cancelled = "Demand cancelled: 32 EA are no longer wanted (SO-20421 line 2).";
    expect((await messages())[3]).toBe(noted(before[3], cancelled));

    await button(`Apply to ${chairs}`).click();
    await heading("Demand changed for 1 order").waitFor();
    await expect.poll(async () => (await messages())[0]).toBe(before[0]);
    expect(await orderOf(chairs)).toMatchObject({ quantity: "30", needDate: day(10) });
    await button(`Apply to ${hotel}`).click();
    await heading("Demand changed for 1 order").waitFor({ state: "detached" });
    await bench.pane.getByText("1 order follows the demand now.").waitFor();
    await expect.poll(messages).toEqual(before);
    expect((await orderOf(hotel)).status).toBe("cancelled");
  });

  test("takes all over with the keyboard, and is told why one cannot", async () => {
    bench = await openWorkbench();
    const [chairs = "", hotel = ""] = await twoOrders();
    for (const step of ["release", "start"])
      await bench.service.send(`/manufacturing-orders/${step}`, { numbers: [hotel] });
    await bench.service.send("/manufacturing-orders/produce", { numbers: [hotel], quantity: "3" });
    await bothChange();
    await heading("Demand changed for 2 orders").waitFor();
    expect(await faultsIn(bench.page)).toEqual([]);
    await button("Apply all 2").focus();
    await bench.page.keyboard.press("Enter");
    await heading("Demand changed for 1 order").waitFor();
    await expect.poll(() => bench.pane.locator(":focus").textContent()).toBe("Demand changed for 1 order");
    await bench.pane.getByRole("alert").filter({ hasText: "Production was reported" }).waitFor();
    expect((await orderOf(chairs)).quantity).toBe("30");
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
    await heading("Demand changed for 1 order").waitFor();
    await expect.poll(async () => (await messages())[0]).toContain(NOTE());
    await salesOrdersSay([`SO-20418,1,CHAIR-OAK,MAIN,24,0,${day(12)},released,Café Linden`]);
    await heading("Demand changed for 1 order").waitFor({ state: "detached" });
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
      await heading("Demand changed for 2 orders").waitFor();
      expect(await faultsIn(bench.page)).toEqual([]);
      await bench.page.evaluate(() => document.getElementById("pane")?.style.setProperty("width", "320px"));
      const overflow = () =>
        bench.pane.locator(".pane-body").evaluate((body) => body.scrollWidth - body.clientWidth);
      expect(await overflow()).toBe(0);
    },
  );
});
