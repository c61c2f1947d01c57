import { beforeEach, expect, test } from "vitest";
import type { Sheet } from "../../host/model/sheet.ts";
import { Workbook } from "../../host/model/workbook.ts";
import { DIRECTIONS, jumpFrom, pageFrom, stepFrom, type Direction } from "./moves.ts";
import { areasOf, pickAlso, pickAt, pickOf, pickTo } from "./pick.ts";
import { areaAddress } from "../../host/model/area.ts";

let sheet: Sheet;
beforeEach(() => {
  sheet = new Workbook("Test.xlsx").addSheet("Test", [
    ["Item", "Qty", "", "Note"],
    ["CHAIR", 1, "", ""],
    ["TABLE", 2, "", "late"],
    ["", "", "", ""],
    ["BENCH", 3, "", ""],
  ]);
});

const direction = (key: string): Direction => DIRECTIONS[key] ?? { rows: 0, columns: 0 };
const down = direction("ArrowDown");

test("the arrow keys step over hidden rows and stop at the edge of the sheet", () => {
  sheet.setHidden([1, 2], true);
  expect(stepFrom(sheet, { row: 0, column: 0 }, down)).toEqual({ row: 3, column: 0 });
  expect(stepFrom(sheet, { row: 0, column: 0 }, direction("ArrowUp"))).toEqual({ row: 0, column: 0 });
});

test("Ctrl and an arrow lead to the end of a run, then to the next filled cell, then to the last used row", () => {
  const first = jumpFrom(sheet, { row: 0, column: 0 }, down);
  const second = jumpFrom(sheet, first, down);
  expect([first.row, second.row]).toEqual([2, 4]);
  expect(jumpFrom(sheet, { row: 0, column: 1 }, direction("ArrowRight"))).toEqual({ row: 0, column: 3 });
  expect(jumpFrom(sheet, { row: 4, column: 1 }, direction("ArrowUp"))).toEqual({ row: 2, column: 1 });
});

test("a page down counts visible rows", () => {
  sheet.setHidden([2], true);
  expect(pageFrom(sheet, { row: 0, column: 0 }, 3)).toEqual({ row: 4, column: 0 });
});

test("rows picked by their numbers are whole rows, and Ctrl adds another area", () => {
  const rows = pickTo(pickAt({ row: 1, column: 0 }, "rows"), { row: 3, column: 0 });
  const both = pickAlso(rows, { row: 6, column: 2 }, "cells");
  expect(areasOf(both).map(areaAddress)).toEqual(["2:4", "C7"]);
});

test("a selection drawn upwards keeps its active cell at the lower end", () => {
  const pick = pickTo(pickAt({ row: 4, column: 2 }), { row: 1, column: 0 });
  expect(areasOf(pick).map(areaAddress)).toEqual(["A2:C5"]);
  expect(pick.anchor).toEqual({ row: 4, column: 2 });
});

test("a selection from elsewhere is taken as it is, and can be extended from its first cell", () => {
  const pick = pickOf(areasOf(pickAt({ row: 2, column: 1 }, "columns")));
  expect(areasOf(pickTo(pick, { row: 0, column: 3 })).map(areaAddress)).toEqual(["B:D"]);
});
