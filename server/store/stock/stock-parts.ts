/** What is booked of items in every store, gathered in one query a table. */
import { decimal, subtract } from "../../../shared/quantity/decimal.ts";
import { remainingOf } from "../../../shared/validation/line-balance.ts";
import { forPieces } from "../chunks.ts";
import { linesOfItems, type DocumentLine } from "../demand/document-lines.ts";
import { conversionsOf } from "../facts/conversion-facts.ts";
import { openClaims } from "../facts/open-claims.ts";
import { openOrders } from "../facts/supply-rows.ts";
import type { Transaction } from "../open-database.ts";
import { StockBooks, type StockedItem, type StockOfItem } from "./stock-books.ts";
import { allStores, reorderedPlaces, reorderOfStores } from "./stock-places.ts";

export interface StockWanted {
  /** Null for all. */
  readonly store: string | null;
  readonly items: readonly number[];
  /** Whether stores are told in which nothing is booked of an item and nothing is to be reordered. */
  readonly inEveryStore: boolean;
}

/** So many items or lines at once leave others their turn. */
export const ROWS_AT_ONCE = 200;

/** By item number and store; of items that are in use. */
export async function stockParts(
  transaction: Transaction,
  { store, items: wanted, inEveryStore }: StockWanted,
): Promise<readonly StockOfItem[]> {
  const items = await itemsInUse(transaction, wanted);
  const ids = [...items.keys()];
  const books = new StockBooks(items, await conversionsOf(transaction, ids));
  await addLevels(transaction, ids, books);
  for (const line of await linesOfItems(transaction, ids)) addLine(line, books);
  for (const row of await openOrders(transaction, ids)) books.add(row, "onMoPlus", row.expected);
  for (const row of await openClaims(transaction, ids, "by-day"))
    books.add(row, "onMoMinus", books.inStockUnit(row.item_id, row.unit_code, decimal(row.quantity)));
  const stores = await allStores(transaction);
  const reorder = await reorderOfStores(transaction, ids);
  for (const place of reorderedPlaces(items, reorder, stores)) books.entryFor(place);
  if (inEveryStore)
    for (const item_id of ids) for (const store_id of stores.keys()) books.entryFor({ item_id, store_id });
  return books.entries(reorder, stores, store);
}

function addLine(line: DocumentLine, books: StockBooks): void {
  const isSale = line.kind === "sales-order";
  const left = subtract(line.quantity, line.done);
  const isDraft = line.status === "draft";
  const name = isSale ? (isDraft ? "onSoDraft" : "onSo") : isDraft ? "onPoDraft" : "onPo";
  // What is made here instead of bought does not come.
  const isMade = !isSale && line.isInStockUnit;
  books.add({ item_id: line.itemId, store_id: line.storeId }, name, isMade ? remainingOf(line) : left);
}

async function addLevels(
  transaction: Transaction,
  itemIds: readonly number[],
  books: StockBooks,
): Promise<void> {
  const rows = await forPieces(itemIds, (piece) =>
    transaction
      .selectFrom("stock_level")
      .where("item_id", "in", piece)
      .select(["item_id", "store_id", "available", "not_available", "allocated"])
      .execute(),
  );
  for (const row of rows) {
    books.add(row, "available", decimal(row.available));
    books.add(row, "notAvailable", decimal(row.not_available));
    books.add(row, "allocated", decimal(row.allocated));
  }
}

/** All items in use, by number: enough to choose from. */
export async function itemHeads(transaction: Transaction) {
  const rows = await transaction
    .selectFrom("item")
    .where("active", "=", 1)
    .select(["id", "make", "buy"])
    .orderBy("number")
    .execute();
  return rows.map(({ id, make, buy }) => ({ id, make: make === 1, buy: buy === 1 }));
}

async function itemsInUse(
  transaction: Transaction,
  wanted: readonly number[],
): Promise<ReadonlyMap<number, StockedItem>> {
  const rows = await forPieces(wanted, (piece) =>
    transaction
      .selectFrom("item")
      .innerJoin("unit", "unit.code", "item.unit_code")
      .where("active", "=", 1)
      .where("item.id", "in", piece)
      .select(["item.id", "item.number", "item.description", "item.unit_code as unit", "unit.decimals"])
      .select(["make", "buy", "reorder_point as reorderPoint", "reorder_quantity as reorderQuantity"])
      .execute(),
  );
  return new Map(rows.map((row) => [row.id, { ...row, make: row.make === 1, buy: row.buy === 1 }]));
}
