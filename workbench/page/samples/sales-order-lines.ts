/** Open sales-order lines, as an order list shows them. */
import type { CellValue } from "../../host/model/cell.ts";
import type { DayFromToday } from "./need-days.ts";

export function salesOrderRows(day: DayFromToday): readonly (readonly CellValue[])[] {
  return [
    [
      "Order Number",
      "Line",
      "Customer Name",
      "Item Number",
      "Description",
      "Qty Ordered",
      "Qty Shipped",
      "Open Qty",
      "Ship Store",
      "Date To Be Shipped",
      "Memo",
    ],
    ["SO-20418", 1, "Café Linden", "CHAIR-OAK", "Oak dining chair", 24, 0, 24, "MAIN", day(12), ""],
    [
      "SO-20418",
      2,
      "Café Linden",
      "TABLE-CAFE",
      "Café table round",
      6,
      0,
      6,
      "MAIN",
      day(12),
      "Deliver together",
    ],
    ["SO-20421", 1, "Hotel Maas", "TABLE-180", "Dining table 180 cm", 4, 1, 3, "MAIN", day(9), ""],
    ["SO-20421", 2, "Hotel Maas", "CHAIR-OAK", "Oak dining chair", 32, 8, 24, "MAIN", day(9), ""],
    ["SO-20421", 3, "Hotel Maas", "BENCH-140", "Bench 140 cm", 4, 0, 4, "MAIN", day(16), ""],
    ["SO-20430", 1, "Boekhandel De Hoek", "SHELF-5", "Bookshelf five boards", 12, 2, 10, "EAST", day(7), ""],
    ["SO-20433", 1, "Bar Zuid", "STOOL-65", "Bar stool 65 cm", 16, 0, 16, "MAIN", day(14), "Matt finish"],
    ["SO-20440", 1, "Praktijk Vos", "CAB-2D", "Cabinet two doors", 3, 0, 3, "MAIN", day(18), ""],
    ["SO-20440", 2, "Praktijk Vos", "'00417", "Coat rack", 10, 0, 10, "MAIN", day(18), ""],
    ["SO-20444", 1, "Gemeente Westland", "DESK-120", "Writing desk 120 cm", 6, 0, 6, "MAIN", day(30), ""],
    ["SO-20444", 3, "Gemeente Westland", "RUG-200", "Wool rug 200 cm", 2, 0, 2, "SHOP", day(30), ""],
  ];
}
