/** Open lines of imported sales and purchase orders, with what is on MOs for them. */
import type { UnitConversion } from "../../../shared/quantity/unit.ts";
import { forPieces } from "../chunks.ts";
import { conversionsOf } from "../facts/conversion-facts.ts";
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

export async function linesOfItems(
  transaction: Transaction,
  itemIds: readonly number[],
): Promise<readonly DocumentLine[]> {
  const rows = await forPieces(itemIds, (piece) =>
    lines(transaction).where("line.item_id", "in", piece).execute(),
  );
  return withBalance(transaction, rows, await conversionsOf(transaction, itemIds));
}

/** In the order of these ids. */
export async function documentLines(
  transaction: Transaction,
  ids: readonly number[],
): Promise<readonly DocumentLine[]> {
  const rows = await forPieces(ids, (piece) => lines(transaction).where("line.id", "in", piece).execute());
  const itemIds = [...new Set(rows.map(({ itemId }) => itemId))];
  const place = new Map(ids.map((id, at) => [id, at]));
  const inOrder = rows.toSorted((left, right) => (place.get(left.id) ?? 0) - (place.get(right.id) ?? 0));
  return withBalance(transaction, inOrder, await conversionsOf(transaction, itemIds));
}

/** All there are of a kind, document by document: enough to choose from. */
export async function openLineHeads(transaction: Transaction, kind: DocumentLine["kind"]) {
  const rows = await openLines(transaction)
    .innerJoin("item", "item.id", "line.item_id")
    .innerJoin("store", "store.id", "line.store_id")
    .where("line.kind", "=", kind)
    .select(["line.id", "line.document", "store.code as store", "item.make", "item.buy"])
    .orderBy("line.document")
    .orderBy("line.id")
    .execute();
  return rows.map(({ make, buy, ...row }) => ({ ...row, make: make === 1, buy: buy === 1 }));
}

async function withBalance(
  transaction: Transaction,
  rows: readonly LineRow[],
  conversions: readonly UnitConversion[],
): Promise<readonly DocumentLine[]> {
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

type LineRow = Awaited<ReturnType<ReturnType<typeof lines>["execute"]>>[number];

function openLines(transaction: Transaction) {
  return transaction
    .selectFrom("demand_line as line")
    .where("line.is_imported", "=", 1)
    .where("line.status", "in", ["draft", "released"])
    .where("line.kind", "in", ["sales-order", "purchase-order"]);
}

function lines(transaction: Transaction) {
  return openLines(transaction)
    .innerJoin("item", "item.id", "line.item_id")
    .innerJoin("unit", "unit.code", "item.unit_code")
    .innerJoin("store", "store.id", "line.store_id")
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
