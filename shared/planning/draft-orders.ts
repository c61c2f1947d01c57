/**
 * The first half of planning: which rows become orders of their own, and dates, revision, materials and operations of
 * each. Nobody has looked at stock and load yet.
 */
import { problemAt, type Problem, type ProblemDetail } from "../row/problem.ts";
import { CoveredSoFar } from "../validation/covered-so-far.ts";
import type { CheckedLine } from "../validation/check-lines.ts";
import type { DemandLine } from "../validation/demand-line.ts";
import type { Facts, ItemFacts } from "../validation/facts.ts";
import { BomLoops } from "./find-bom-loop.ts";
import { FlatBoms } from "./flat-boms.ts";
import { mergeDemand } from "./merge-demand.ts";
import { mergeNotices, withNotices } from "./merge-notices.ts";
import { netWork, type NetWork } from "./net-orders.ts";
import { planOne, type PlannedWork, type PlanningRun } from "./plan-one.ts";
import type { PlanRules } from "./plan-rules.ts";
import { mapInSteps, type Steps } from "./steps.ts";

/** Rows on their way to orders. */
export interface Drafting {
  readonly checked: readonly CheckedLine[];
  /** By merged row: the row whose order makes it. */
  readonly into: ReadonlyMap<number, number>;
  /** One for each order that is to be. */
  readonly demands: readonly DemandLine[];
  readonly run: PlanningRun;
  readonly loops: BomLoops | null;
}

export interface DraftPlan extends Drafting {
  /** Of the demands, in their order. */
  readonly rows: readonly OpenRow[];
}

export interface RefusedRow {
  readonly outcome: "refused";
  readonly row: number;
  readonly problems: readonly Problem[];
}

export type OpenRow =
  | { readonly ok: true; readonly order: NetWork; readonly warnings: readonly Problem[] }
  | { readonly ok: false; readonly refused: RefusedRow };

export function* draftInSteps(
  checked: readonly CheckedLine[],
  facts: Facts,
  rules: PlanRules,
): Steps<DraftPlan> {
  const drafting = yield* beginDraft(checked, facts, rules);
  const rows: OpenRow[] = [];
  for (const piece of draftedPieces(drafting)) {
    yield rows.length;
    rows.push(...piece);
  }
  return { ...drafting, rows };
}

/** What is covered already is known, and rows that go together are together. */
export function* beginDraft(
  checked: readonly CheckedLine[],
  facts: Facts,
  rules: PlanRules,
): Steps<Drafting> {
  const { today, conventions } = rules;
  const run: PlanningRun = { boms: new FlatBoms(facts, conventions), today, conventions };
  const loops = rules.subAssemblies === "make" ? new BomLoops(run.boms) : null;
  const soFar = new CoveredSoFar(facts, rules);
  const covered = yield* mapInSteps(checked, (one) => soFar.check(one));
  const good = covered.flatMap((one) => (one.ok ? [one.demand] : []));
  const { demands, into } = mergeDemand(good, rules.link === "dynamic" ? "none" : rules.merge);
  const notices = mergeNotices(demands);
  const told = into.size === 0 ? covered : yield* mapInSteps(covered, (one) => withNotices(one, notices));
  return { checked: told, into, demands, run, loops };
}

const ORDERS_A_PIECE = 250;

/** The orders, some at a time: the first can be written before the last is thought of. */
export function* draftedPieces({ demands, run, loops }: Drafting): Generator<readonly OpenRow[]> {
  for (let from = 0; from < demands.length; from += ORDERS_A_PIECE)
    yield demands.slice(from, from + ORDERS_A_PIECE).map((demand) => planRow(demand, run, loops));
}

/** Whether the second half only tells how ready orders are: their dates and materials stay, and none is added. */
export function isSettledByDraft({
  subAssemblies,
  capacity,
}: Pick<PlanRules, "subAssemblies" | "capacity">): boolean {
  return subAssemblies === "take-from-stock" && capacity === "infinite";
}

/** The orders among rows, in their order. */
export function draftedOrders(rows: readonly OpenRow[]): readonly DraftedOrder[] {
  return rows.flatMap((row) => {
    if (!row.ok) return [];
    const { work } = row.order;
    return [{ row: work.demand.row, order: { ...work, children: [] } }];
  });
}

export interface DraftedOrder {
  readonly row: number;
  readonly order: PlannedWork & { readonly children: readonly never[] };
}

function planRow(demand: DemandLine, run: PlanningRun, loops: BomLoops | null): OpenRow {
  const atRow = (problem: ProblemDetail): Problem => ({ row: demand.row, ...problem });
  const planned = planOne(demand, run);
  if (!planned.ok) return refusedRow(demand.row, planned.problems.map(atRow));
  const loop = loops?.find(demand.item, planned.work.scheduleDate) ?? null;
  if (loop !== null) return refusedRow(demand.row, [atRow(loopProblem(loop))]);
  return { ok: true, order: netWork(planned.work), warnings: planned.warnings.map(atRow) };
}

function refusedRow(row: number, problems: readonly Problem[]): OpenRow {
  return { ok: false, refused: { outcome: "refused", row, problems } };
}

function loopProblem(loop: readonly ItemFacts[]): ProblemDetail {
  const names = loop.map((item) => item.number);
  const params = { loop: names.join(" → ") };
  return problemAt({ field: "item", value: names[0] ?? "" }, "bom-cycle", { params });
}
