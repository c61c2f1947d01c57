/** What is said about an item or a store that is not there. */
import type { ItemInStore, ItemInStoreRefusal } from "../store/catalog/find-item-in-store.ts";
import { problemDocument, RefusedRequest } from "./problem-response.ts";

export function itemInStoreRefused(
  why: ItemInStoreRefusal | "item-inactive",
  { item, store }: ItemInStore,
): RefusedRequest {
  switch (why) {
    case "item-unknown":
      return new RefusedRequest(problemDocument("item-unknown", `There is no item "${item}".`));
    case "item-inactive":
      return new RefusedRequest(problemDocument("item-unknown", `Item "${item}" is no longer in use.`));
    case "item-ambiguous": {
      const detail = `"${item}" stands for several items: send the number of one.`;
      return new RefusedRequest(problemDocument("request-invalid", detail));
    }
    case "store-unknown":
      return new RefusedRequest(problemDocument("not-found", `There is no store "${store}".`));
  }
}
