/** Problems that many rows have alike, told as one with its rows inside; the others each by itself. Pure. */
import type { WireProblem } from "../../../shared/wire/lines.ts";

export type ProblemEntry =
  | { readonly kind: "one"; readonly problem: WireProblem }
  | { readonly kind: "many"; readonly first: WireProblem; readonly problems: readonly WireProblem[] };

/** So many cards alike are still read one by one. */
const FEW = 3;

/** In the order in which each is met first. */
export function groupProblems(problems: readonly WireProblem[]): readonly ProblemEntry[] {
  const groups = new Map<string, WireProblem[]>();
  for (const problem of problems) {
    const key = keyOf(problem);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [problem]);
    else group.push(problem);
  }
  return [...groups.values()].flatMap((group): readonly ProblemEntry[] => {
    const [first] = group;
    if (first === undefined) return [];
    return group.length > FEW
      ? [{ kind: "many", first, problems: group }]
      : group.map((problem) => ({ kind: "one", problem }));
  });
}

function keyOf({ code, field, severity }: WireProblem): string {
  return `${severity} ${field} ${code}`;
}
