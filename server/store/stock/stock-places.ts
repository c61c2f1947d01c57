/** The stores there are, and what items are to be reordered in them. */
import { forPieces } from "../chunks.ts";
import type { Transaction } from "../open-database.ts";
import { placeKey, type Place, type StockedItem } from "./stock-books.ts";

export interface Reorder {
  readonly place: Place;
  readonly point: string | null;
  readonly quantity: string | null;
}

export async function reorderOfStores(
  transaction: Transaction,
  itemIds: readonly number[],
): Promise<ReadonlyMap<string, Reorder>> {
  const rows = await forPieces(itemIds, (piece) =>
    transaction.selectFrom("item_store").selectAll().where("item_id", "in", piece).execute(),
  );
  return new Map(
    rows.map(({ reorder_point: point, reorder_quantity: quantity, ...place }) => [
      placeKey(place),
      { place, point, quantity },
    ]),
  );
}

export interface Store {
  readonly id: number;
  readonly code: string;
  /** Where things are made and kept unless somebody says otherwise. */
  readonly isUsual: boolean;
}

export async function allStores(transaction: Transaction): Promise<ReadonlyMap<number, Store>> {
  const rows = await transaction
    .selectFrom("store")
    .select(["id", "code", "is_default"])
    .orderBy("id")
    .execute();
  return new Map(rows.map(({ is_default, ...store }) => [store.id, { ...store, isUsual: is_default === 1 }]));
}

/** Where an item is to be reordered though nothing may be booked of it: its own point counts in the usual store. */
export function reorderedPlaces(
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
