/** What stands in a row is never lost by a paint: a right MO number stays, and so does a damaged one. */
import { afterEach, describe, expect, test } from "vitest";
import { problemAt } from "../../shared/row/problem.ts";
import { moNumber } from "../../shared/row/mo-number.ts";
import { patchForBatch, placeOf } from "../../shared/sheet/patch-for-batch.ts";
import type { SheetPatch } from "../../shared/sheet/sheet-patch.ts";
import type { Intake } from "../../shared/intake/intake.ts";
import { toWireProblem } from "../../shared/wire/lines.ts";
import { made, noProgress, openExcel, type ExcelBench } from "../support/excel-bench.ts";

const HEADINGS = ["Item Number", "To Order", "MO", "MO Status", "MO Message"];
const CHAIR = ["CHAIR-1", 5, "", "", ""];
const TABLE = ["TABLE-1", 2, "", "", ""];

let bench: ExcelBench;
afterEach(() => bench.close());

function refused(intake: Intake): SheetPatch {
  const params = { document: "", line: "", unit: "EA", status: "open", wanted: "5", done: "0" };
  const covered = { covered: "5", remaining: "0", orders: `${moNumber(7)} (Ana)` };
  const problem = problemAt({ field: "quantity", value: "5" }, "already-covered", {
    params: { ...params, ...covered },
  });
  return patchForBatch(
    placeOf(intake),
    intake.lines.map(({ row }) => ({
      outcome: "refused" as const,
      row,
      problems: [toWireProblem({ row, ...problem })],
    })),
  );
}

describe("a row in which another planner's MO number stands by now", () => {
  test("stays as it is when it was refused here because of that very order", async () => {
    bench = await openExcel([HEADINGS, CHAIR, TABLE]);
    const mine = await bench.reads("A2:E3");
    await bench.excel.paint(made(mine, 7), noProgress);
    const before = bench.texts("A1:E3");
    expect(await bench.excel.paint(refused(mine), noProgress)).toMatchObject({ painted: [2, 3], lost: [] });
    expect(bench.texts("A1:E3")).toEqual(before);
  });

  test("stays as it is when an order was made for it here too, and that order is reported", async () => {
    bench = await openExcel([HEADINGS, CHAIR, TABLE]);
    const mine = await bench.reads("A2:E3");
    bench.sheet.write({ row: 1, column: 2 }, [[moNumber(7), "Released"]], "remote");
    expect(await bench.excel.paint(made(mine), noProgress)).toMatchObject({ painted: [3], lost: [2] });
    expect(bench.texts("C2:D3")).toEqual([
      [moNumber(7), "Released"],
      [moNumber(2), "Open"],
    ]);
  });

  test("is no place for a row that moved", async () => {
    bench = await openExcel([HEADINGS, ["CHAIR-1", 5, moNumber(7), "Open", ""], TABLE, CHAIR]);
    const intake = await bench.reads("A3:E4");
    bench.sheet.deleteRows(3, 1, "local");
    expect(await bench.excel.paint(made(intake, 50), noProgress)).toMatchObject({ painted: [3], lost: [4] });
    expect(bench.texts("C2:D2")).toEqual([[moNumber(7), "Open"]]);
  });
});

test("a row that moved after it was painted is known again by its own number, among others that say the same", async () => {
  bench = await openExcel([HEADINGS, CHAIR, CHAIR, TABLE]);
  const patch = made(await bench.reads("A2:E4"));
  await bench.excel.paint(patch, noProgress);
  bench.sheet.reorderRows(1, [1, 0, 2], "local");
  bench.sheet.write({ row: 4, column: 0 }, [CHAIR], "local");
  bench.sheet.insertRows(1, 1, "local");
  const before = bench.texts("A1:E6");
  const report = await bench.excel.paint(patch, noProgress);
  expect(new Map(report.moved.map(({ from, to }) => [from, to]))).toEqual(
    new Map([
      [2, 4],
      [4, 5],
    ]),
  );
  expect(report.lost).toEqual([]);
  expect(bench.texts("A1:E6")).toEqual(before);
});

test("a damaged MO number stays where it is, and only its message says what is wrong", async () => {
  bench = await openExcel([HEADINGS, ["CHAIR-1", 5, "MO-0000014", "Released", "mine"], TABLE]);
  const intake = await bench.reads("A2:E3");
  expect(intake.problems.map(({ code }) => code)).toEqual(["order-number-damaged"]);
  const patch = patchForBatch(placeOf(intake), [], intake.problems.map(toWireProblem));
  await bench.excel.paint(patch, noProgress);
  const [[number, status, message = ""] = []] = bench.texts("C2:E2");
  expect([number, status]).toEqual(["MO-0000014", "Released"]);
  expect(message).toMatch(/MO-0000014/);
});

test("what somebody noted in the MO column of a row that is refused stays", async () => {
  bench = await openExcel([HEADINGS, ["CHAIR-1", 5, "ask Eva", "", ""]]);
  await bench.excel.paint(refused(await bench.reads("A2:E2")), noProgress);
  expect(bench.texts("C2:D2")).toEqual([["ask Eva", "Not created"]]);
});
