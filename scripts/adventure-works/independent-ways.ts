/**
 * What each way in should make of AdventureWorks, worked out from the CSV files with code of its own: nothing of the
 * product is imported here, so that the two can be held against each other. All quantities in that data are whole.
 */
import { readRows, type CsvRow } from "./read-tables.ts";

export interface ExpectedOrder {
  readonly item: string;
  readonly quantity: string;
}

export interface DocumentRow extends ExpectedOrder {
  readonly document: string;
  readonly line: string;
  /** Made here, with a bill of materials. */
  readonly isMade: boolean;
}

export interface Expected {
  /** By item number: what the Short Inventory Planner suggests with reorder data, for items that are made. */
  readonly toOrder: ReadonlyMap<string, number>;
  readonly salesLines: readonly DocumentRow[];
  readonly openPurchaseLines: readonly DocumentRow[];
  /** Made items with a bill of materials, in the table's order. */
  readonly made: readonly string[];
}

export function expectedOf(folder: string): Expected {
  const products = readRows(folder, "products.csv");
  const assemblies = new Set(readRows(folder, "bill_of_materials.csv").map((row) => row.Assembly ?? ""));
  const made = products
    .filter((row) => row.MakeFlag === "1" && assemblies.has(row.ProductNumber ?? ""))
    .map((row) => row.ProductNumber ?? "");
  const isMade = new Set(made);
  const asLine =
    (document: string, quantityOf: (row: CsvRow) => number) =>
    (row: CsvRow): DocumentRow => ({
      document: row[document] ?? "",
      line: row.Line ?? "",
      item: row.ProductNumber ?? "",
      quantity: String(quantityOf(row)),
      isMade: isMade.has(row.ProductNumber ?? ""),
    });
  const sales = readRows(folder, "sales_order_lines.csv");
  const purchases = readRows(folder, "purchase_order_lines.csv").filter((row) => row.Status === "2");
  const notReceived = (row: CsvRow): number => Number(row.OrderQty) - Number(row.ReceivedQty);
  return {
    toOrder: new Map(
      products
        .filter((row) => isMade.has(row.ProductNumber ?? ""))
        .map((row) => [row.ProductNumber ?? "", suggestion(row, { folder, sales, purchases })]),
    ),
    salesLines: sales.map(asLine("SalesOrder", (row) => Number(row.OrderQty))),
    openPurchaseLines: purchases
      .filter((row) => notReceived(row) > 0)
      .map(asLine("PurchaseOrder", notReceived)),
    made,
  };
}

interface Booked {
  readonly folder: string;
  readonly sales: readonly CsvRow[];
  readonly purchases: readonly CsvRow[];
}

/** Reorder quantity + (reorder point − projected) once the projected stock is at the point or below it. */
function suggestion(product: CsvRow, { folder, sales, purchases }: Booked): number {
  const total = (rows: readonly CsvRow[], quantityOf: (row: CsvRow) => number): number =>
    rows
      .filter((row) => row.ProductNumber === product.ProductNumber)
      .reduce((sum, row) => sum + quantityOf(row), 0);
  const available = total(inventory(folder), (row) => Number(row.Quantity));
  const onSo = total(sales, (row) => Number(row.OrderQty));
  const onPo = total(purchases, (row) => Math.max(0, Number(row.OrderQty) - Number(row.ReceivedQty)));
  const projected = available - onSo + onPo;
  const point = Number(product.ReorderPoint);
  return projected > point ? 0 : Number(product.SafetyStockLevel) + point - projected;
}

let read: readonly CsvRow[] | null = null;

function inventory(folder: string): readonly CsvRow[] {
  read ??= readRows(folder, "product_inventory.csv");
  return read;
}
