/** Finds the one item a row means, and whether it may be made. Codes are text, never numbers (R46, R47). */
import { codeKey, type Facts, type ItemFacts } from "./facts.ts";
import { problemAt, type ProblemCode, type ProblemDetail } from "../row/problem.ts";

export type CheckedItem =
  { readonly ok: true; readonly item: ItemFacts } | { readonly ok: false; readonly problem: ProblemDetail };

/** A long code that a spreadsheet turned into a number: 5.01235E+12. Its digits are gone (R47). */
const SCIENTIFIC = /^\d(\.\d+)?E\+\d+$/i;

export function checkItem(text: string, facts: Facts): CheckedItem {
  const value = text.trim();
  const refused = (code: ProblemCode, params = {}): CheckedItem => ({
    ok: false,
    problem: problemAt({ field: "item", value }, code, { params }),
  });
  if (value === "") return refused("item-missing");
  const matches = facts.itemsByCode.get(codeKey(value)) ?? [];
  const [item, another] = matches;
  if (item === undefined) return refused(...unknownItem(value, facts));
  if (another !== undefined)
    return refused("item-ambiguous", { items: matches.map((m) => m.number).join(", ") });
  if (!item.active) return refused("item-inactive", { item: item.number });
  if (!item.make) return refused("item-not-made", { item: item.number });
  if (item.bomRevisions.length === 0) return refused("bom-missing", { item: item.number });
  return { ok: true, item };
}

function unknownItem(value: string, facts: Facts): [ProblemCode, Record<string, string>] {
  if (SCIENTIFIC.test(value)) return ["item-code-damaged", {}];
  const suggestion = facts.suggestions.get(codeKey(value));
  return ["item-unknown", suggestion === undefined ? {} : { suggestion }];
}
