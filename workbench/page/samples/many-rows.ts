/** A long list, to feel how the sheet, the pane and the service bear it. */
import type { CellValue } from "../../host/model/cell.ts";
import type { DayFromToday } from "./need-days.ts";

const ITEMS = [
  ...["CHAIR-OAK", "CHAIR-BLK", "CHAIR-KID", "TABLE-180", "TABLE-220", "TABLE-CAFE", "BENCH-140"],
  ...["SHELF-5", "SHELF-3", "STOOL-45", "STOOL-65", "DESK-120", "CAB-2D", "'00417"],
];
const PLANT_DAYS = 60;

/** A heading row and so many rows under it; the same ones each time. */
export function manyRows(count: number, day: DayFromToday): readonly (readonly CellValue[])[] {
  const rows = Array.from({ length: count }, (_, index) => [
    ITEMS[index % ITEMS.length] ?? "",
    1 + ((index * 7) % 40),
    index % 5 === 4 ? "EAST" : "MAIN",
    day(10 + (index % PLANT_DAYS)),
    `WISH-${String(index + 1).padStart(5, "0")}`,
  ]);
  return [["Item", "Quantity", "Store", "Need Date", "Reference"], ...rows];
}
