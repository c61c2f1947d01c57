/** All stores: there are few. */
import { codeKey, type Facts, type StoreFacts } from "../../../shared/validation/facts.ts";
import type { Transaction } from "../open-database.ts";
import type { Calendars } from "./calendar-facts.ts";

type StoresFacts = Pick<Facts, "storesByCode" | "defaultStore">;

export async function loadStores(transaction: Transaction, calendars: Calendars): Promise<StoresFacts> {
  const rows = await transaction.selectFrom("store").selectAll().orderBy("id").execute();
  const stores = rows.map((row): StoreFacts => ({
    id: row.id,
    code: row.code,
    name: row.name,
    makes: row.makes === 1,
    calendar: calendars.get(row.calendar_id ?? 0) ?? null,
  }));
  const byName = stores.map((store): [string, StoreFacts] => [codeKey(store.name), store]);
  const byCode = stores.map((store): [string, StoreFacts] => [codeKey(store.code), store]);
  const standard = rows.find((row) => row.is_default === 1) ?? (rows.length === 1 ? rows[0] : undefined);
  return {
    storesByCode: new Map([...byName, ...byCode]),
    defaultStore: stores.find((store) => store.id === standard?.id) ?? null,
  };
}
