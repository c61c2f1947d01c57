/** What changed between two fingerprints, in words for the planner. */
import { BETWEEN, figures, LISTED } from "./fingerprint.ts";

export interface Difference {
  readonly before: string;
  readonly now: string;
}

/** Null when nothing did. */
export function whatChanged(before: string, now: string): Difference | null {
  if (before === now) return null;
  const [then, today] = [before.split(BETWEEN), now.split(BETWEEN)];
  if (then.length !== today.length) return { before: "a preview of an earlier version", now: "different" };
  const at = figures.findIndex((_, index) => then[index] !== today[index]);
  const name = figures[at];
  if (name === undefined) return { before: "its instructions, times or sub-assemblies", now: "different" };
  const [was, is] = [then[at] ?? "", today[at] ?? ""];
  const isList = name === "materials" || name === "steps";
  return isList
    ? { before: `${name} ${told(missingIn(was, is))}`, now: told(missingIn(is, was)) }
    : { before: `${name} ${told(was)}`, now: told(is) };
}

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
