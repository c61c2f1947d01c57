/** Items by their numbers, aliases and descriptions. */
import { foundItemsSchema, type FoundItem } from "../../../shared/wire/items.ts";
import { queryText, type Asked, type Http } from "./http.ts";

export interface ItemClient {
  find(text: string): Promise<Asked<{ readonly items: FoundItem[] }>>;
}

export function createItemClient({ get }: Http): ItemClient {
  return {
    find: (text) => get(`/items?${queryText({ search: text })}`, foundItemsSchema),
  };
}
