import { expect, test } from "vitest";
import { cellArea } from "../../host/model/area.ts";
import { dateSerial } from "../../host/model/cell.ts";
import { items } from "../../../server/demo/items.ts";
import { stores } from "../../../server/demo/places.ts";
import { addManyRows, sampleWorkbook } from "./samples.ts";

const sunday = new Date(2026, 10, 29, 23, 30);
const codes = (csv: string) => csv.split("\n").map((line) => line.split(",")[0] ?? "");

test("every item and store of the shortages is one of the demo factory", () => {
  const sheet = sampleWorkbook(sunday).sheet("Shortages");
  const rows = sheet.texts({ row: 1, column: 0, rowCount: 12, columnCount: 3 });
  expect(rows.filter(([item = ""]) => !codes(items).includes(item))).toEqual([]);
  expect(rows.filter(([, , store = ""]) => !codes(stores).includes(store))).toEqual([]);
});

test("the item number with leading zeros is text in the good sheets and a number in the messy one", () => {
  const workbook = sampleWorkbook(sunday);
  expect(workbook.sheet("Shortages").cell(10, 0).value).toBe("00417");
  expect(workbook.sheet("Messy paste").cell(12, 0).value).toBe(417);
});

test("need dates are in the future and on working days, whatever day it is", () => {
  for (let days = 0; days < 7; days += 1) {
    const today = new Date(2026, 10, 23 + days);
    const sheet = sampleWorkbook(today).sheet("Shortages");
    const dates = sheet.map({ row: 1, column: 6, rowCount: 12, columnCount: 1 }, (cell) =>
      Number(cell.value),
    );
    const iso = `2026-11-${String(23 + days)}`;
    expect(dates.flat().filter((date) => date <= dateSerial(iso))).toEqual([]);
    // The serial of a Saturday is a multiple of 7, and Sunday follows it.
    expect(dates.flat().filter((date) => date % 7 < 2)).toEqual([]);
  }
});

test("only the row that is meant to is late in the messy paste", () => {
  const sheet = sampleWorkbook(sunday).sheet("Messy paste");
  const late = sheet
    .texts({ row: 1, column: 1, rowCount: 22, columnCount: 4 })
    .filter(([, , , date = ""]) => /^\d/.test(date) && date <= "2026-11-29");
  expect(late.map(([what]) => what)).toEqual(["past date"]);
});

test("the rows that say they are hidden are, and no other", () => {
  const sheet = sampleWorkbook(sunday).sheet("Messy paste");
  const said = sheet
    .map({ row: 0, column: 1, rowCount: 23, columnCount: 1 }, ({ value }, row) => ({ value, row }))
    .flat()
    .filter(({ value }) => String(value).startsWith("hidden"));
  expect(said.map(({ row }) => row)).toEqual([...sheet.hiddenRows]);
});

test("a second long list gets a name of its own", () => {
  const workbook = sampleWorkbook(sunday);
  addManyRows(workbook, 2_000, sunday);
  addManyRows(workbook, 2_000, sunday);
  expect(workbook.sheets.slice(-2).map((sheet) => sheet.name)).toEqual(["2000 rows", "2000 rows (2)"]);
  expect(workbook.active.texts(cellArea(2_000, 4))).toEqual([["WISH-02000"]]);
});
