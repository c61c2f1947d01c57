/** The sum of a selection in words, and all its problems in row order. Pure. */
import type { Intake } from "../../../shared/intake/intake.ts";
import { toWireProblem, type WireProblem } from "../../../shared/wire/lines.ts";
import type { Plan } from "../../../shared/wire/plan.ts";
import { count, orders, rows } from "../texts.ts";

export interface Summary {
  readonly headline: string;
  readonly asides: readonly string[];
}

/** "12 rows: 10 ready, 2 need attention", and beside it what was left out and why. */
export function summaryOf(intake: Intake, plan: Plan | null): Summary {
  const refused = new Set(
    problemsOf(intake, plan)
      .filter((problem) => problem.severity === "error")
      .map((problem) => problem.row),
  );
  const total = intake.lines.length + new Set(intake.problems.map((problem) => problem.row)).size;
  const { blank, totals, unasked, hidden } = intake.skipped;
  const asides = [
    intake.made.length > 0 ? `${count(intake.made.length, "row has", "rows have")} an MO already` : "",
    hidden > 0 ? `${count(hidden, "hidden row", "hidden rows")} left out` : "",
    totals > 0 ? `${count(totals, "total row", "total rows")} left out` : "",
    unasked > 0 ? `${count(unasked, "row", "rows")} without a quantity left out` : "",
    blank > 0 ? `${count(blank, "blank row", "blank rows")} left out` : "",
  ].filter((aside) => aside !== "");
  if (total === 0)
    return { headline: intake.made.length > 0 ? "Nothing new to make" : "No rows to make", asides };
  const attention = refused.size === 0 ? "" : `, ${count(refused.size, "needs", "need")} attention`;
  const good = plan?.rows.filter((row) => row.outcome !== "refused").length ?? 0;
  const into = plan === null || good === plan.ready ? "" : ` for ${orders(plan.ready)}`;
  const readiness = plan === null ? "" : `: ${good.toLocaleString("en-US")} ready${into}${attention}`;
  return { headline: `${rows(total)}${readiness}`, asides };
}

export function problemsOf(intake: Intake, plan: Plan | null): readonly WireProblem[] {
  const planned =
    plan?.rows.flatMap((row) => (row.outcome === "refused" ? row.problems : row.warnings)) ?? [];
  const all = [...intake.problems.map(toWireProblem), ...planned];
  return all.toSorted((left, right) => severity(left) - severity(right) || left.row - right.row);
}

function severity(problem: WireProblem): number {
  return problem.severity === "error" ? 0 : 1;
}
