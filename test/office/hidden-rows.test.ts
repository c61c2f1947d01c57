/** Lists with hidden rows: each result into its own row, whoever hid rows meanwhile, and without asking row by row (R31). */
import { afterEach, describe, expect, test } from "vitest";
import { moNumber } from "../../shared/row/mo-number.ts";
import { made, noProgress, openExcel, type ExcelBench, type Rows } from "../support/excel-bench.ts";

let bench: ExcelBench;
afterEach(() => bench.close());

const list = (count: number): Rows => [
  ["Item Number", "To Order", "MO", "MO Status", "MO Message"],
  ...Array.from({ length: count }, (_, at) => [`ITEM-${String(at)}`, 2, "", "", ""]),
];
/** Rows from 0, as the sheet counts them: every second one, with its neighbours in between shown. */
const everySecond = (count: number): readonly number[] =>
  Array.from({ length: Math.floor(count / 2) }, (_, at) => 1 + at * 2);
const numbers = (count: number): string[][] => Array.from({ length: count }, (_, at) => [moNumber(at + 1)]);

describe("what is written over hidden rows", () => {
  test.each([
    ["some rows, apart from each other,", [1, 4]],
    ["neighbouring rows", [2, 3, 4]],
    ["all rows", [1, 2, 3, 4, 5, 6]],
  ])("a filter that hid %s after the press leaves every result in its row", async (_which, hidden) => {
    bench = await openExcel(list(6));
    const patch = made(await bench.reads("A2:B7"));
    bench.sheet.setHidden(hidden, true);
    expect(await bench.excel.paint(patch, noProgress)).toMatchObject({ painted: [2, 3, 4, 5, 6, 7] });
    expect(bench.texts("C2:C7")).toEqual(numbers(6));
    expect(bench.sheet.hiddenRows.size).toBe(hidden.length);
  });

  test("statuses and cleared cells land beside their own numbers", async () => {
    bench = await openExcel(list(6));
    await bench.excel.paint(made(await bench.reads("A2:B7")), noProgress);
    bench.sheet.setHidden([2, 3, 5], true);
    const words = (status: string) =>
      numbers(6).map(([number = ""], at) => ({ number, words: { orderStatus: `${status} ${String(at)}` } }));
    await bench.excel.paintStatuses(words("Late"));
    expect(bench.texts("D2:D7").flat()).toEqual(["Late 0", "Late 1", "Late 2", "Late 3", "Late 4", "Late 5"]);
    await bench.excel.clearOrders([moNumber(2), moNumber(3), moNumber(4)]);
    expect(bench.texts("C2:D7")).toEqual([
      [moNumber(1), "Late 0"],
      ["", ""],
      ["", ""],
      ["", ""],
      [moNumber(5), "Late 4"],
      [moNumber(6), "Late 5"],
    ]);
  });
});

describe("a long list of which a filter hides every second row", () => {
  const COUNT = 3_000;

  test.each([
    ["Excel tells hidden rows run by run", undefined],
    ["an Excel before ExcelApi 1.9 must be asked row by row", "1.8"],
  ])("is read within Excel's limits: %s", async (_how, excelApi) => {
    bench = await openExcel(list(COUNT), excelApi);
    bench.sheet.setHidden(everySecond(COUNT), true);
    bench.host.roundTrips.reset();
    const intake = await bench.reads(`A2:B${String(COUNT + 1)}`);
    expect(intake.lines).toHaveLength(COUNT / 2);
    expect(intake.lines.slice(0, 3).map(({ row }) => row)).toEqual([3, 5, 7]);
    expect(intake.skipped.hidden).toBe(COUNT / 2);
    expect(largest(bench)).toBeLessThan(1_000_000);
  });

  test("is painted in requests of about 1 MB, one row at a time", async () => {
    bench = await openExcel(list(COUNT));
    const patch = made(await bench.reads(`A2:B${String(COUNT + 1)}`));
    bench.sheet.setHidden(everySecond(COUNT), true);
    bench.host.roundTrips.reset();
    await bench.excel.paint(patch, noProgress);
    expect(bench.texts(`C2:C${String(COUNT + 1)}`)).toEqual(numbers(COUNT));
    expect(largest(bench)).toBeLessThan(1_000_000);
  });
});

test("statuses of numbers that stand far apart go out in requests of about 1 MB (R29)", async () => {
  const rows = Array.from({ length: 6_000 }, (_, at) => [moNumber(at + 1), at % 2 === 0 ? "Open" : "Closed"]);
  bench = await openExcel([["MO", "MO Status"], ...rows]);
  bench.host.roundTrips.reset();
  const words = { orderStatus: "Closed" };
  await bench.excel.paintStatuses(rows.map(([number = ""]) => ({ number, words })));
  expect(new Set(bench.texts("B2:B6001").flat())).toEqual(new Set(["Closed"]));
  expect(largest(bench)).toBeLessThan(1_000_000);
});

function largest({ host }: ExcelBench): number {
  return Math.max(...host.roundTrips.log.map(({ characters }) => characters));
}
