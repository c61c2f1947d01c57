/** Items that are made, by the words people type: number, alias or description, the most telling match first. */
import { sql, type ExpressionBuilder } from "kysely";
import type { FoundItem } from "../../../shared/wire/items.ts";
import type { Transaction } from "../open-database.ts";
import type { Tables } from "../tables.ts";
import { pushTo } from "../facts/push-to.ts";

/** `text` in any case. Each of its words must be found in the number, the description or an alias. */
export async function searchItems(
  transaction: Transaction,
  text: string,
  limit: number,
): Promise<readonly FoundItem[]> {
  const query = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "")
    .reduce((found, word) => found.where((eb) => saysWord(eb, word)), itemsMade(transaction));
  const whole = text.trim().toLowerCase();
  const items = await query
    .orderBy(
      sql`case when item.number_key = ${whole} then 0 when substr(item.number_key, 1, ${whole.length}) = ${whole} then 1 else 2 end`,
    )
    .orderBy("item.number_key")
    .limit(limit)
    .execute();
  const revisions = await revisionsOf(
    transaction,
    items.map(({ id }) => id),
  );
  return items.map(({ id, ...item }) => ({ ...item, revisions: [...(revisions.get(id) ?? [])] }));
}

function itemsMade(transaction: Transaction) {
  return transaction
    .selectFrom("item")
    .select(["item.id", "item.number", "item.description", "item.unit_code as unit"])
    .where("item.make", "=", 1)
    .where("item.active", "=", 1);
}

function saysWord(eb: ExpressionBuilder<Tables, "item">, word: string) {
  const like = `%${word.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  const says = (column: string) => sql<boolean>`${sql.ref(column)} like ${like} escape '\\'`;
  const alias = eb.selectFrom("item_alias").select("item_alias.id");
  return eb.or([
    says("item.number_key"),
    sql<boolean>`lower(item.description) like ${like} escape '\\'`,
    eb.exists(alias.whereRef("item_alias.item_id", "=", "item.id").where(says("item_alias.alias_key"))),
  ]);
}

async function revisionsOf(transaction: Transaction, itemIds: readonly number[]) {
  const found = new Map<number, FoundItem["revisions"][number][]>();
  if (itemIds.length === 0) return found;
  const rows = await transaction
    .selectFrom("bom_revision as revision")
    .innerJoin("bom", "bom.id", "revision.bom_id")
    .where("bom.item_id", "in", itemIds)
    .select(["bom.item_id as itemId", "bom.name as bom", "bom.is_default as isDefault", "revision.revision"])
    .select(["revision.valid_from as validFrom", "revision.valid_to as validTo"])
    .orderBy("bom.is_default", "desc")
    .orderBy("bom.name")
    .orderBy("revision.id")
    .execute();
  for (const { itemId, isDefault, ...row } of rows)
    pushTo(found, itemId, { ...row, isDefault: isDefault === 1 });
  return found;
}
