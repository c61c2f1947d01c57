/** A list as it comes out of a mail: decorated headings, gaps, totals, and every mistake there is. */
import type { CellValue } from "../../host/model/cell.ts";
import type { DayFromToday } from "./need-days.ts";

/** Counted from 0: the rows that say so themselves. */
export const hiddenMessyRows: readonly number[] = [14, 15];

export function messyRows(day: DayFromToday): readonly (readonly CellValue[])[] {
  const iso = (days: number): string =>
    `'${new Date(Date.UTC(1899, 11, 30) + day(days) * 86_400_000).toISOString().slice(0, 10)}`;
  return [
    ["**SKU #", "What it is", "Qty to\nmake *", "Whse", "Req. Date", "Remarks"],
    ["CHAIR-OAK", "chair", 12, "MAIN", iso(12), ""],
    ["chair-blk", "chair, lower case", 8, "main", iso(15), ""],
    ["OC-1", "by its alternate number", 4, "", "", "no store, no date"],
    ["TABLE-180", "text quantity", "'12 pcs", "MAIN", iso(20), ""],
    ["TABLE-220", "nothing to make", 0, "MAIN", iso(20), ""],
    ["BENCH-140", "below zero", -3, "MAIN", iso(20), ""],
    ["STOOL-45", "too many", 12_345_678_901, "MAIN", iso(20), ""],
    ["", "", "", "", "", ""],
    ["CHAIR-99", "no such item", 5, "MAIN", iso(20), ""],
    ["LAMP-ARC", "bought", 5, "MAIN", iso(20), ""],
    ["BENCH-200", "no BOM yet", 5, "MAIN", iso(20), ""],
    [417, "lost its zeros", 5, "MAIN", iso(20), ""],
    ["CHAIR-OAK", "chair", 12, "MAIN", iso(12), "same as row 2"],
    ["SHELF-3", "hidden by a filter", 9, "EAST", iso(20), ""],
    ["SHELF-5", "hidden by a filter", 9, "EAST", iso(20), ""],
    ["DESK-120", "past date", 2, "MAIN", iso(-9), ""],
    ["DESK-160", "no date at all", 2, "MAIN", "as soon as you can", ""],
    ["CAB-2D", "unknown store", 2, "NORTH", iso(20), ""],
    ["STOOL-65", "store that makes nothing", 2, "SHOP", iso(20), ""],
    ["Subtotal", "", 73, "", "", ""],
    ["'00423", "wall hook rail", 30, "MAIN", iso(25), "zeros kept"],
    ["Grand total", "", 103, "", "", ""],
  ];
}
