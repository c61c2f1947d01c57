/** What rows may call units: there are few of them. */
import { codeKey, type Facts } from "../../../shared/validation/facts.ts";
import type { Transaction } from "../open-database.ts";

/** Codes win over descriptions; a description that several units have says none of them. */
export async function loadUnits(transaction: Transaction): Promise<Facts["units"]> {
  const rows = await transaction.selectFrom("unit").select(["code", "description"]).orderBy("code").execute();
  const named = new Map<string, string | null>();
  for (const { code, description } of rows) {
    const key = codeKey(description);
    named.set(key, named.has(key) ? null : code);
  }
  const known = [...named].flatMap(([key, code]): [string, string][] => (code === null ? [] : [[key, code]]));
  return new Map([...known, ...rows.map(({ code }): [string, string] => [codeKey(code), code])]);
}
