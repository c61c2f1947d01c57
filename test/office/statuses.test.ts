/** What is kept fresh beside MO numbers: in every list of the workbook, by value, and only where it differs. */
import { afterEach, describe, expect, test } from "vitest";
import { moNumber } from "../../shared/row/mo-number.ts";
import type { StatusPatch } from "../../shared/sheet/sheet-patch.ts";
import { area, openExcel, type ExcelBench } from "../support/excel-bench.ts";

const [first, second, third] = [moNumber(1), moNumber(2), moNumber(3)];
let bench: ExcelBench;
afterEach(() => bench.close());

const closed = (...numbers: readonly string[]): StatusPatch[] =>
  numbers.map((number) => ({ number, words: { orderStatus: "Closed" } }));

describe("a sheet that cannot be written", () => {
  test("does not keep the sheets after it waiting, and is told", async () => {
    bench = await openExcel([
      ["MO", "MO Status"],
      [first, "Open"],
    ]);
    bench.sheet.isProtected = true;
    const next = bench.workbook.addSheet("Next", [
      ["MO", "MO Status"],
      [second, "Open"],
    ]);
    expect(await bench.excel.paintStatuses(closed(first, second))).toEqual({
      painted: [second],
      refusal: "sheet-protected",
    });
    expect(bench.texts("B2:B2", next)).toEqual([["Closed"]]);
  });

  test("because Excel is busy is tried again as a whole", async () => {
    bench = await openExcel([
      ["MO", "MO Status"],
      [first, "Open"],
    ]);
    bench.host.faults.refuse("InactiveWorkbook", "Range.set Values");
    expect(await bench.excel.paintStatuses(closed(first))).toEqual({ painted: [], refusal: "excel-busy" });
    expect((await bench.excel.findOrders())?.numbers).toEqual([first]);
  });
});

describe("several lists on one sheet", () => {
  test("below each other, with their MO columns in other places, are all kept fresh", async () => {
    bench = await openExcel([
      ["Item Number", "MO", "MO Status", "", ""],
      ["CHAIR-1", first, "Open", "", ""],
      ["", "", "", "", ""],
      ["Item Number", "Note", "MO Status", "MO", "MO Message"],
      ["TABLE-1", first, "Open", second, ""],
      ["Item Number", "MO Status", "MO", "", ""],
      ["BENCH-1", "Open", third, "", ""],
    ]);
    expect((await bench.excel.findOrders())?.numbers).toEqual([first, second, third]);
    await bench.excel.paintStatuses(closed(first, second, third));
    expect(bench.texts("B2:D7")).toEqual([
      [first, "Closed", ""],
      ["", "", ""],
      ["Note", "MO Status", "MO"],
      [first, "Closed", second],
      ["MO Status", "MO", ""],
      ["Closed", third, ""],
    ]);
  });

  test("in a sheet too large to be read whole: what stands deep below under the same columns is found", async () => {
    const wide = Array.from({ length: 30 }, (_, at) => `Column ${String(at)}`);
    const filler = Array.from({ length: 3_000 }, () => ["x", "", "", ...wide]);
    bench = await openExcel([
      ["Item Number", "MO", "MO Status", ...wide],
      ["CHAIR-1", first, "Open", ...wide],
      ...filler,
      ["Item Number", "MO", "MO Status", ...wide],
      ["TABLE-1", second, "Open", ...wide],
    ]);
    expect((await bench.excel.findOrders())?.numbers).toEqual([first, second]);
  });
});

test("headings are looked for in a workbook of wide sheets within Excel's limits (R29)", async () => {
  const wide = Array.from({ length: 3_000 }, (_, at) => `a long text in column ${String(at)} of a report`);
  const sheets = Array.from({ length: 50 }, () => wide);
  bench = await openExcel(sheets);
  const last = bench.workbook.addSheet("Orders", [
    ["MO", "MO Status"],
    [first, "Open"],
  ]);
  expect((await bench.excel.findOrders())?.numbers).toEqual([first]);
  await bench.excel.paintStatuses(closed(first));
  expect(bench.texts("B2:B2", last)).toEqual([["Closed"]]);
});

describe("a day and a quantity beside an MO number", () => {
  const words = { orderStatus: "Open", orderDue: "2027-04-02", orderProduced: "2.50" };
  const open = () =>
    openExcel([
      ["MO", "MO Status", "MO Due", "MO Produced"],
      [first, "", "", ""],
    ]);

  test.each([
    ["as its country shows days", ["General", "General"], ["4/2/2027", "2.5"]],
    ["as the planner formatted them", ["dd/mm/yyyy", "0.000"], ["02/04/2027", "2.500"]],
    ["in cells that were made text", ["@", "@"], ["2027-04-02", "2.5"]],
  ])("are a real day and a real number, and are written once: %s", async (_how, formats, shown) => {
    bench = await open();
    bench.sheet.format(area("C2:D2"), [formats]);
    await bench.excel.paintStatuses([{ number: first, words }]);
    expect(bench.texts("C2:D2")).toEqual([shown]);
    bench.host.roundTrips.reset();
    expect(await bench.excel.paintStatuses([{ number: first, words }])).toEqual({
      painted: [],
      refusal: null,
    });
    expect(bench.host.roundTrips.writes).toBe(0);
  });

  test("can be calculated with, and follow their order", async () => {
    bench = await open();
    await bench.excel.paintStatuses([{ number: first, words }]);
    const values = () => bench.sheet.map(area("C2:D2"), ({ value }) => value);
    expect(values()).toEqual([[46_479, 2.5]]);
    const later = { ...words, orderDue: "2027-04-03", orderProduced: "3" };
    await bench.excel.paintStatuses([{ number: first, words: later }]);
    expect(values()).toEqual([[46_480, 3]]);
    await bench.excel.paintStatuses([{ number: first, words: { ...later, orderDue: "" } }]);
    expect(values()).toEqual([["", 3]]);
  });
});
