/** Open lines of imported sales and purchase orders, with what is on MOs for them. */
import { decimal, decimalText } from "../../../shared/quantity/decimal.ts";
import { inStockUnit, type LineUnit } from "../../../shared/quantity/in-stock-unit.ts";
import type { UnitConversion } from "../../../shared/quantity/unit.ts";
import { loadConversions } from "../facts/conversion-facts.ts";
import { forItems, listed, type ItemsWanted } from "../catalog/items-wanted.ts";
import type { Transaction } from "../open-database.ts";
import { NOTHING, withShare, type OnOrders } from "./coverage-store.ts";

export interface DocumentLine {
  readonly kind: "sales-order" | "purchase-order";
  readonly document: string;
  readonly line: string;
  readonly itemId: number;
  readonly item: string;
  readonly description: string;
  readonly storeId: number;
  readonly store: string;
  /** The item's stock unit, or the line's own when nothing converts it. */
  readonly unit: string;
  readonly isInStockUnit: boolean;
  readonly quantity: string;
  /** Shipped or received. */
  readonly done: string;
  /** By MOs that were not cancelled, in the item's stock unit. */
  readonly covered: string;
  /** Of that, what is still to be made. */
  readonly expected: string;
  readonly numbers: readonly string[];
  readonly needDate: string | null;
  readonly status: "draft" | "released";
  readonly party: string;
  readonly make: boolean;
  readonly buy: boolean;
}

export async function openDocumentLines(
  transaction: Transaction,
  wanted: ItemsWanted = "all",
): Promise<readonly DocumentLine[]> {
  const coverage = await coverageOfLines(transaction, wanted);
  const conversions = await loadConversions(transaction);
  const rows = await forItems(wanted, (ids) =>
    lines(transaction)
      .$if(ids !== "all", (query) => query.where("line.item_id", "in", listed(ids)))
      .execute(),
  );
  return rows.flatMap(({ id, kind, status, make, buy, ...row }) => {
    if (kind !== "sales-order" && kind !== "purchase-order") return [];
    if (status !== "draft" && status !== "released") return [];
    const { covered, expected, numbers } = coverage.get(id) ?? NOBODY;
    const { lineUnit, stockUnit, decimals, ...told } = row;
    const [use, said] = [
      { make: make === 1, buy: buy === 1 },
      { covered: decimalText(covered), expected: decimalText(expected), numbers },
    ];
    return { ...told, kind, status, ...use, ...said, ...amountsOf(row, conversions) };
  });
}

/** Orders are made in the stock unit, so a line is told in it too. */
function amountsOf(
  row: LineUnit & Pick<DocumentLine, "quantity" | "done">,
  conversions: readonly UnitConversion[],
): Pick<DocumentLine, "unit" | "isInStockUnit" | "quantity" | "done"> {
  const quantity = inStockUnit(conversions, row, decimal(row.quantity));
  const done = inStockUnit(conversions, row, decimal(row.done));
  if (quantity === null || done === null)
    return { unit: row.lineUnit, isInStockUnit: false, quantity: row.quantity, done: row.done };
  const amounts = { quantity: decimalText(quantity), done: decimalText(done) };
  return { unit: row.stockUnit, isInStockUnit: true, ...amounts };
}

function lines(transaction: Transaction) {
  return transaction
    .selectFrom("demand_line as line")
    .innerJoin("item", "item.id", "line.item_id")
    .innerJoin("unit", "unit.code", "item.unit_code")
    .innerJoin("store", "store.id", "line.store_id")
    .where("line.is_imported", "=", 1)
    .where("line.status", "in", ["draft", "released"])
    .where("line.kind", "in", ["sales-order", "purchase-order"])
    .select([
      "line.id",
      "line.kind",
      "line.document",
      "line.line",
      "line.item_id as itemId",
      "item.number as item",
    ])
    .select(["item.description", "item.make", "item.buy", "line.store_id as storeId", "store.code as store"])
    .select(["line.unit_code as lineUnit", "item.unit_code as stockUnit", "unit.decimals"])
    .select(["line.quantity", "line.done_quantity as done"])
    .select(["line.need_date as needDate", "line.status", "line.party"])
    .orderBy("line.document")
    .orderBy("line.id");
}

interface Coverage extends OnOrders {
  readonly numbers: readonly string[];
}

const NOBODY: Coverage = { ...NOTHING, numbers: [] };

async function coverageOfLines(
  transaction: Transaction,
  wanted: ItemsWanted,
): Promise<ReadonlyMap<number, Coverage>> {
  const rows = await forItems(wanted, (ids) =>
    transaction
      .selectFrom("coverage")
      .innerJoin("demand_line as line", "line.id", "coverage.demand_line_id")
      .innerJoin("manufacturing_order as mo", "mo.id", "coverage.mo_id")
      .where("line.is_imported", "=", 1)
      .where("mo.status", "!=", "cancelled")
      .whereRef("mo.item_id", "=", "line.item_id")
      .$if(ids !== "all", (query) => query.where("line.item_id", "in", listed(ids)))
      .select(["line.id", "coverage.quantity", "mo.number", "mo.status", "mo.produced_quantity as produced"])
      .orderBy("mo.id")
      .execute(),
  );
  const found = new Map<number, Coverage>();
  for (const { id, number, ...share } of rows) {
    const before = found.get(id) ?? NOBODY;
    found.set(id, { ...withShare(before, share), numbers: [...before.numbers, number] });
  }
  return found;
}
