import { expect, test } from "vitest";
import { fromTsv, toTsv } from "./tsv.ts";

test("a block from a spreadsheet comes in cell by cell, and its last line end is no row", () => {
  expect(fromTsv("Item\tQty\r\n00417\t5\r\n")).toEqual([
    ["Item", "Qty"],
    ["00417", "5"],
  ]);
});

test("a cell with a line break or a tab stays one cell", () => {
  expect(fromTsv('"Qty to\nmake"\tWhse\n12\t"a\tb ""c"""')).toEqual([
    ["Qty to\nmake", "Whse"],
    ["12", 'a\tb "c"'],
  ]);
});

test("an inch sign is no quote", () => {
  expect(fromTsv('TABLE 40"\t5')).toEqual([['TABLE 40"', "5"]]);
});

test("short rows and empty cells at the end keep the block a rectangle", () => {
  expect(fromTsv("a\tb\tc\n\nd\t\t")).toEqual([
    ["a", "b", "c"],
    ["", "", ""],
    ["d", "", ""],
  ]);
});

test("what is copied comes back as it was", () => {
  const cells = [
    ["Qty to\nmake", '"quoted"', ""],
    ["1", "2\t3", 'x"'],
  ];
  expect(fromTsv(toTsv(cells))).toEqual(cells);
});
