import { expect, test } from "vitest";
import { dateSerial, EMPTY, written, type Cell } from "../../host/model/cell.ts";
import { editText } from "./edit-text.ts";

const retyped = (cell: Cell): Cell => written(editText(cell), cell);

test.each([
  ["an item number with leading zeros", { ...EMPTY, value: "00417" }],
  ["a quantity", { ...EMPTY, value: 2.5 }],
  ["a date", { ...EMPTY, value: dateSerial("2026-12-01"), numberFormat: "yyyy-mm-dd" }],
  ["a truth value", { ...EMPTY, value: true }],
  ["a formula", { value: 0, formula: "=B2*2", numberFormat: "General" }],
  ["text that begins like a formula", { ...EMPTY, value: "=not one" }],
  ["plain text", { ...EMPTY, value: "Oak dining chair" }],
])("opening %s for editing and leaving it changes nothing", (_what, cell) => {
  expect(retyped(cell)).toEqual(cell);
});
