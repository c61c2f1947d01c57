/**
 * What is to become of rows that are on orders already is answered for these rows: a reason given for one line is no
 * reason for the next (R2).
 */
import type { Intake } from "../../shared/intake/intake.ts";
import type { ProblemCode } from "../../shared/row/problem.ts";
import type { Rules, WireLine } from "../../shared/wire/lines.ts";
import type { Plan } from "../../shared/wire/plan.ts";
import type { Work } from "./planner-state.ts";

export type CoveredAnswer = Pick<Rules, "coveredRows" | "overReason">;

export const ASKED_ANEW: CoveredAnswer = { coveredRows: "refuse", overReason: "" };

/** Whatever the answer is, a row with more than is left of its line has one of these. */
export const COVERED: readonly ProblemCode[] = ["already-covered", "over-covered", "quantity-reduced"];

/** The covered rows that are shown: by what they say, since another sheet or another sort has the same row numbers. */
export function coveredShown(work: Work): ReadonlySet<string> {
  return work.kind === "planned" ? coveredIn(work.intake, work.plan) : new Set();
}

/** Whether rows are planned that the answer was not for, or the ones that it was for are selected no more. */
export function isForOtherRows(answered: ReadonlySet<string>, intake: Intake, plan: Plan): boolean {
  const selected = new Set(intake.lines.map((line) => keyOf(intake, line)));
  const isGone = [...answered].some((key) => !selected.has(key));
  return isGone || [...coveredIn(intake, plan)].some((key) => !answered.has(key));
}

function coveredIn(intake: Intake, plan: Plan): ReadonlySet<string> {
  const covered = new Set(
    plan.rows.flatMap((row) => {
      const problems = row.outcome === "refused" ? row.problems : row.warnings;
      return problems.some(({ code }) => COVERED.includes(code)) ? [row.row] : [];
    }),
  );
  return new Set(intake.lines.filter(({ row }) => covered.has(row)).map((line) => keyOf(intake, line)));
}

function keyOf({ sheet }: Intake, { row, kind, document, line, item, store }: WireLine): string {
  return JSON.stringify([sheet.id, row, kind, document, line, item, store]);
}
