/** Holds the rows of a press against what their preview showed. */
import type { PlannedRow } from "../../../shared/planning/plan-orders.ts";
import { problemAt, type Problem } from "../../../shared/row/problem.ts";
import { fingerprint, whatChanged } from "./fingerprint.ts";
import type { Planned } from "./plan-rows.ts";

/**
 * The preview is a contract: a row whose plan is no longer the one that was shown is refused with the difference, and
 * with it the rows that were merged into it. The rows themselves are returned when nothing changed.
 */
export function refuseChanged(
  { rows, projected }: Pick<Planned, "rows" | "projected">,
  fingerprints: readonly { readonly row: number; readonly fingerprint: string }[],
): readonly PlannedRow[] {
  const expected = new Map(fingerprints.map((one) => [one.row, one.fingerprint]));
  const changed = new Map<number, Problem>();
  for (const row of rows) {
    const shown = expected.get(row.row);
    if (shown === undefined || row.outcome !== "ready") continue;
    const params = whatChanged(shown, fingerprint(row.order, projected));
    if (params === null) continue;
    const at = { field: "item", value: row.order.demand.item.number } as const;
    changed.set(row.row, { row: row.row, ...problemAt(at, "plan-changed", { params: { ...params } }) });
  }
  if (changed.size === 0) return rows;
  return rows.map((row) => {
    const problem = changed.get(row.outcome === "merged" ? row.into : row.row);
    if (problem === undefined || row.outcome === "refused") return row;
    return { outcome: "refused", row: row.row, problems: [{ ...problem, row: row.row }] };
  });
}
