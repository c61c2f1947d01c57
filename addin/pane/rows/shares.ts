/** Which rows an MO is for when rows were merged, and how much of it each of them is (R12). Pure. */
import type { Intake } from "../../../shared/intake/intake.ts";
import type { Plan } from "../../../shared/wire/plan.ts";

export interface Share {
  readonly row: number;
  /** As its row says. */
  readonly quantity: string;
  readonly needDate: string;
}

/** By the row whose MO it is; rows that have one of their own are not in it. */
export function sharesByRow({ lines }: Intake, plan: Plan | null): ReadonlyMap<number, readonly Share[]> {
  const merged = (plan?.rows ?? []).flatMap((row) => (row.outcome === "merged" ? [row] : []));
  if (merged.length === 0) return new Map();
  const lineOf = new Map(lines.map((line) => [line.row, line]));
  const shareOf = (row: number): Share => {
    const { quantity = "", needDate = "" } = lineOf.get(row) ?? {};
    return { row, quantity: quantity.trim(), needDate: needDate.trim() };
  };
  const shares = new Map<number, Share[]>();
  for (const { into, row } of merged) {
    const before = shares.get(into);
    if (before === undefined) shares.set(into, [shareOf(into), shareOf(row)]);
    else before.push(shareOf(row));
  }
  return shares;
}
