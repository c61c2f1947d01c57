/** From codes as planners write them to items. Item numbers win over aliases; codes are text, never numbers (R46). */
import { inPieces } from "../chunks.ts";
import type { Transaction } from "../open-database.ts";

/** By code key: the ids it can mean. Codes that mean nothing are not in it. */
export async function itemIdsByCode(
  transaction: Transaction,
  codes: readonly string[],
): Promise<ReadonlyMap<string, readonly number[]>> {
  const found = new Map<string, readonly number[]>();
  for (const piece of inPieces(codes)) {
    const byNumber = await transaction
      .selectFrom("item")
      .select(["id", "number_key"])
      .where("number_key", "in", piece)
      .execute();
    for (const row of byNumber) found.set(row.number_key, [row.id]);
    const rest = piece.filter((code) => !found.has(code));
    if (rest.length === 0) continue;
    const byAlias = await transaction
      .selectFrom("item_alias")
      .select(["item_id", "alias_key"])
      .where("alias_key", "in", rest)
      .orderBy("item_id")
      .execute();
    for (const row of byAlias) found.set(row.alias_key, [...(found.get(row.alias_key) ?? []), row.item_id]);
  }
  return found;
}

/** For codes of digits only that nobody knows: the one item whose number is the same but for zeros in front. */
export async function itemsWithLostZeros(
  transaction: Transaction,
  unknown: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const digits = new Set(unknown.filter((code) => /^[1-9]\d*$/.test(code)));
  if (digits.size === 0) return new Map();
  const padded = await transaction
    .selectFrom("item")
    .select("number")
    .where("number_key", "like", "0%")
    .orderBy("id")
    .execute();
  const suggestions = new Map<string, string>();
  for (const { number } of padded) {
    const bare = number.replace(/^0+/, "");
    if (digits.has(bare)) suggestions.set(bare, number);
  }
  return suggestions;
}
