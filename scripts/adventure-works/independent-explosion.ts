/**
 * Every finished bicycle of AdventureWorks taken to pieces over all levels, worked out from the CSV files: nothing
 * of the product is imported here, so that the two can be held against each other. Amounts are counted in hundredths.
 */
import { readRows, type CsvRow } from "./read-tables.ts";

export interface ExpectedExplosion {
  readonly item: string;
  /** By item and unit, "BC-M005 EA": hundredths. */
  readonly totals: ReadonlyMap<string, number>;
}

/** Bicycles: made here, for sale, with a BOM; `day` (YYYY-MM-DD) decides which lines are valid. */
export function independentExplosions(
  folder: string,
  day: string,
  quantity: number,
): readonly ExpectedExplosion[] {
  const products = readRows(folder, "products.csv");
  const made = new Set(products.filter((row) => row.MakeFlag === "1").map((row) => row.ProductNumber));
  const lines = new Map<string, CsvRow[]>();
  for (const line of readRows(folder, "bill_of_materials.csv")) {
    const isValid = (line.StartDate ?? "") <= day && (line.EndDate === "" || (line.EndDate ?? "") >= day);
    const assembly = line.Assembly ?? "";
    if (isValid && assembly !== "") lines.set(assembly, [...(lines.get(assembly) ?? []), line]);
  }
  const finished = products
    .filter((row) => row.FinishedGoodsFlag === "1" && row.MakeFlag === "1")
    .map((row) => row.ProductNumber ?? "")
    .filter((item) => lines.has(item));
  return finished.map((item) => {
    const totals = new Map<string, number>();
    const add = (assembly: string, times: number): void => {
      for (const line of lines.get(assembly) ?? []) {
        const hundredths = Math.round(Number(line.PerAssemblyQty) * 100) * times;
        const component = line.Component ?? "";
        const key = `${component} ${line.UnitMeasureCode ?? ""}`;
        totals.set(key, (totals.get(key) ?? 0) + hundredths);
        if (made.has(component) && line.UnitMeasureCode === "EA") add(component, hundredths / 100);
      }
    };
    add(item, quantity);
    return { item, totals };
  });
}
