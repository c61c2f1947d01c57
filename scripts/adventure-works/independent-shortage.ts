/**
 * The shortage sheet of AdventureWorks, worked out from the CSV files with code of its own: nothing of the product
 * is imported here, so that the two can be held against each other. All quantities in that data are whole numbers.
 */
import { readRows } from "./read-tables.ts";

export interface ExpectedMaterial {
  readonly item: string;
  readonly quantity: number;
  readonly unit: string;
}

export interface ShortageRow {
  readonly item: string;
  /** Reorder point less stock in all locations. */
  readonly toMake: number;
  readonly verdict: "make" | "item-not-made" | "bom-missing";
  readonly materials: readonly ExpectedMaterial[];
}

/** `day` (YYYY-MM-DD) decides which BOM lines are valid; an end date is the last valid day. */
export function independentShortages(folder: string, day: string): readonly ShortageRow[] {
  const stock = new Map<string, number>();
  for (const row of readRows(folder, "product_inventory.csv")) {
    const item = row.ProductNumber ?? "";
    stock.set(item, (stock.get(item) ?? 0) + Number(row.Quantity));
  }
  const lines = readRows(folder, "bill_of_materials.csv");
  const shortages: ShortageRow[] = [];
  for (const product of readRows(folder, "products.csv")) {
    const item = product.ProductNumber ?? "";
    const toMake = Number(product.ReorderPoint) - (stock.get(item) ?? 0);
    if (toMake <= 0) continue;
    const own = lines.filter((line) => line.Assembly === item);
    const valid = own.filter(
      (line) => (line.StartDate ?? "") <= day && (line.EndDate === "" || (line.EndDate ?? "") >= day),
    );
    const made = own.length > 0 ? "make" : "bom-missing";
    const materials = valid.map((line) => ({
      item: line.Component ?? "",
      quantity: toMake * Number(line.PerAssemblyQty),
      unit: line.UnitMeasureCode ?? "",
    }));
    shortages.push({ item, toMake, verdict: product.MakeFlag === "1" ? made : "item-not-made", materials });
  }
  return shortages;
}
