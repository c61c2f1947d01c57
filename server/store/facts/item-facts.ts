/** Items, with as much of their BOMs as a plan needs. */
import type { ItemFacts } from "../../../shared/validation/facts.ts";
import { inPieces } from "../chunks.ts";
import type { Transaction } from "../open-database.ts";
import { loadRevisions } from "./bom-facts.ts";
import type { Calendars } from "./calendar-facts.ts";

/** `one-level`: down through phantoms. `all-levels`: down through everything that is made. */
export type Depth = "one-level" | "all-levels";

export interface ItemsWanted {
  readonly ids: readonly number[];
  readonly depth: Depth;
  readonly calendars: Calendars;
}

/** The items asked for with their BOMs, and their components, by id. */
export async function loadItems(
  transaction: Transaction,
  { ids, depth, calendars }: ItemsWanted,
): Promise<ReadonlyMap<number, ItemFacts>> {
  const items = new Map<number, ItemFacts>();
  let wanted = ids;
  while (wanted.length > 0) {
    const plain = await loadPlainItems(transaction, wanted);
    const revisions = await loadRevisions(transaction, wanted, calendars);
    const loaded = plain.map((item) => ({ ...item, bomRevisions: revisions.get(item.id) ?? [] }));
    for (const item of loaded) items.set(item.id, item);
    const below = depth === "all-levels" ? loaded.flatMap(componentsOf) : loaded.flatMap(phantomsOf);
    wanted = [...new Set(below)].filter((id) => !items.has(id));
  }
  const components = [...items.values()].flatMap(componentsOf).filter((id) => !items.has(id));
  for (const item of await loadPlainItems(transaction, [...new Set(components)])) items.set(item.id, item);
  return items;
}

function phantomsOf(item: ItemFacts): readonly number[] {
  const lines = item.bomRevisions.flatMap((revision) => revision.lines);
  return lines.filter((line) => line.isPhantom).map((line) => line.componentId);
}

function componentsOf(item: ItemFacts): readonly number[] {
  return item.bomRevisions.flatMap((revision) => revision.lines.map((line) => line.componentId));
}

/** Without their BOMs. */
export async function loadPlainItems(
  transaction: Transaction,
  ids: readonly number[],
): Promise<readonly ItemFacts[]> {
  const found: ItemFacts[] = [];
  for (const piece of inPieces(ids)) {
    const rows = await transaction
      .selectFrom("item")
      .innerJoin("unit", "unit.code", "item.unit_code")
      .where("item.id", "in", piece)
      .selectAll("item")
      .select("unit.decimals")
      .execute();
    for (const row of rows) {
      const unit = { code: row.unit_code, decimals: row.decimals };
      const flags = { make: row.make === 1, active: row.active === 1, leadTimeDays: row.lead_time_days };
      found.push({
        id: row.id,
        number: row.number,
        description: row.description,
        unit,
        ...flags,
        bomRevisions: [],
      });
    }
  }
  return found;
}
