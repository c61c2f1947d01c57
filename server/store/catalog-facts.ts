/** Loads what the catalog knows about the rows of one request, in a handful of queries however many rows there are. */
import { knownDate, type CalendarDate } from "../../shared/quantity/calendar-date.ts";
import { decimal } from "../../shared/quantity/decimal.ts";
import type { DraftLine } from "../../shared/row/draft-line.ts";
import {
  codeKey,
  type BomLineFacts,
  type BomRevisionFacts,
  type Facts,
  type ItemFacts,
  type OperationFacts,
  type StoreFacts,
} from "../../shared/validation/facts.ts";
import { inPieces } from "./chunks.ts";
import { itemIdsByCode, itemsWithLostZeros } from "./find-items.ts";
import type { Transaction } from "./open-database.ts";

export async function loadFacts(transaction: Transaction, lines: readonly DraftLine[]): Promise<Facts> {
  const codes = [...new Set(lines.map((line) => codeKey(line.item)))].filter((code) => code !== "");
  const idsByCode = await itemIdsByCode(transaction, codes);
  const unknown = codes.filter((code) => !idsByCode.has(code));
  const items = await loadItems(transaction, [...new Set([...idsByCode.values()].flat())]);
  const stores = await loadStores(transaction);
  return {
    itemsByCode: new Map(
      [...idsByCode].map(([code, ids]) => [code, ids.flatMap((id) => items.get(id) ?? [])]),
    ),
    items,
    suggestions: await itemsWithLostZeros(transaction, unknown),
    ...stores,
  };
}

type StoresFacts = Pick<Facts, "storesByCode" | "defaultStore">;

async function loadStores(transaction: Transaction): Promise<StoresFacts> {
  const rows = await transaction.selectFrom("store").selectAll().orderBy("id").execute();
  const stores = rows.map((row) => ({ id: row.id, code: row.code, name: row.name, makes: row.makes === 1 }));
  const byName = stores.map((store): [string, StoreFacts] => [codeKey(store.name), store]);
  const byCode = stores.map((store): [string, StoreFacts] => [codeKey(store.code), store]);
  const standard = rows.find((row) => row.is_default === 1) ?? (rows.length === 1 ? rows[0] : undefined);
  return {
    storesByCode: new Map([...byName, ...byCode]),
    defaultStore: stores.find((store) => store.id === standard?.id) ?? null,
  };
}

/** The items asked for with their BOMs, their components, and on through phantoms until nothing new turns up. */
async function loadItems(
  transaction: Transaction,
  asked: readonly number[],
): Promise<ReadonlyMap<number, ItemFacts>> {
  const items = new Map<number, ItemFacts>();
  let wanted = asked;
  while (wanted.length > 0) {
    const loaded = await loadItemsWithBoms(transaction, wanted);
    for (const item of loaded) items.set(item.id, item);
    wanted = phantomsOf(loaded).filter((id) => !items.has(id));
  }
  const components = [...items.values()].flatMap((item) => componentsOf(item)).filter((id) => !items.has(id));
  for (const item of await loadPlainItems(transaction, [...new Set(components)])) items.set(item.id, item);
  return items;
}

function phantomsOf(items: readonly ItemFacts[]): readonly number[] {
  const lines = items.flatMap((item) => item.bomRevisions).flatMap((revision) => revision.lines);
  return [...new Set(lines.filter((line) => line.isPhantom).map((line) => line.componentId))];
}

function componentsOf(item: ItemFacts): readonly number[] {
  return item.bomRevisions.flatMap((revision) => revision.lines.map((line) => line.componentId));
}

async function loadItemsWithBoms(
  transaction: Transaction,
  ids: readonly number[],
): Promise<readonly ItemFacts[]> {
  const plain = await loadPlainItems(transaction, ids);
  const revisions = await loadRevisions(transaction, ids);
  return plain.map((item) => ({ ...item, bomRevisions: revisions.get(item.id) ?? [] }));
}

