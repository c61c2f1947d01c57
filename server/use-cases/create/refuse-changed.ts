/** Holds the rows of a press against what their preview showed. */
import type { PlannedRow } from "../../../shared/planning/plan-orders.ts";
import type { PlannedOrder } from "../../../shared/planning/planned-order.ts";
import { mapInSteps, type Steps } from "../../../shared/planning/steps.ts";
import { decimalText } from "../../../shared/quantity/decimal.ts";
import { problemAt, type Problem } from "../../../shared/row/problem.ts";
import { fingerprint, type ShownBy } from "./fingerprint.ts";
import type { Planned } from "./plan-rows.ts";
import { whatChanged, type Difference } from "./what-changed.ts";

/**
 * The preview is a contract: a row whose plan is no longer the one that was shown is refused with the difference, and
 * with it the rows that were merged into it. The rows themselves are returned when nothing changed, or when no preview
 * was shown at all.
 */
export function* refuseChanged(
  { rows, shownBy }: Pick<Planned, "rows" | "shownBy">,
  fingerprints: readonly { readonly row: number; readonly fingerprint: string }[],
): Steps<readonly PlannedRow[]> {
  if (fingerprints.length === 0) return rows;
  const expected = new Map(fingerprints.map((one) => [one.row, one.fingerprint]));
  const changed = new Map<number, Problem>();
  yield* mapInSteps(rows, (row) => {
    if (row.outcome !== "ready") return;
    const differences = differencesOf(row.order, expected.get(row.row), shownBy);
    if (differences.length === 0) return;
    const at = { field: "item", value: row.order.demand.item.number } as const;
    const params = changesTold(differences);
    changed.set(row.row, { row: row.row, ...problemAt(at, "plan-changed", { params }) });
  });
  if (changed.size === 0) return rows;
  return rows.map((row) => {
    const problem = changed.get(row.outcome === "merged" ? row.into : row.row);
    if (problem === undefined || row.outcome === "refused") return row;
    return { outcome: "refused", row: row.row, problems: [{ ...problem, row: row.row }] };
  });
}

const MOST_TOLD = 4;

/** "before" and "now", "before2" and "now2" and so on, and how many more there are. */
function changesTold(differences: readonly Difference[]): Readonly<Record<string, string>> {
  const params: Record<string, string> = {};
  for (const [index, { before, now }] of differences.slice(0, MOST_TOLD).entries()) {
    const at = index === 0 ? "" : String(index + 1);
    params[`before${at}`] = before;
    params[`now${at}`] = now;
  }
  const more = differences.length - MOST_TOLD;
  return more > 0 ? { ...params, more: String(more) } : params;
}

function differencesOf(
  order: PlannedOrder,
  shown: string | undefined,
  shownBy: ShownBy,
): readonly Difference[] {
  if (shown !== undefined) return whatChanged(shown, fingerprint(order, shownBy));
  // The row it was merged into was refused meanwhile, or it was refused itself: nobody has seen this order.
  const { quantity, item } = order.demand;
  return [{ before: "no order of its own", now: `one of ${decimalText(quantity)} ${item.unit.code}` }];
}
