/** The selection and what it would make: the sum first, then what needs attention, then the orders. */
import type { Intake } from "../../../shared/intake/intake.ts";
import type { Plan } from "../../../shared/wire/plan.ts";
import { ColumnsTaken } from "./columns-taken.tsx";
import { LoadNotice } from "../parts/load-notice.tsx";
import { LeftOut } from "./left-out.tsx";
import { MadeList } from "./made-list.tsx";
import { PlanList } from "./plan-list.tsx";
import { ProblemList } from "../parts/problem-list.tsx";
import { problemsOf, summaryOf } from "./plan-summary.ts";
import { Questions } from "./questions.tsx";
import { WholeOrders } from "./whole-orders.tsx";
import { SkeletonRows } from "../parts/skeleton-rows.tsx";

interface SelectionViewProps {
  readonly intake: Intake;
  /** Null while the service is asked. */
  readonly plan: Plan | null;
  readonly isWaiting?: boolean;
}

export function SelectionView({ intake, plan, isWaiting = false }: SelectionViewProps) {
  const problems = problemsOf(intake, plan);
  const summary = summaryOf(intake, plan);
  const ready = plan?.rows.flatMap((row) => (row.outcome === "ready" ? [row] : [])) ?? [];
  return (
    <>
      <section className="summary" aria-live="polite">
        <h2>{summary.headline}</h2>
        {summary.asides.length > 0 ? <p className="quiet">{summary.asides.join(" · ")}</p> : null}
      </section>
      <WholeOrders intake={intake} />
      <LeftOut />
      <ColumnsTaken intake={intake} />
      <Questions intake={intake} problems={problems} plan={plan} />
      {problems.length > 0 ? <ProblemList intake={intake} problems={problems} /> : null}
      {plan === null && !isWaiting ? <SkeletonRows label="Asking what these rows would make" /> : null}
      {plan === null ? null : <LoadNotice load={plan.load} />}
      {ready.length > 0 ? <PlanList intake={intake} rows={ready} mergedInto={mergedInto(plan)} /> : null}
      {intake.made.length > 0 ? <MadeList made={intake.made} intake={intake} /> : null}
    </>
  );
}

/** By row: the other rows that its order makes too. */
function mergedInto(plan: Plan | null): ReadonlyMap<number, readonly number[]> {
  const merged = new Map<number, number[]>();
  for (const row of plan?.rows ?? []) {
    if (row.outcome !== "merged") continue;
    const others = merged.get(row.into);
    if (others === undefined) merged.set(row.into, [row.row]);
    else others.push(row.row);
  }
  return merged;
}
