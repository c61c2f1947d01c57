/** All stores: there are few. */
import {
  codeKey,
  type Facts,
  type LocationFacts,
  type StoreFacts,
} from "../../../shared/validation/facts.ts";
import type { Transaction } from "../open-database.ts";
import type { Calendars } from "./calendar-facts.ts";
import { pushTo } from "./push-to.ts";

type StoresFacts = Pick<Facts, "storesByCode" | "defaultStore">;

export async function loadStores(transaction: Transaction, calendars: Calendars): Promise<StoresFacts> {
  const rows = await transaction.selectFrom("store").selectAll().orderBy("id").execute();
  const locations = new Map<number, LocationFacts[]>();
  for (const { id, code, store_id } of await locationRows(transaction))
    pushTo(locations, store_id, { id, code });
  const stores = rows.map((row): StoreFacts => ({
    id: row.id,
    code: row.code,
    name: row.name,
    makes: row.makes === 1,
    calendar: calendars.get(row.calendar_id ?? 0) ?? null,
    locations: locations.get(row.id) ?? [],
  }));
  const byName = stores.map((store): [string, StoreFacts] => [codeKey(store.name), store]);
  const byCode = stores.map((store): [string, StoreFacts] => [codeKey(store.code), store]);
  const standard = rows.find((row) => row.is_default === 1) ?? (rows.length === 1 ? rows[0] : undefined);
  return {
    storesByCode: new Map([...byName, ...byCode]),
    defaultStore: stores.find((store) => store.id === standard?.id) ?? null,
  };
}

function locationRows(transaction: Transaction) {
  return transaction.selectFrom("location").select(["id", "code", "store_id"]).orderBy("code").execute();
}
