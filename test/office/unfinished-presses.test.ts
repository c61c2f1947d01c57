/** Presses that were not finished: none is forgotten, none is made twice, and each ends in its rows or in the pane. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { orderPageSchema } from "../../shared/wire/order.ts";
import type { Planner } from "../../addin/sync/planner.ts";
import { openOfficePane, shows, type OfficePane } from "../support/office-pane.ts";
import { hangs, refusesWith } from "../support/serve-with-door.ts";

let office: OfficePane;
beforeEach(async () => {
  office = await openOfficePane("Shortages", [
    ["Item Number", "To Order", "MO", "MO Status", "MO Message"],
    ["CHAIR-OAK", 5, "", "", ""],
    ["TABLE-180", 2, "", "", ""],
    ["BENCH-140", 7, "", "", ""],
  ]);
});
afterEach(() => office.close());

const statuses = () => office.texts("D2:D4").flat();

async function orders(): Promise<number> {
  const { body } = await office.served.service.send("/manufacturing-orders?limit=500");
  return orderPageSchema.parse(body).orders.length;
}

async function previews(pane: Planner, address: string): Promise<void> {
  office.select(address);
  const row = Number(/\d+/.exec(address)?.[0]);
  await shows(pane, ({ work }) => work.kind === "planned" && work.intake.lines[0]?.row === row);
}

async function presses(pane: Planner, address: string): Promise<void> {
  await previews(pane, address);
  pane.create();
  await shows(pane, ({ work }) => work.kind === "sending");
}

const isPress = (request: Request): boolean => new URL(request.url).pathname.endsWith("/batches");
const hasOutcomes = (count: number) => (state: { readonly outcomes: readonly unknown[] }) =>
  state.outcomes.length === count;

describe("a pane that is opened", () => {
  test("finishes every press of its workbook that was left, one after the other", async () => {
    const [one, other] = [office.openPane(), office.openPane()];
    office.served.guard((request, pass) => (isPress(request) ? hangs() : pass()));
    await presses(one, "A2:B2");
    await presses(other, "A3:B3");
    for (const pane of [one, other]) pane.close();
    office.served.open();
    const next = office.openPane();
    await shows(next, hasOutcomes(2));
    await expect.poll(statuses).toEqual(["Open", "Open", ""]);
    expect(await orders()).toBe(2);
    await previews(next, "A4:B4");
  });

  test("leaves presses of other workbooks alone", async () => {
    office.served.guard((request, pass) => (isPress(request) ? hangs() : pass()));
    const pane = office.openPane();
    await presses(pane, "A2:B2");
    pane.close();
    await office.excel.writeSetting("moPlannerWorkbookId", "another-workbook");
    office.served.open();
    const next = office.openPane();
    await previews(next, "A3:B3");
    expect(next.store.get().outcomes).toEqual([]);
    expect(await orders()).toBe(0);
  });
});

describe("results that Excel fails to write", () => {
  test("are written when the planner goes on to other rows", async () => {
    const pane = office.openPane();
    let hasFailed = false;
    office.failWhile(() => {
      const fails = !hasFailed && pane.store.get().work.kind === "painting";
      hasFailed ||= fails;
      return fails;
    });
    await presses(pane, "A2:B2");
    await shows(pane, ({ work }) => work.kind === "fault");
    expect(statuses()).toEqual(["", "", ""]);
    office.select("A3:B3");
    await shows(pane, hasOutcomes(1));
    await expect.poll(statuses).toEqual(["Open", "", ""]);
    expect(await orders()).toBe(1);
  });

  test("are told in the pane when it fails again, and the pane goes on with other rows", async () => {
    const pane = office.openPane();
    office.failWhile(() => pane.store.get().work.kind === "painting");
    await presses(pane, "A2:B2");
    await shows(pane, ({ work }) => work.kind === "fault");
    pane.restart();
    const { outcomes } = await shows(pane, hasOutcomes(1));
    expect(outcomes[0]?.result).toMatchObject({
      kind: "made",
      batch: { created: 1 },
      paint: { lost: [2] },
      fault: "Error: Excel fell over",
    });
    await previews(pane, "A3:B3");
    expect(await orders()).toBe(1);
  });
});

describe("a press that hangs", () => {
  test("can be cancelled, and made anew", async () => {
    const pane = office.openPane();
    office.served.guard((request, pass) => (isPress(request) ? hangs() : pass()));
    await presses(pane, "A2:B2");
    pane.cancel();
    const { outcomes } = await shows(pane, hasOutcomes(1));
    expect(outcomes[0]?.result).toMatchObject({ kind: "made", batch: { state: "cancelled", created: 0 } });
    expect(await orders()).toBe(0);
    office.served.open();
    await presses(pane, "A2:B2");
    await expect.poll(statuses).toEqual(["Open", "", ""]);
    expect(await orders()).toBe(1);
  });
});

describe("a session that ends while a press is on its way", () => {
  test("keeps the press and says why it waits, until somebody signs in again (R56)", async () => {
    const pane = office.openPane();
    let isLost = false;
    office.served.guard(async (request, pass) => {
      if (isLost) return refusesWith(401, "unauthorized");
      if (!isPress(request)) return pass();
      isLost = true;
      await pass();
      return refusesWith(502);
    });
    await presses(pane, "A2:B2");
    const { work } = await shows(
      pane,
      (state) => state.work.kind === "sending" && state.work.unanswered?.kind === "refused",
    );
    expect(work).toMatchObject({ unanswered: { problem: { detail: "Refused: unauthorized." } } });
    expect(await orders()).toBe(1);
    office.served.open();
    pane.hurry();
    await shows(pane, hasOutcomes(1));
    await expect.poll(statuses).toEqual(["Open", "", ""]);
    expect(await orders()).toBe(1);
  });
});
