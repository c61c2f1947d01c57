/** Loads what is known about the rows of one request, in a handful of queries however many rows there are. */
import type { DraftLine } from "../../shared/row/draft-line.ts";
import { codeKey, type Facts } from "../../shared/validation/facts.ts";
import { loadCalendars } from "./facts/calendar-facts.ts";
import { loadConversions } from "./facts/conversion-facts.ts";
import { loadItems, type Depth } from "./facts/item-facts.ts";
import { loadOpenLoad } from "./facts/load-facts.ts";
import { loadStores } from "./facts/store-facts.ts";
import { loadSupply } from "./facts/supply-facts.ts";
import { itemIdsByCode, itemsWithLostZeros } from "./find-items.ts";
import type { Transaction } from "./open-database.ts";

export async function loadFacts(
  transaction: Transaction,
  lines: readonly Pick<DraftLine, "item">[],
  depth: Depth = "one-level",
): Promise<Facts> {
  const codes = [...new Set(lines.map((line) => codeKey(line.item)))].filter((code) => code !== "");
  const idsByCode = await itemIdsByCode(transaction, codes);
  const unknown = codes.filter((code) => !idsByCode.has(code));
  const calendars = await loadCalendars(transaction);
  const ids = [...new Set([...idsByCode.values()].flat())];
  const items = await loadItems(transaction, { ids, depth, calendars });
  const conversions = await loadConversions(transaction);
  return {
    itemsByCode: new Map(
      [...idsByCode].map(([code, found]) => [code, found.flatMap((id) => items.get(id) ?? [])]),
    ),
    items,
    suggestions: await itemsWithLostZeros(transaction, unknown),
    ...(await loadStores(transaction, calendars)),
    conversions,
    supply: await loadSupply(transaction, { items, conversions }),
    load: await loadOpenLoad(transaction),
  };
}
