/** What is in the catalog already, by the codes that files use. Loaded once for each file that is imported. */
import { codeKey } from "../../../shared/validation/facts.ts";
import type { Transaction } from "../open-database.ts";

export interface KnownItem {
  readonly id: number;
  readonly number: string;
  readonly unit: string;
}

export interface CatalogIndex {
  readonly items: ReadonlyMap<string, KnownItem>;
  readonly units: ReadonlySet<string>;
  readonly calendars: ReadonlyMap<string, number>;
  readonly stores: ReadonlyMap<string, number>;
  /** The store of rows that name none; null when there are several stores and no default. */
  readonly defaultStore: number | null;
  /** By `placeKey`. */
  readonly locations: ReadonlyMap<string, number>;
  readonly workCenters: ReadonlyMap<string, number>;
}

export function placeKey(storeId: number, code: string): string {
  return `${storeId} ${codeKey(code)}`;
}

export async function loadCatalogIndex(transaction: Transaction): Promise<CatalogIndex> {
  const items = await transaction
    .selectFrom("item")
    .select(["id", "number", "number_key", "unit_code"])
    .execute();
  const units = await transaction.selectFrom("unit").select("code").execute();
  const calendars = await transaction.selectFrom("calendar").select(["id", "code"]).execute();
  const stores = await transaction
    .selectFrom("store")
    .select(["id", "code_key", "is_default"])
    .orderBy("id")
    .execute();
  const locations = await transaction.selectFrom("location").select(["id", "store_id", "code_key"]).execute();
  const centers = await transaction
    .selectFrom("work_center")
    .select(["id", "store_id", "code_key"])
    .execute();
  const standard =
    stores.find((store) => store.is_default === 1) ?? (stores.length === 1 ? stores[0] : undefined);
  const byPlace = (rows: typeof locations) =>
    new Map(rows.map((row) => [placeKey(row.store_id, row.code_key), row.id]));
  return {
    items: new Map(
      items.map((row) => [row.number_key, { id: row.id, number: row.number, unit: row.unit_code }]),
    ),
    units: new Set(units.map((row) => row.code)),
    calendars: new Map(calendars.map((row) => [codeKey(row.code), row.id])),
    stores: new Map(stores.map((row) => [row.code_key, row.id])),
    defaultStore: standard?.id ?? null,
    locations: byPlace(locations),
    workCenters: byPlace(centers),
  };
}
