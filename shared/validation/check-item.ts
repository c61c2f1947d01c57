/** Finds the one item a row means, and whether it may be made. Codes are text, never numbers (R46, R47). */
import type { DemandKind } from "../row/draft-line.ts";
import { codeKey, type Facts, type ItemFacts } from "./facts.ts";
import { problemAt, type ProblemCode, type ProblemDetail } from "../row/problem.ts";

export type CheckedItem =
  { readonly ok: true; readonly item: ItemFacts } | { readonly ok: false; readonly problem: ProblemDetail };

/** A long code that a spreadsheet turned into a number: 5.01235E+12. Its digits are gone (R47). */
const SCIENTIFIC = /^\d(\.\d+)?E\+\d+$/i;

/** `kind`: what the row is of; a bought item of a purchase order is no mistake. */
export function checkItem(text: string, facts: Facts, kind: DemandKind): CheckedItem {
  const named = checkItemInUse(text, facts);
  if (!named.ok) return named;
  const { item } = named;
  if (!item.make) return refused(text, "item-not-made", { item: item.number, kind });
  if (item.bomRevisions.length === 0) return refused(text, "bom-missing", { item: item.number });
  return { ok: true, item };
}

/** Made or bought: what an order may take as a material. */
export function checkItemInUse(text: string, facts: Facts): CheckedItem {
  const value = text.trim();
  if (value === "") return refused(value, "item-missing");
  const matches = facts.itemsByCode.get(codeKey(value)) ?? [];
  const [item, another] = matches;
  if (item === undefined) return refused(value, ...unknownItem(value, facts));
  if (another !== undefined)
    return refused(value, "item-ambiguous", { items: matches.map((m) => m.number).join(", ") });
  return item.active ? { ok: true, item } : refused(value, "item-inactive", { item: item.number });
}

function refused(
  text: string,
  code: ProblemCode,
  params: Readonly<Record<string, string>> = {},
): CheckedItem {
  return { ok: false, problem: problemAt({ field: "item", value: text.trim() }, code, { params }) };
}

function unknownItem(value: string, facts: Facts): [ProblemCode, Record<string, string>] {
  if (SCIENTIFIC.test(value)) return ["item-code-damaged", {}];
  const suggestion = facts.suggestions.get(codeKey(value));
  return ["item-unknown", suggestion === undefined ? {} : { suggestion }];
}
