/** Whether what a row wants made is on orders already: said by whom, and made once more only for a reason (R2, R7, R20). */
import { compare, decimalText, isAboveZero, larger, roundUp, type Decimal } from "../quantity/decimal.ts";
import type { Unit } from "../quantity/unit.ts";
import { problemAt, type ProblemDetail } from "../row/problem.ts";
import { askedFor, type DemandLine } from "./demand-line.ts";
import { isForLine, type KnownLine } from "./known-line.ts";
import { doneOfOtherStock, remainingOf } from "./line-balance.ts";

export interface CoverageRules {
  /** What becomes of a row that wants more than is left of its line. */
  readonly coveredRows: "refuse" | "make-remaining" | "make-anyway";
  /** Why more is made than its line wants; needed to do so. */
  readonly overReason: string;
  /** Dynamic orders follow the line of a sales order, so they need one. */
  readonly link: "regular" | "dynamic";
}

export type CoverageChecked =
  | { readonly ok: true; readonly demand: DemandLine; readonly warnings: readonly ProblemDetail[] }
  | { readonly ok: false; readonly problem: ProblemDetail };

/** `known`: the line the row is for, or the row pressed before that it repeats. */
export function checkCoverage(
  demand: DemandLine,
  known: KnownLine | null,
  rules: CoverageRules,
): CoverageChecked {
  if (rules.link === "dynamic" && !(known?.isImported === true && known.kind === "sales-order"))
    return {
      ok: false,
      problem: problemAt({ field: "document", value: demand.document }, "dynamic-needs-line"),
    };
  if (known === null) return { ok: true, demand, warnings: [] };
  return againstLine({ ...demand, known }, wantedNow(known, demand), rules);
}

/** A line that only rows told of wants what its row says now, if that is more. */
function wantedNow(known: KnownLine, demand: DemandLine): KnownLine {
  if (known.isImported || !isForLine(known)) return known;
  return { ...known, quantity: larger(known.quantity, askedFor(demand)) };
}

function againstLine(demand: DemandLine, known: KnownLine, rules: CoverageRules): CoverageChecked {
  const params = figuresOf(known, demand.item.unit);
  if (known.status === "closed" || known.status === "cancelled")
    return {
      ok: false,
      problem: problemAt({ field: "line", value: known.line }, "demand-closed", { params }),
    };
  const { decimals } = demand.item.unit;
  return againstRemaining(demand, { remaining: roundUp(remainingOf(known), decimals), params }, rules);
}

export interface Left {
  readonly remaining: Decimal;
  /** What is told of it. */
  readonly params: Readonly<Record<string, string>>;
}

/** A row that wants more than is left. */
export function againstRemaining(
  demand: DemandLine,
  { remaining, params }: Left,
  { coveredRows, overReason }: CoverageRules,
): CoverageChecked {
  const at = { field: "quantity", value: decimalText(demand.quantity) } as const;
  if (compare(demand.quantity, remaining) <= 0) return { ok: true, demand, warnings: [] };
  if (coveredRows === "make-remaining" && isAboveZero(remaining)) {
    const reduced = problemAt(at, "quantity-reduced", { params, severity: "warning" });
    return { ok: true, demand: { ...demand, quantity: remaining, exact: remaining }, warnings: [reduced] };
  }
  if (coveredRows === "make-anyway" && overReason.trim() !== "") {
    const told = { params: { ...params, reason: overReason.trim() }, severity: "warning" } as const;
    return {
      ok: true,
      demand: { ...demand, overReason: overReason.trim() },
      warnings: [problemAt(at, "over-covered", told)],
    };
  }
  const wanting = coveredRows === "make-anyway" ? { ...params, reason: "" } : params;
  return { ok: false, problem: problemAt(at, "already-covered", { params: wanting }) };
}

function figuresOf(known: KnownLine, unit: Unit): Readonly<Record<string, string>> {
  const { kind, document, line, quantity, covered, status, orders } = known;
  return {
    kind,
    document,
    line,
    unit: unit.code,
    status,
    wanted: decimalText(quantity),
    // What its own orders made is told with them.
    done: decimalText(doneOfOtherStock(known)),
    covered: decimalText(covered),
    remaining: decimalText(roundUp(remainingOf(known), unit.decimals)),
    orders: orders.map(({ number, actor }) => `${number} (${actor})`).join(", "),
  };
}