async function loadPlainItems(
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

async function loadRevisions(
  transaction: Transaction,
  itemIds: readonly number[],
): Promise<ReadonlyMap<number, readonly BomRevisionFacts[]>> {
  const byItem = new Map<number, BomRevisionFacts[]>();
  for (const piece of inPieces(itemIds)) {
    const rows = await transaction
      .selectFrom("bom_revision")
      .innerJoin("bom", "bom.id", "bom_revision.bom_id")
      .where("bom.item_id", "in", piece)
      .select(["bom_revision.id", "bom.item_id", "bom.name", "bom.is_default", "bom_revision.revision"])
      .select(["bom_revision.valid_from", "bom_revision.valid_to", "bom_revision.output_quantity"])
      .orderBy("bom_revision.id")
      .execute();
    const ids = rows.map((row) => row.id);
    const lines = await loadLines(transaction, ids);
    const operations = await loadOperations(transaction, ids);
    for (const row of rows) {
      pushTo(byItem, row.item_id, {
        id: row.id,
        bom: row.name,
        revision: row.revision,
        isDefault: row.is_default === 1,
        validFrom: dateOrNull(row.valid_from),
        validTo: dateOrNull(row.valid_to),
        outputQuantity: decimal(row.output_quantity),
        lines: lines.get(row.id) ?? [],
        operations: operations.get(row.id) ?? [],
      });
    }
  }
  return byItem;
}

async function loadLines(
  transaction: Transaction,
  revisionIds: readonly number[],
): Promise<ReadonlyMap<number, BomLineFacts[]>> {
  const byRevision = new Map<number, BomLineFacts[]>();
  for (const piece of inPieces(revisionIds)) {
    const rows = await transaction
      .selectFrom("bom_line")
      .innerJoin("unit", "unit.code", "bom_line.unit_code")
      .where("bom_revision_id", "in", piece)
      .selectAll("bom_line")
      .select("unit.decimals")
      .orderBy("bom_revision_id")
      .orderBy("position")
      .execute();
    for (const row of rows) {
      pushTo(byRevision, row.bom_revision_id, {
        id: row.id,
        position: row.position,
        componentId: row.component_item_id,
        quantity: decimal(row.quantity),
        unit: { code: row.unit_code, decimals: row.decimals },
        isFixed: row.is_fixed === 1,
        scrapPercent: decimal(row.scrap_percent),
        isPhantom: row.is_phantom === 1,
        validFrom: dateOrNull(row.valid_from),
        validTo: dateOrNull(row.valid_to),
        instruction: row.instruction,
      });
    }
  }
  return byRevision;
}

async function loadOperations(
  transaction: Transaction,
  revisionIds: readonly number[],
): Promise<ReadonlyMap<number, OperationFacts[]>> {
  const byRevision = new Map<number, OperationFacts[]>();
  for (const piece of inPieces(revisionIds)) {
    const rows = await transaction
      .selectFrom("routing_operation")
      .innerJoin("work_center", "work_center.id", "routing_operation.work_center_id")
      .where("bom_revision_id", "in", piece)
      .selectAll("routing_operation")
      .select("work_center.code")
      .orderBy("position")
      .execute();
    for (const row of rows) {
      pushTo(byRevision, row.bom_revision_id, {
        position: row.position,
        workCenterId: row.work_center_id,
        workCenter: row.code,
        resource: row.resource,
        setupMinutes: decimal(row.setup_minutes),
        runMinutes: decimal(row.run_minutes),
        instruction: row.instruction,
      });
    }
  }
  return byRevision;
}

function pushTo<Entry>(lists: Map<number, Entry[]>, key: number, entry: Entry): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [entry]);
  else list.push(entry);
}

function dateOrNull(text: string | null): CalendarDate | null {
  return text === null ? null : knownDate(text);
}
