/** Like a Short Inventory Planner that was exported; the last two rows cannot be made here. */
import type { CellValue } from "../../host/model/cell.ts";
import type { DayFromToday } from "./need-days.ts";

export function shortageRows(day: DayFromToday): readonly (readonly CellValue[])[] {
  return [
    ["Item Number", "Description", "Store", "Available", "ATS (Inc PO)", "To Order", "Need By"],
    ["CHAIR-OAK", "Oak dining chair", "MAIN", 18, -30, 130, day(10)],
    ["CHAIR-BLK", "Black dining chair", "MAIN", 9, -9, 79, day(12)],
    ["TABLE-180", "Dining table 180 cm", "MAIN", 3, -2, 24, day(14)],
    ["TABLE-220", "Dining table 220 cm", "MAIN", 2, 2, 12, day(21)],
    ["BENCH-140", "Bench 140 cm", "MAIN", 6, 2, 33, day(16)],
    ["SHELF-5", "Bookshelf five boards", "EAST", 4, -6, 41, day(9)],
    ["STOOL-45", "Stool 45 cm", "MAIN", 12, 12, 43, day(18)],
    ["DESK-120", "Writing desk 120 cm", "MAIN", 3, -3, 21, day(20)],
    ["CAB-2D", "Cabinet two doors", "MAIN", 2, -1, 19, day(24)],
    ["'00417", "Coat rack", "MAIN", 5, -5, 50, day(11)],
    ["LAMP-ARC", "Arc lamp", "MAIN", 1, 2, 13, day(30)],
    ["BENCH-200", "Bench 200 cm (new)", "MAIN", 0, 0, 10, day(30)],
  ];
}
