/** All lines of an order: those that the sheet shows are selected, and what is not among them is told. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { PlannerState } from "../../addin/sync/planner-state.ts";
import { moNumber } from "../../shared/row/mo-number.ts";
import { batchSchema } from "../../shared/wire/batch.ts";
import { openOfficePane, shows, type OfficePane } from "../support/office-pane.ts";
import { refusesWith } from "../support/serve-with-door.ts";

let office: OfficePane;
/** SO-20421 has three open lines: 1 TABLE-180, 2 CHAIR-OAK, 3 BENCH-140. */
beforeEach(async () => {
  office = await openOfficePane("Sales", [
    ["SO Number", "Line", "Item Number", "Qty", "MO", "MO Status"],
    ["SO-20421", "1", "TABLE-180", 3],
    ["SO-20421", "02", "CHAIR-OAK", 24],
    ["SO-20418", "1", "CHAIR-OAK", 24],
  ]);
});
afterEach(() => office.close());

const isTold = ({ wholeOrders }: PlannerState) => wholeOrders !== null && wholeOrders.lines.kind !== "asking";
const selected = () => office.workbook.selection.map(({ row, rowCount }) => [row + 1, row + rowCount]);

/** The order of the row is asked for as a whole, by the ribbon's name for it. */
async function asksForAll(address: string): Promise<PlannerState> {
  const pane = office.openPane();
  office.select(address);
  await pane.readAs({ kind: "sales-order", lines: "all", link: "regular" });
  return shows(pane, isTold);
}

describe("lines of an order that the sheet does not have", () => {
  test("are told by line, item and quantity", async () => {
    expect(await asksForAll("A2:D2")).toMatchObject({
      work: { kind: "planned", plan: { ready: 2 } },
      wholeOrders: {
        documents: ["SO-20421"],
        hiddenRows: 0,
        lines: {
          kind: "told",
          missing: [{ document: "SO-20421", line: "3", item: "BENCH-140", quantity: "4", unit: "EA" }],
        },
      },
    });
  });

  test("are none when they are on MOs already, or their row says its MO", async () => {
    const lines = [{ row: 2, kind: "sales-order", document: "SO-20421", line: "3" }];
    await office.served.service.send("/batches", { key: "press-of-another-line3", lines });
    const more = [{ row: 2, kind: "sales-order", document: "SO-20421", line: "2", quantity: "20" }];
    const { body } = await office.served.service.send("/batches", {
      key: "press-of-another-line2",
      lines: more,
    });
    const [row] = batchSchema.parse(body).rows;
    const number = row?.outcome === "created" ? row.number : moNumber(1);
    office.sheet.write({ row: 2, column: 4 }, [[number, "Open"]], "local");
    expect((await asksForAll("A2:D2")).wholeOrders).toMatchObject({ lines: { kind: "told", missing: [] } });
  });

  test("are not known while the service cannot be asked for them", async () => {
    office.served.guard((request, pass) =>
      request.url.includes("/sources/") ? Promise.resolve(refusesWith(502)) : pass(),
    );
    expect((await asksForAll("A2:D2")).wholeOrders).toMatchObject({
      lines: { kind: "untold", why: "The service cannot be reached." },
    });
  });

  test("are told no more when other rows are selected", async () => {
    const pane = office.openPane();
    office.select("A2:D2");
    await pane.readAs({ kind: "sales-order", lines: "all", link: "regular" });
    await shows(pane, isTold);
    office.select("A3:D3");
    await shows(pane, ({ wholeOrders }) => wholeOrders === null);
  });
});

describe("hidden rows of an order", () => {
  test("are counted, told by their lines, and do not cut off the rows below them", async () => {
    office.sheet.write({ row: 4, column: 0 }, [["SO-20421", "3", "BENCH-140", 4]], "local");
    office.sheet.setHidden([2, 3], true);
    const { work, wholeOrders } = await asksForAll("A2:D2");
    expect(work).toMatchObject({ kind: "planned", plan: { ready: 2 } });
    expect(selected()).toEqual([[2, 5]]);
    expect(wholeOrders).toMatchObject({
      hiddenRows: 1,
      lines: { missing: [{ line: "2", item: "CHAIR-OAK", quantity: "24" }] },
    });
  });
});
