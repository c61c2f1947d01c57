/** Rows for one order, when the planner says so: each keeps its share and is named in the preview (R11, R12, R13). */
import { add, roundUp, subtract, sum } from "../quantity/decimal.ts";
import { LONGEST_TEXT } from "../validation/check-lines.ts";
import { askedFor, type DemandLine } from "../validation/demand-line.ts";
import { earliestNeed } from "./earliest-need.ts";

export const mergeRules = ["none", "item-store", "item-store-date"] as const;
export type MergeRule = (typeof mergeRules)[number];

/** By row: the row whose order it goes into; rows that are not in it stand for themselves. */
export interface Merged {
  readonly demands: readonly DemandLine[];
  readonly into: ReadonlyMap<number, number>;
}

export function mergeDemand(demands: readonly DemandLine[], rule: MergeRule): Merged {
  if (rule === "none") return { demands, into: new Map() };
  const groups = new Map<string, DemandLine[]>();
  for (const demand of demands) {
    const key = mergeKey(demand, rule);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [demand]);
    else group.push(demand);
  }
  const into = new Map<number, number>();
  for (const [first, ...others] of groups.values())
    if (first !== undefined) for (const other of others) into.set(other.row, first.row);
  return { demands: [...groups.values()].map(mergedInto), into };
}

/** Orders somebody decided different things about stay apart. */
function mergeKey({ item, store, needDate, chosen }: DemandLine, rule: MergeRule): string {
  const { bom, revision, location, priority = 0 } = chosen ?? {};
  const decided = [bom ?? null, revision?.id, location?.id, priority];
  const what = [item.id, store.id, ...decided];
  return JSON.stringify(rule === "item-store" ? what : [...what, needDate]);
}

/** Rounded once, all of them together; what that adds is the last row's. */
function mergedInto(rows: readonly DemandLine[]): DemandLine {
  const [first] = rows;
  if (first === undefined) throw new Error("A group has at least one row");
  if (rows.length === 1) return first;
  const asked = sum(rows.map(askedFor));
  const quantity = roundUp(asked, first.item.unit.decimals);
  const added = subtract(quantity, asked);
  const last = rows.length - 1;
  const shares = rows.map((row, at) => {
    const exact = askedFor(row);
    return { ...row, exact, quantity: at === last ? add(exact, added) : exact };
  });
  return {
    ...first,
    quantity,
    exact: asked,
    needDate: earliestNeed(rows.map(({ needDate }) => needDate)),
    notes: notesOf(rows),
    merged: shares,
  };
}

/** What any of them says is the order's memo, as long as that of one row may be. */
function notesOf(rows: readonly DemandLine[]): string {
  const said = [...new Set(rows.map(({ notes }) => notes))].filter((notes) => notes !== "").join(" · ");
  return said.length <= LONGEST_TEXT.notes ? said : `${said.slice(0, LONGEST_TEXT.notes - 1)}…`;
}
