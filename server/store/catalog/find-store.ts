/** Stores by their code, in any case. */
import { codeKey } from "../../../shared/validation/facts.ts";
import type { Transaction } from "../open-database.ts";

export async function isStore(transaction: Transaction, code: string): Promise<boolean> {
  const found = await transaction
    .selectFrom("store")
    .select("id")
    .where("code_key", "=", codeKey(code))
    .executeTakeFirst();
  return found !== undefined;
}
