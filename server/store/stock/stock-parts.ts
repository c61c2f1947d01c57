/** What is booked of every item in every store, gathered in one query a table. */
import { add, decimal, isAboveZero, subtract, type Decimal } from "../../../shared/quantity/decimal.ts";
import { inStockUnit } from "../../../shared/quantity/in-stock-unit.ts";
import type { UnitConversion } from "../../../shared/quantity/unit.ts";
import { NO_STOCK, type StockParts } from "../../../shared/stock/stock-figures.ts";
import { codeKey } from "../../../shared/validation/facts.ts";
import { remainingOf } from "../../../shared/validation/line-balance.ts";
import { loadConversions } from "../facts/conversion-facts.ts";
import { openClaims } from "../facts/open-claims.ts";
import { openOrders } from "../facts/supply-rows.ts";
import type { Transaction } from "../open-database.ts";
import { forItems, listed, type ItemsWanted } from "../catalog/items-wanted.ts";
import { openDocumentLines } from "../demand/document-lines.ts";

export interface StockedItem {
  readonly id: number;
  readonly number: string;
  readonly description: string;
  readonly unit: string;
  readonly decimals: number;
  readonly make: boolean;
  readonly buy: boolean;
  readonly reorderPoint: string | null;
  readonly reorderQuantity: string | null;
}

export interface StockOfItem {
  readonly item: StockedItem;
  readonly storeId: number;
  readonly store: string;
  readonly parts: StockParts;
}

export interface StockWanted {
  /** Null for all. */
  readonly store: string | null;
  readonly items: ItemsWanted;
}

/**
 * Items in stores where something is booked of them or where they are to be reordered, by item number and store. Items
 * that are asked for by name are told of every store.
 */
export async function stockParts(
  transaction: Transaction,
  { store, items: wanted }: StockWanted,
): Promise<readonly StockOfItem[]> {
  const items = await itemsInUse(transaction, wanted);
  const conversions = await loadConversions(transaction);
  const books = new Books(items, conversions);
  const ids = [...items.keys()];
  for (const row of await levels(transaction, wanted)) {
    books.add(row, "available", decimal(row.available));
    books.add(row, "notAvailable", decimal(row.not_available));
    books.add(row, "allocated", decimal(row.allocated));
  }
  for (const line of await openDocumentLines(transaction, wanted)) {
    const isSale = line.kind === "sales-order";
    const left = subtract(line.quantity, line.done);
    const isDraft = line.status === "draft";
    const name = isSale ? (isDraft ? "onSoDraft" : "onSo") : isDraft ? "onPoDraft" : "onPo";
    const place = { item_id: line.itemId, store_id: line.storeId };
    // What is made here instead of bought does not come.
    const isMade = !isSale && line.isInStockUnit;
    books.add(place, name, isMade ? remainingOf(line) : left);
  }
  for (const row of await openOrders(transaction, ids)) books.add(row, "onMoPlus", row.expected);
  for (const row of await openClaims(transaction, ids, "by-day"))
    books.add(row, "onMoMinus", books.inStockUnit(row.item_id, row.unit_code, decimal(row.quantity)));
  const stores = await allStores(transaction);
  const reorder = await reorderOfStores(transaction);
  for (const place of reorderedPlaces(items, reorder, stores)) books.stand(place);
  for (const item_id of listed(wanted))
    for (const store_id of stores.keys()) books.stand({ item_id, store_id });
  return books.entries(reorder, stores, store);
}

/** Where an item is to be reordered though nothing may be booked of it: its own point counts in the usual store. */
function reorderedPlaces(
  items: ReadonlyMap<number, StockedItem>,
  reorder: ReadonlyMap<string, Reorder>,
  stores: ReadonlyMap<number, Store>,
): readonly Place[] {
  const usual = [...stores.values()].find((store) => store.isUsual);
  const own = [...items.values()].flatMap(({ id, reorderPoint }) =>
    reorderPoint === null || usual === undefined ? [] : [{ item_id: id, store_id: usual.id }],
  );
  return [...own, ...[...reorder.values()].map(({ place }) => place)];
}

interface Place {
  readonly item_id: number;
  readonly store_id: number;
}

function keyOf({ item_id, store_id }: Place): string {
  return `${item_id} ${store_id}`;
}

class Books {
  readonly #items: ReadonlyMap<number, StockedItem>;
  readonly #conversions: readonly UnitConversion[];
  readonly #parts = new Map<string, { readonly place: Place; parts: StockParts }>();

