/** What can be done with MOs in the pane: step by step, and never a step that nobody meant to take. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import "../../workbench/page/offer-to-tests.ts";
import { moNumber } from "../../shared/row/mo-number.ts";
import { faultsIn } from "../support/axe.ts";
import { openWorkbench, type Workbench } from "../support/workbench.ts";

let bench: Workbench;
beforeEach(async () => {
  bench = await openWorkbench();
});
afterEach(() => bench.close());

const button = (name: string | RegExp) => bench.pane.getByRole("button", { name });
const dialog = () => bench.pane.getByRole("dialog");
const statuses = async (rows: string) => (await bench.sees(rows)).flat();
const focused = () => bench.pane.locator(":focus").textContent();

/** MOs of the rows from row 2 on, which stay selected. */
async function created(rows: number): Promise<readonly string[]> {
  await bench.selects(`A2:G${rows + 1}`);
  await bench.presses(/^Create \d+ MOs?$/);
  await bench.pane.getByText(/^\d+ MOs? created/).waitFor();
  return (await bench.sees(`H2:H${rows + 1}`)).flat();
}

async function begun(numbers: readonly string[]): Promise<void> {
  for (const step of ["release", "start"])
    await bench.service.send(`/manufacturing-orders/${step}`, { numbers });
}

describe("the steps of an MO", () => {
  test("have places of their own: clicking one spot again and again takes one step", async () => {
    await created(1);
    const place = await button("Release 1 MO").boundingBox();
    if (place === null) throw new Error("The button is not in sight");
    for (let click = 0; click < 4; click += 1) {
      await bench.page.mouse.click(place.x + place.width / 2, place.y + place.height / 2);
      await expect.poll(() => statuses("I2")).toEqual(["Released"]);
      await bench.pane.getByText("1 MO released.").waitFor();
    }
    expect(await statuses("I2")).toEqual(["Released"]);
    await button("Start 1 MO").waitFor();
  });

  test("that cannot be taken back are asked about first, with what is short, and the keyboard stays there", async () => {
    const numbers = await created(2);
    await begun(numbers);
    await button("Produce 2 MOs…").focus();
    await bench.page.keyboard.press("Enter");
    await dialog().getByText("This cannot be taken back.").waitFor();
    await dialog().getByText("2 MOs are short of materials.").waitFor();
    const listed = dialog().getByRole("list", { name: "MOs to produce" }).getByRole("listitem");
    expect(await listed.allTextContents()).toEqual([
      expect.stringMatching(new RegExp(`^${numbers[0] ?? ""}130 EA CHAIR-OAKShort: `)),
      expect.stringMatching(new RegExp(`^${numbers[1] ?? ""}79 EA CHAIR-BLKShort: `)),
    ]);
    expect(await faultsIn(bench.page)).toEqual([]);
    await button("Go back").click();
    await expect.poll(focused).toBe("Produce 2 MOs…");
    expect(await statuses("I2:I3")).toEqual(["In Progress", "In Progress"]);
    await bench.page.keyboard.press("Enter");
    await dialog().getByRole("button", { name: "Produce 2 MOs" }).press("Enter");
    await expect.poll(() => statuses("I2:I3")).toEqual(["Produced", "Produced"]);
    await bench.pane.getByText("2 MOs produced. More was taken than was in stock:").waitFor();
    await expect.poll(focused).toBe("Produce");
    await button("Close 2 MOs…").click();
    await dialog().getByRole("button", { name: "Close 2 MOs" }).press("Enter");
    await expect.poll(() => statuses("I2:I3")).toEqual(["Closed", "Closed"]);
    await expect.poll(focused).toBe("Close");
  });
});

test("Undo is offered as long as something can be taken back, and not any longer", async () => {
  const numbers = await created(2);
  await button("Undo batch").waitFor();
  await begun(numbers.slice(0, 1));
  await expect.poll(() => statuses("I2:I3")).toEqual(["In Progress", "Open"]);
  expect(await button("Undo batch").count()).toBe(1);
  await begun(numbers.slice(1));
  await button("Undo batch").waitFor({ state: "detached" });
});

test("an MO says what it makes and when, and a number that nobody has is told to be none", async () => {
  const [number = ""] = await created(1);
  const list = bench.pane.getByRole("list", { name: "MOs already created" });
  await list.getByText(/^130 EA CHAIR-OAK · due \d{4}-\d\d-\d\d$/).waitFor();
  expect(await list.getByText(number).count()).toBe(1);
  const nobodys = moNumber(999);
  await bench.page.evaluate((written) => window.workbench.write("H3", [[written]]), nobodys);
  await bench.selects("A3:G3");
  await list.getByText("No such MO").waitFor();
});
