/** The sum of a selection in words, and all its problems in row order. Pure. */
import type { Intake } from "../../../shared/intake/intake.ts";
import { isBoughtLine } from "../../../shared/row/bought-line.ts";
import { readinessStates } from "../../../shared/planning/readiness.ts";
import { toWireProblem, type WireProblem } from "../../../shared/wire/lines.ts";
import type { Plan } from "../../../shared/wire/plan.ts";
import { count, mos, readinessWords, rowList, rows } from "../texts.ts";

export interface Summary {
  readonly headline: string;
  /** How many of the MOs have their materials; empty while it is not known. */
  readonly materials: string;
  /** What was left out, and why. */
  readonly asides: readonly string[];
}

/** "12 rows: 10 can be made, 2 need attention", and beside it what was left out and why. */
export function summaryOf(intake: Intake, plan: Plan | null): Summary {
  return {
    headline: headlineOf(intake, plan),
    materials: materialsOf(plan),
    asides: asidesOf(intake, plan),
  };
}

function headlineOf(intake: Intake, plan: Plan | null): string {
  const total = intake.lines.length + new Set(intake.problems.map(({ row }) => row)).size;
  if (total === 0) return nothingToMake(intake);
  if (plan === null) return rows(total);
  const errors = problemsOf(intake, plan).filter(({ severity }) => severity === "error");
  const refused = new Set(errors.map(({ row }) => row)).size;
  const attention = refused === 0 ? "" : `, ${count(refused, "needs", "need")} attention`;
  const good = plan.rows.filter(({ outcome }) => outcome !== "refused").length;
  const into = good === plan.ready ? "" : ` as ${mos(plan.ready)}`;
  return `${rows(total)}: ${good.toLocaleString("en-US")} can be made${into}${attention}`;
}

function nothingToMake({ made, skipped }: Intake): string {
  if (made.length > 0) return `${count(made.length, "row already has", "rows already have")} an MO`;
  return skipped.unasked > 0 ? "No quantity to make yet" : "No rows to make";
}

/** Whether an MO can be made is one thing, and whether its materials are there another: each has its own word. */
function materialsOf(plan: Plan | null): string {
  const states =
    plan?.rows.flatMap((row) => (row.outcome === "ready" ? [row.order.readiness.state] : [])) ?? [];
  const told = readinessStates
    .map((state) => ({ state, number: states.filter((one) => one === state).length }))
    .filter(({ number }) => number > 0)
    .map(({ state, number }) => `${number.toLocaleString("en-US")} ${readinessWords[state].toLowerCase()}`);
  return told.length === 0 ? "" : `Materials: ${told.join(", ")}`;
}

function asidesOf(intake: Intake, plan: Plan | null): readonly string[] {
  const { blank, totals, unasked, hidden } = intake.skipped;
  const isNew = intake.lines.length > 0 || intake.problems.length > 0;
  const bought = boughtLines(intake, plan);
  return [
    bought.length > 0
      ? `${count(bought.length, "line is", "lines are")} bought, not made (${rowList(bought)})`
      : "",
    isNew && intake.made.length > 0
      ? `${count(intake.made.length, "row already has", "rows already have")} an MO`
      : "",
    hidden > 0 ? `${count(hidden, "hidden row", "hidden rows")} left out` : "",
    totals > 0 ? `${count(totals, "total row", "total rows")} left out` : "",
    (isNew || intake.made.length > 0) && unasked > 0
      ? `${count(unasked, "row", "rows")} without a quantity left out`
      : "",
    blank > 0 ? `${count(blank, "blank row", "blank rows")} left out` : "",
  ].filter((aside) => aside !== "");
}

/** Errors first. Lines that are bought are told aside. */
export function problemsOf(intake: Intake, plan: Plan | null): readonly WireProblem[] {
  const all = toldProblems(intake, plan).filter((problem) => !isBoughtLine(problem));
  return all.toSorted((left, right) => severity(left) - severity(right) || left.row - right.row);
}

/** The rows of such lines. */
function boughtLines(intake: Intake, plan: Plan | null): readonly number[] {
  return toldProblems(intake, plan)
    .filter(isBoughtLine)
    .map(({ row }) => row);
}

function toldProblems(intake: Intake, plan: Plan | null): readonly WireProblem[] {
  const planned =
    plan?.rows.flatMap((row) => (row.outcome === "refused" ? row.problems : row.warnings)) ?? [];
  return [...intake.problems.map(toWireProblem), ...planned];
}

function severity(problem: WireProblem): number {
  return problem.severity === "error" ? 0 : 1;
}
