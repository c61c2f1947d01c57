/** The selection and what it would make: the sum first, then what needs attention, then the MOs. */
import type { Intake } from "../../../shared/intake/intake.ts";
import type { Plan } from "../../../shared/wire/plan.ts";
import { ColumnsTaken } from "./columns-taken.tsx";
import { LoadNotice } from "../parts/load-notice.tsx";
import { LeftOut } from "./left-out.tsx";
import { MadeList } from "./made-list.tsx";
import { PlanList } from "./plan-list.tsx";
import { ProblemList } from "../parts/problem-list.tsx";
import { usePlanner } from "./planner-context.ts";
import { problemsOf, summaryOf } from "./plan-summary.ts";
import { Questions } from "./questions.tsx";
import { sharesByRow } from "./shares.ts";
import { SelectWhole, useIsWhole, WayName } from "./ways.tsx";
import { SkeletonRows } from "../parts/skeleton-rows.tsx";

/** Where the keyboard goes when there is nothing to press. */
export const SUMMARY_ID = "summary";

interface SelectionViewProps {
  readonly intake: Intake;
  /** Null while the service is asked. */
  readonly plan: Plan | null;
  readonly isWaiting?: boolean;
}

export function SelectionView({ intake, plan, isWaiting = false }: SelectionViewProps) {
  const problems = problemsOf(intake, plan);
  const summary = summaryOf(intake, plan);
  const isWhole = useIsWhole(intake);
  const hasNew = intake.lines.length > 0 || intake.problems.length > 0;
  const ready = plan?.rows.flatMap((row) => (row.outcome === "ready" ? [row] : [])) ?? [];
  return (
    <>
      <section className="summary" aria-live="polite">
        <WayName intake={intake} isWhole={isWhole} />
        <h2 id={SUMMARY_ID} tabIndex={-1}>
          {summary.headline}
        </h2>
        {summary.materials === "" ? null : <p>{summary.materials}</p>}
        {summary.asides.length > 0 ? <p className="quiet">{summary.asides.join(" · ")}</p> : null}
        <TypeQuantity intake={intake} />
      </section>
      <SelectWhole intake={intake} isWhole={isWhole} />
      <LeftOut />
      {hasNew ? <ColumnsTaken intake={intake} /> : null}
      <Questions intake={intake} problems={problems} plan={plan} />
      {problems.length > 0 ? <ProblemList intake={intake} problems={problems} /> : null}
      {plan === null && !isWaiting ? <SkeletonRows label="Asking what these rows come to" /> : null}
      {plan === null ? null : <LoadNotice load={plan.load} />}
      {ready.length > 0 ? (
        <PlanList intake={intake} rows={ready} mergedInto={sharesByRow(intake, plan)} />
      ) : null}
      {intake.made.length > 0 ? (
        <MadeList key={madeKey(intake)} made={intake.made} intake={intake} isAlone={!hasNew} />
      ) : null}
    </>
  );
}

/** Other rows have other things to tell of. */
function madeKey({ sheet, made }: Intake): string {
  return [sheet.id, made.length, made[0]?.row, made.at(-1)?.row].join(" ");
}

/** A list of stock says how many are to be made only where somebody types it: this leads to where. */
function TypeQuantity({ intake }: { readonly intake: Intake }) {
  const planner = usePlanner();
  const { columns, sheet, firstUnasked, lines, made } = intake;
  if (firstUnasked === null || columns.quantity === undefined || lines.length + made.length > 0) return null;
  const { column, heading } = columns.quantity;
  return (
    <p>
      {"Type a quantity in "}
      <button type="button" className="link" onClick={() => planner.showCell(sheet.id, firstUnasked, column)}>
        {heading}
      </button>
      {" for each row you want to make."}
    </p>
  );
}
