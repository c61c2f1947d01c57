/** Loads what is known about the rows of one request, in a handful of queries however many rows there are. */
import type { DraftLine } from "../../../shared/row/draft-line.ts";
import { codeKey, type Facts } from "../../../shared/validation/facts.ts";
import { loadCalendars } from "../facts/calendar-facts.ts";
import { loadConversions } from "../facts/conversion-facts.ts";
import { loadItems, type Depth } from "../facts/item-facts.ts";
import { loadOpenLoad } from "../facts/load-facts.ts";
import { linesOfDocuments } from "../facts/known-lines.ts";
import { loadStores } from "../facts/store-facts.ts";
import { loadUnits } from "../facts/unit-facts.ts";
import { loadSupply } from "../facts/supply-facts.ts";
import { itemIdsByCode, itemsWithLostZeros } from "./find-items.ts";
import type { Transaction } from "../open-database.ts";

/** Stock and load are asked for by those who net and schedule: they grow with what is open. */
export interface FactsWanted {
  readonly depth: Depth;
  readonly supply?: boolean;
  readonly load?: boolean;
}

/** Rows, or anything else that names items. */
export type FactsFor = Pick<DraftLine, "item"> & Partial<Pick<DraftLine, "kind" | "document" | "unit">>;

export async function loadFacts(
  transaction: Transaction,
  lines: readonly FactsFor[],
  { depth, supply = false, load = false }: FactsWanted,
): Promise<Facts> {
  const conversions = await loadConversions(transaction);
  const named = lines.flatMap(({ kind, document }) => (kind && document ? [{ kind, document }] : []));
  const documents = await linesOfDocuments(transaction, named, conversions);
  const codes = codesOf(lines, documents);
  const idsByCode = await itemIdsByCode(transaction, codes);
  const unknown = codes.filter((code) => !idsByCode.has(code));
  const calendars = await loadCalendars(transaction);
  const ids = [...new Set([...idsByCode.values()].flat())];
  const items = await loadItems(transaction, { ids, depth, calendars });
  return {
    itemsByCode: new Map(
      [...idsByCode].map(([code, found]) => [code, found.flatMap((id) => items.get(id) ?? [])]),
    ),
    items,
    suggestions: await itemsWithLostZeros(transaction, unknown),
    ...(await loadStores(transaction, calendars)),
    conversions,
    units: lines.some(({ unit = "" }) => unit.trim() !== "") ? await loadUnits(transaction) : new Map(),
    supply: supply
      ? await loadSupply(transaction, { ids: componentsOf(items), items, conversions }, "by-day")
      : new Map(),
    load: load ? await loadOpenLoad(transaction) : [],
    documents,
    pressed: new Map(),
    stockNeeds: new Map(),
  };
}

/** Of the rows, and of the lines that rows without an item are for. */
function codesOf(lines: readonly FactsFor[], documents: Facts["documents"]): readonly string[] {
  const known = [...documents.values()].flatMap((of) => of.map(({ item }) => item));
  const named = [...lines.map(({ item }) => item), ...known].map(codeKey);
  return [...new Set(named)].filter((code) => code !== "");
}

/** Nobody asks for what is only made: how much is wanted of it says its row. */
function componentsOf(items: Facts["items"]): readonly number[] {
  const lines = [...items.values()].flatMap((item) =>
    item.bomRevisions.flatMap((revision) => revision.lines),
  );
  return [...new Set(lines.map((line) => line.componentId))];
}
