/** Statuses beside the MO numbers: true whatever came first, the news or the number, and whatever Excel was busy with. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { moNumber } from "../../shared/row/mo-number.ts";
import { batchSchema } from "../../shared/wire/batch.ts";
import type { Planner } from "../../addin/sync/planner.ts";
import { openOfficePane, shows, type OfficePane } from "../support/office-pane.ts";

let office: OfficePane;
beforeEach(async () => {
  office = await openOfficePane("Shortages", [
    ["Item Number", "To Order", "MO", "MO Status", "MO Message", "Readiness", "MO Produced", "MO Due"],
    ["CHAIR-OAK", 5],
    ["TABLE-180", 2],
  ]);
});
afterEach(() => office.close());

let presses = 0;
/** The number of an order that somebody else made. */
async function made(): Promise<string> {
  presses += 1;
  const key = `press-of-another-${String(presses).padStart(4, "0")}`;
  const { body } = await office.served.service.send("/batches", {
    key,
    lines: [{ row: 2, item: "CHAIR-OAK", quantity: "1", document: key }],
  });
  const [row] = batchSchema.parse(body).rows;
  return row?.outcome === "created" ? row.number : "";
}

const release = (...numbers: string[]) =>
  office.served.service.send("/manufacturing-orders/release", { numbers });
const write = (row: number, cells: readonly string[]) =>
  office.sheet.write({ row: row - 1, column: 2 }, [cells], "local");
const status = (row: number) => office.texts(`D${row}:D${row}`).flat().join();

const isLive = (pane: Planner) => shows(pane, ({ connection }) => connection === "live");

async function previews(pane: Planner, address: string): Promise<void> {
  office.select(address);
  const row = Number(/\d+/.exec(address)?.[0]);
  await shows(pane, ({ work }) => work.kind === "planned" && work.intake.lines[0]?.row === row);
}

describe("at the start of a pane", () => {
  test("what changed while the workbook was closed comes, though a cell is being edited (R30, R53)", async () => {
    const number = await made();
    write(2, [number, "Open"]);
    await release(number);
    office.host.faults.cellEditMode = true;
    office.openPane();
    await expect.poll(() => office.host.faults.cellEditMode && office.served.asked.length > 0).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 500));
    office.host.faults.clear();
    await expect.poll(() => status(2)).toBe("Released");
  });
});

test("a pane that is opened while a cell is edited hears of other rows, and of news, as soon as it is not", async () => {
  const number = await made();
  write(2, [number, "Open"]);
  office.host.faults.cellEditMode = true;
  const pane = office.openPane();
  await shows(pane, ({ work }) => work.kind === "host-busy");
  office.host.faults.clear();
  await isLive(pane);
  await expect
    .poll(async () => {
      office.select("A2:B3");
      office.select("A3:B3");
      await new Promise((resolve) => setTimeout(resolve, 400));
      const { work } = pane.store.get();
      return work.kind === "planned" && work.intake.lines[0]?.row;
    })
    .toBe(3);
  await release(number);
  await expect.poll(() => status(2)).toBe("Released");
});

describe("after a press", () => {
  test("the row says what happened to its order before it was painted", async () => {
    const pane = office.openPane();
    await isLive(pane);
    await previews(pane, "A2:B2");
    office.host.faults.cellEditMode = true;
    pane.create();
    const { work } = await shows(pane, (state) => state.work.kind === "painting");
    const [row] = work.kind === "painting" ? work.batch.rows : [];
    const number = row?.outcome === "created" ? row.number : "";
    await release(number);
    await shows(pane, ({ orders }) => orders.get(number)?.status === "released");
    office.host.faults.clear();
    await expect.poll(() => office.texts("C2:D2").flat()).toEqual([number, "Released"]);
  });

  test("the columns that the planner made beside the numbers are filled", async () => {
    const pane = office.openPane();
    await previews(pane, "A2:B2");
    pane.create();
    await expect
      .poll(() => office.texts("F2:H2").flat())
      .toEqual([
        expect.stringMatching(/^(Ready|Short|In part)/),
        "0",
        expect.stringMatching(/^\d+\/\d+\/\d{4}$/),
      ]);
  });
});

describe("a number that was typed or pasted", () => {
  test("is looked up when its row is selected, and its row is told", async () => {
    const number = await made();
    await release(number);
    const pane = office.openPane();
    await isLive(pane);
    write(3, [number]);
    office.select("A3:B3");
    const { orders } = await shows(pane, (state) => state.orders.has(number));
    expect(orders.get(number)?.status).toBe("released");
    await expect.poll(() => status(3)).toBe("Released");
  });

  test("of an order that the news told of before is told in its row too", async () => {
    const pane = office.openPane();
    await isLive(pane);
    const number = await made();
    await shows(pane, ({ orders }) => orders.has(number));
    write(3, [number]);
    office.select("A3:B3");
    await expect.poll(() => status(3)).toBe("Open");
  });

  test("is known as unknown when the service has no such MO, and is not asked for again", async () => {
    const pane = office.openPane();
    await isLive(pane);
    write(3, [moNumber(777)]);
    office.select("A3:B3");
    await shows(pane, ({ unknownOrders }) => unknownOrders.has(moNumber(777)));
    const asked = lookUps();
    office.select("A2:B3");
    await shows(pane, ({ work }) => work.kind === "planned" && work.intake.made.length === 1);
    expect(lookUps()).toBe(asked);
  });

  const lookUps = () => office.served.asked.filter((path) => path.endsWith("/lookup")).length;
});

describe("a status that could not be written", () => {
  test("because Excel failed is written by the next try", async () => {
    const number = await made();
    write(2, [number, "Open"]);
    const pane = office.openPane();
    await isLive(pane);
    let failures = 0;
    office.failWhile(() => failures++ < 2);
    await release(number);
    await expect.poll(() => status(2)).toBe("Released");
    expect(failures).toBeGreaterThan(2);
  });

  test("because its sheet is protected waits for the next news, and keeps no other sheet waiting (R43)", async () => {
    const [shut, open] = [await made(), await made()];
    write(2, [shut, "Open"]);
    const other = office.workbook.addSheet("Other", [
      ["Item Number", "Qty", "MO", "MO Status"],
      ["CHAIR-OAK", 1, open, "Open"],
    ]);
    office.sheet.isProtected = true;
    const pane = office.openPane();
    await isLive(pane);
    await release(shut, open);
    await expect.poll(() => office.texts("D2:D2", other).flat()).toEqual(["Released"]);
    expect(status(2)).toBe("Open");
    office.host.roundTrips.reset();
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    expect(office.host.roundTrips.log).toHaveLength(0);
    office.sheet.isProtected = false;
    await made();
    await expect.poll(() => status(2)).toBe("Released");
  });
});
