/** An item and a store by the codes somebody wrote: who asks about one item in one store is told which of them is not there. */
import { codeKey } from "../../../shared/validation/facts.ts";
import type { Transaction } from "../open-database.ts";
import { itemIdsByCode } from "./find-items.ts";
import { isStore } from "./find-store.ts";

export interface ItemInStore {
  readonly item: string;
  readonly store: string;
}

export type ItemInStoreRefusal = "item-unknown" | "item-ambiguous" | "store-unknown";

/** The item's id. */
export async function findItemInStore(
  transaction: Transaction,
  { item, store }: ItemInStore,
): Promise<number | ItemInStoreRefusal> {
  const code = codeKey(item);
  const [found, another] = (await itemIdsByCode(transaction, [code])).get(code) ?? [];
  if (found === undefined) return "item-unknown";
  if (another !== undefined) return "item-ambiguous";
  return (await isStore(transaction, store)) ? found : "store-unknown";
}
