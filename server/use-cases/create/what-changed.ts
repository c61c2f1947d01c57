/** What changed between two fingerprints, in words for the planner. */
import { BETWEEN, figures, LISTED, lists } from "./fingerprint.ts";

export interface Difference {
  readonly before: string;
  readonly now: string;
}

/** Empty when nothing did. */
export function whatChanged(before: string, now: string): readonly Difference[] {
  if (before === now) return [];
  const [then, today] = [before.split(BETWEEN), now.split(BETWEEN)];
  if (then.length !== today.length) return [{ before: "a preview of an earlier version", now: "different" }];
  const differences = figures.flatMap((name, at) => {
    const [was, is] = [then[at] ?? "", today[at] ?? ""];
    if (was === is) return [];
    const [left, right] = lists.includes(name) ? [missingIn(was, is), missingIn(is, was)] : [was, is];
    return [{ before: `${name} ${told(left)}`, now: told(right) }];
  });
  return differences.length > 0 ? differences : [UNREADABLE];
}

const UNREADABLE: Difference = { before: "its instructions, times or sub-assemblies", now: "different" };

/** Those of a list that are not in the other one: only what changed is worth telling. */
function missingIn(list: string, other: string): string {
  const others = new Set(other.split(LISTED));
  return list
    .split(LISTED)
    .filter((entry) => !others.has(entry))
    .join(LISTED);
}

function told(figure: string): string {
  return figure === "" ? "none" : figure;
}