  constructor(items: ReadonlyMap<number, StockedItem>, conversions: readonly UnitConversion[]) {
    this.#items = items;
    this.#conversions = conversions;
  }

  stand(place: Place): { parts: StockParts } {
    const entry = this.#parts.get(keyOf(place)) ?? { place, parts: NO_STOCK };
    this.#parts.set(keyOf(place), entry);
    return entry;
  }

  /** What is owed counts; what is over is nobody's. */
  add(
    place: Place,
    name: Exclude<keyof StockParts, "reorderPoint" | "reorderQuantity">,
    quantity: Decimal,
  ): void {
    const entry = this.stand(place);
    const isLevel = name === "available" || name === "notAvailable" || name === "allocated";
    if (isLevel || isAboveZero(quantity))
      entry.parts = { ...entry.parts, [name]: add(entry.parts[name], quantity) };
  }

  /** As it is, when nothing says how the unit becomes the item's own. */
  inStockUnit(itemId: number, unit: string, quantity: Decimal): Decimal {
    const item = this.#items.get(itemId);
    if (item === undefined) return quantity;
    const line = { itemId, lineUnit: unit, stockUnit: item.unit, decimals: item.decimals };
    return inStockUnit(this.#conversions, line, quantity) ?? quantity;
  }

  entries(
    reorder: ReadonlyMap<string, Reorder>,
    stores: ReadonlyMap<number, Store>,
    wanted: string | null,
  ): readonly StockOfItem[] {
    const found = [...this.#parts].flatMap(([key, { place, parts }]) => {
      const [item, storeId] = [this.#items.get(place.item_id), place.store_id];
      const store = stores.get(storeId)?.code;
      if (item === undefined || store === undefined) return [];
      if (wanted !== null && codeKey(store) !== codeKey(wanted)) return [];
      // What a store leaves blank is as the item says.
      const { point, quantity } = reorder.get(key) ?? { point: null, quantity: null };
      const reorderPoint = orNull(point ?? item.reorderPoint);
      const reorderQuantity = orNull(quantity ?? item.reorderQuantity);
      return { item, storeId, store, parts: { ...parts, reorderPoint, reorderQuantity } };
    });
    return found.toSorted(
      (left, right) => byText(left.item.number, right.item.number) || byText(left.store, right.store),
    );
  }
}

function orNull(text: string | null): Decimal | null {
  return text === null ? null : decimal(text);
}

function byText(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

async function itemsInUse(
  transaction: Transaction,
  wanted: ItemsWanted,
): Promise<ReadonlyMap<number, StockedItem>> {
  const rows = await forItems(wanted, (ids) =>
    transaction
      .selectFrom("item")
      .innerJoin("unit", "unit.code", "item.unit_code")
      .where("active", "=", 1)
      .$if(ids !== "all", (query) => query.where("item.id", "in", listed(ids)))
      .select(["item.id", "item.number", "item.description", "item.unit_code as unit", "unit.decimals"])
      .select(["make", "buy", "reorder_point as reorderPoint", "reorder_quantity as reorderQuantity"])
      .execute(),
  );
  return new Map(rows.map((row) => [row.id, { ...row, make: row.make === 1, buy: row.buy === 1 }]));
}

function levels(transaction: Transaction, wanted: ItemsWanted) {
  return forItems(wanted, (ids) =>
    transaction
      .selectFrom("stock_level")
      .$if(ids !== "all", (query) => query.where("item_id", "in", listed(ids)))
      .select(["item_id", "store_id", "available", "not_available", "allocated"])
      .execute(),
  );
}

interface Reorder {
  readonly place: Place;
  readonly point: string | null;
  readonly quantity: string | null;
}

async function reorderOfStores(transaction: Transaction): Promise<ReadonlyMap<string, Reorder>> {
  const rows = await transaction.selectFrom("item_store").selectAll().execute();
  return new Map(
    rows.map(({ reorder_point: point, reorder_quantity: quantity, ...place }) => [
      keyOf(place),
      { place, point, quantity },
    ]),
  );
}

interface Store {
  readonly id: number;
  readonly code: string;
  /** Where things are made and kept unless somebody says otherwise. */
  readonly isUsual: boolean;
}

async function allStores(transaction: Transaction): Promise<ReadonlyMap<number, Store>> {
  const rows = await transaction
    .selectFrom("store")
    .select(["id", "code", "is_default"])
    .orderBy("id")
    .execute();
  return new Map(rows.map(({ is_default, ...store }) => [store.id, { ...store, isUsual: is_default === 1 }]));
}
