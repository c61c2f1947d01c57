/** What somebody decided about an order must exist: a revision of its item, a location of its store. */
import { problemAt, type ProblemCode, type ProblemDetail } from "../row/problem.ts";
import type { OrderChoices } from "../row/draft-line.ts";
import type { ChosenForOrder } from "./demand-line.ts";
import { codeKey, type BomRevisionFacts, type ItemFacts, type StoreFacts } from "./facts.ts";

export type CheckedChoices =
  | { readonly ok: true; readonly chosen: ChosenForOrder | null }
  | { readonly ok: false; readonly problems: readonly ProblemDetail[] };

interface Of {
  readonly item: ItemFacts;
  readonly store: StoreFacts;
}

export function checkChoices(choices: OrderChoices | undefined, { item, store }: Of): CheckedChoices {
  if (choices === undefined) return { ok: true, chosen: null };
  const { location: placed = "", priority = 0 } = choices;
  const recipe = checkRecipe(choices, item);
  const location = store.locations.find((one) => codeKey(one.code) === codeKey(placed)) ?? null;
  const problems: ProblemDetail[] = recipe.ok ? [] : [recipe.problem];
  if (location === null && placed.trim() !== "") {
    const params = { store: store.code, locations: store.locations.map(({ code }) => code).join(", ") };
    problems.push(problemAt({ field: "location", value: placed }, "location-unknown", { params }));
  }
  if (!recipe.ok || problems.length > 0) return { ok: false, problems };
  return { ok: true, chosen: { ...recipe.recipe, location, priority } };
}

type CheckedRecipe =
  | { readonly ok: true; readonly recipe: Pick<ChosenForOrder, "bom" | "revision"> }
  | { readonly ok: false; readonly problem: ProblemDetail };

/** A revision's number alone may be that of several bills of materials: then it says nothing (R2). */
function checkRecipe({ bom = "", revision = "" }: OrderChoices, item: ItemFacts): CheckedRecipe {
  const isSame = (one: string, other: string): boolean => codeKey(one) === codeKey(other);
  const all = item.bomRevisions;
  const ofBom = bom.trim() === "" ? all : all.filter((one) => isSame(one.bom, bom));
  const [any] = ofBom;
  if (any === undefined) {
    const params = { item: item.number, boms: [...new Set(all.map((one) => one.bom))].join(", ") };
    return { ok: false, problem: problemAt({ field: "bom", value: bom }, "bom-unknown", { params }) };
  }
  if (revision.trim() === "")
    return { ok: true, recipe: { bom: bom.trim() === "" ? null : any.bom, revision: null } };
  const named = ofBom.filter((one) => isSame(one.revision, revision));
  const [found, another] = named;
  const at = { field: "revision", value: revision } as const;
  const refused = (code: ProblemCode, choices: readonly BomRevisionFacts[]): CheckedRecipe => {
    const params = { revisions: choices.map(revisionName).join(", ") };
    return { ok: false, problem: problemAt(at, code, { params }) };
  };
  if (found === undefined) return refused("revision-unknown", ofBom);
  if (another !== undefined) return refused("revision-ambiguous", named);
  return { ok: true, recipe: { bom: found.bom, revision: found } };
}

/** As lists offer it: several bills of materials may have a revision 1. */
export function revisionName({ bom, revision }: Pick<BomRevisionFacts, "bom" | "revision">): string {
  return `${bom} · ${revision}`;
}
