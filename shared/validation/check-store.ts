/** Finds the store an MO is made in; a row that names none takes the default store. */
import { codeKey, type Facts, type StoreFacts } from "./facts.ts";
import { problemAt, type ProblemCode, type ProblemDetail } from "../row/problem.ts";

export type CheckedStore =
  { readonly ok: true; readonly store: StoreFacts } | { readonly ok: false; readonly problem: ProblemDetail };

export function checkStore(text: string, facts: Facts): CheckedStore {
  const value = text.trim();
  const refused = (code: ProblemCode, params = {}): CheckedStore => ({
    ok: false,
    problem: problemAt({ field: "store", value }, code, { params }),
  });
  const store = value === "" ? facts.defaultStore : (facts.storesByCode.get(codeKey(value)) ?? null);
  if (store === null)
    return value === ""
      ? refused("store-missing")
      : refused("store-unknown", { stores: storesThatMake(facts) });
  if (!store.makes) return refused("store-not-making", { store: store.code });
  return { ok: true, store };
}

const MOST_NAMED = 10;

function storesThatMake({ storesByCode }: Facts): string {
  const codes = [...new Set(storesByCode.values())].flatMap(({ code, makes }) => (makes ? [code] : []));
  return [...codes.toSorted().slice(0, MOST_NAMED), ...(codes.length > MOST_NAMED ? ["…"] : [])].join(", ");
}
