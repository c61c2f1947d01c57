/** What somebody decided about an order must exist: a revision of its item, a location of its store. */
import { problemAt, type ProblemDetail } from "../row/problem.ts";
import type { OrderChoices } from "../row/draft-line.ts";
import type { ChosenForOrder } from "./demand-line.ts";
import { codeKey, type ItemFacts, type StoreFacts } from "./facts.ts";

export type CheckedChoices =
  | { readonly ok: true; readonly chosen: ChosenForOrder | null }
  | { readonly ok: false; readonly problems: readonly ProblemDetail[] };

interface Of {
  readonly item: ItemFacts;
  readonly store: StoreFacts;
}

export function checkChoices(choices: OrderChoices | undefined, { item, store }: Of): CheckedChoices {
  if (choices === undefined) return { ok: true, chosen: null };
  const { revision: named = "", location: placed = "", priority = 0 } = choices;
  const revision = item.bomRevisions.find((one) => codeKey(one.revision) === codeKey(named)) ?? null;
  const location = store.locations.find((one) => codeKey(one.code) === codeKey(placed)) ?? null;
  const problems: ProblemDetail[] = [];
  if (revision === null && named.trim() !== "") {
    const params = { revisions: item.bomRevisions.map((one) => one.revision).join(", ") };
    problems.push(problemAt({ field: "revision", value: named }, "revision-unknown", { params }));
  }
  if (location === null && placed.trim() !== "") {
    const params = { store: store.code, locations: store.locations.map(({ code }) => code).join(", ") };
    problems.push(problemAt({ field: "location", value: placed }, "location-unknown", { params }));
  }
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, chosen: { revision, location, priority } };
}
