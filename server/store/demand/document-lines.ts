/** Open lines of imported sales and purchase orders, with what is on MOs for them. */
import { loadConversions } from "../facts/conversion-facts.ts";
import { forItems, listed, type ItemsWanted } from "../catalog/items-wanted.ts";
import type { Transaction } from "../open-database.ts";
import { balanceOf, sharesOfLines, type BalancedLine } from "./line-coverage.ts";

export interface DocumentLine extends BalancedLine {
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
  const conversions = await loadConversions(transaction);
  const rows = await forItems(wanted, (ids) =>
    lines(transaction)
      .$if(ids !== "all", (query) => query.where("line.item_id", "in", listed(ids)))
      .execute(),
  );
  const shares = await sharesOfLines(
    transaction,
    rows.map(({ id }) => id),
  );
  return rows.flatMap(({ id, kind, status, make, buy, ...row }) => {
    if (kind !== "sales-order" && kind !== "purchase-order") return [];
    if (status !== "draft" && status !== "released") return [];
    const { lineUnit, stockUnit, decimals, ...told } = row;
    const balance = balanceOf(row, shares.get(id) ?? [], conversions);
    const unit = balance.isInStockUnit ? stockUnit : lineUnit;
    return [{ ...told, kind, status, make: make === 1, buy: buy === 1, unit, ...balance }];
  });
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
