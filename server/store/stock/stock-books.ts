/** What is booked of items, added up by item and store. */
import { add, decimal, isAboveZero, type Decimal } from "../../../shared/quantity/decimal.ts";
import { inStockUnit } from "../../../shared/quantity/in-stock-unit.ts";
import type { UnitConversion } from "../../../shared/quantity/unit.ts";
import { NO_STOCK, type StockParts } from "../../../shared/stock/stock-figures.ts";
import { codeKey } from "../../../shared/validation/facts.ts";
import type { Reorder, Store } from "./stock-places.ts";

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

export interface Place {
  readonly item_id: number;
  readonly store_id: number;
}

export function placeKey({ item_id, store_id }: Place): string {
  return `${item_id} ${store_id}`;
}

export class StockBooks {
  readonly #items: ReadonlyMap<number, StockedItem>;
  readonly #conversions: readonly UnitConversion[];
  readonly #parts = new Map<string, { readonly place: Place; parts: StockParts }>();

  constructor(items: ReadonlyMap<number, StockedItem>, conversions: readonly UnitConversion[]) {
    this.#items = items;
    this.#conversions = conversions;
  }

  /** The entry of this item in this store, which from now on has one. */
  entryFor(place: Place): { parts: StockParts } {
    const entry = this.#parts.get(placeKey(place)) ?? { place, parts: NO_STOCK };
    this.#parts.set(placeKey(place), entry);
    return entry;
  }

  /** What is owed counts; what is over is nobody's. */
  add(
    place: Place,
    name: Exclude<keyof StockParts, "reorderPoint" | "reorderQuantity">,
    quantity: Decimal,
  ): void {
    const entry = this.entryFor(place);
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
