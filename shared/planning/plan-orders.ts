/** Rows that were checked become planned orders, or say why not. Pure: the same rows, facts and day give the same plan. */
import { lineCheck, type CheckedLine, type CheckRules } from "../validation/check-lines.ts";
import type { DraftLine } from "../row/draft-line.ts";
import type { Facts, ItemFacts } from "../validation/facts.ts";
import { problemAt, type Problem, type ProblemDetail } from "../row/problem.ts";
import { checkCoverage } from "../validation/check-coverage.ts";
import type { DemandLine } from "../validation/demand-line.ts";
import { rowKey } from "../validation/known-line.ts";
import { Availability } from "./availability.ts";
import type { Conventions } from "./conventions.ts";
import { BomLoops } from "./find-bom-loop.ts";
import { FlatBoms } from "./flat-boms.ts";
import { loadFinitely } from "./load-finitely.ts";
import { lowLevelCodes } from "./low-level-codes.ts";
import { mergeDemand, type MergeRule } from "./merge-demand.ts";
import { netOrders, netWork, type Netting, type NetWork } from "./net-orders.ts";
import { lateness } from "./plan-dates.ts";
import { byNeed, planOne, type PlannedWork, type PlanningRun } from "./plan-one.ts";
import type { PlannedOrder } from "./planned-order.ts";
import { readinessOf } from "./readiness.ts";

export interface PlanRules extends CheckRules {
  readonly conventions: Conventions;
  /** Missing sub-assemblies: left to stock, or made by orders of their own below the order. */
  readonly subAssemblies: "take-from-stock" | "make";
  /** Whether work centers take any load, or work waits for its turn. */
  readonly capacity: "infinite" | "finite";
  readonly merge: MergeRule;
}

export type PlannedRow =
  | {
      readonly outcome: "ready";
      readonly row: number;
      readonly order: PlannedOrder;
      readonly warnings: readonly Problem[];
    }
  /** Made by the order of another row. */
  | {
      readonly outcome: "merged";
      readonly row: number;
      readonly into: number;
      readonly warnings: readonly Problem[];
    }
  | { readonly outcome: "refused"; readonly row: number; readonly problems: readonly Problem[] };

/** One answer for each line, in the lines' order. */
export function planOrders(
  lines: readonly DraftLine[],
  facts: Facts,
  rules: PlanRules,
): readonly PlannedRow[] {
  const checked = allSteps(checkInSteps(lines, facts, rules));
  return allSteps(planInSteps(checked, facts, rules));
}

function allSteps<Result>(steps: Generator<number, Result, undefined>): Result {
  for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value;
}

const ROWS_A_STEP = 100;

/** In steps, each yielding how many rows are through: whoever has others to serve can do so between them. */
export function checkInSteps(
  lines: readonly DraftLine[],
  facts: Facts,
  rules: CheckRules,
): Generator<number, readonly CheckedLine[], undefined> {
  return mapInSteps(lines, lineCheck(lines, facts, rules));
}

/** The keys by which rows may have been pressed before; those of imported lines have none. */
export function* keysInSteps(
  checked: readonly CheckedLine[],
): Generator<number, readonly string[], undefined> {
  const keys = yield* mapInSteps(checked, (one) =>
    one.ok && one.demand.known === undefined ? rowKey(one.demand) : null,
  );
  return keys.filter((key) => key !== null);
}

/** Rows with their orders, before anybody looked at stock and load. */
export interface DraftPlan {
  readonly checked: readonly CheckedLine[];
  /** By merged row: the row whose order makes it. */
  readonly into: ReadonlyMap<number, number>;
  readonly rows: readonly OpenRow[];
  readonly run: PlanningRun;
}

/** Plans rows that were checked; `facts.pressed` has what was pressed before. */
export function* planInSteps(
  checked: readonly CheckedLine[],
  facts: Facts,
  rules: PlanRules,
): Generator<number, readonly PlannedRow[], undefined> {
  return yield* settleInSteps(yield* draftInSteps(checked, facts, rules), facts, rules);
}

/** The first half of planning: dates, revision, materials and operations of each row's order. */
export function* draftInSteps(
  checked: readonly CheckedLine[],
  facts: Facts,
  rules: PlanRules,
): Generator<number, DraftPlan, undefined> {
  const { today, conventions } = rules;
  const run: PlanningRun = { boms: new FlatBoms(facts, conventions), today, conventions };
  const loops = rules.subAssemblies === "make" ? new BomLoops(run.boms) : null;
  const covered = yield* mapInSteps(checked, (one) => withCoverage(one, facts.pressed, rules));
  const good = covered.flatMap((one) => (one.ok ? [one.demand] : []));
  const { demands, into } = mergeDemand(good, rules.link === "dynamic" ? "none" : rules.merge);
  const rows = yield* mapInSteps(demands, (demand) => planRow(demand, run, loops));
  return { checked: covered, into, rows, run };
}

/** Whether the second half only tells how ready orders are: their dates and materials stay, and none is added. */
export function isSettledByDraft({ subAssemblies, capacity }: PlanRules): boolean {
  return subAssemblies === "take-from-stock" && capacity === "infinite";
}

/** The orders of a draft, in the rows' order. */
export function draftedOrders({ rows }: DraftPlan): readonly DraftedOrder[] {
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

/** The second half: what stock and open orders can give, sub-assemblies that are made too, and turns at work centers. */
export function* settleInSteps(
  { checked, into, rows: drafted, run }: DraftPlan,
  facts: Facts,
  rules: PlanRules,
): Generator<number, readonly PlannedRow[], undefined> {
  const { today, conventions } = rules;
  const orders = drafted.flatMap((row) => (row.ok ? [row.order] : []));
  yield* netOrders(
    orders.toSorted((left, right) => byNeed(left.work, right.work)),
    {
      ...run,
      availability: new Availability(facts.supply, today, conventions),
      lowLevelCodes: lowLevelCodes(facts),
      makesSubAssemblies: rules.subAssemblies === "make",
    } satisfies Netting,
  );
  const finite = rules.capacity === "finite" ? loadFinitely(orders, facts.load, today) : null;
  const rows = yield* mapInSteps(drafted, (row) => (row.ok ? readyRow(row, finite, rules) : row.refused));
  const byRow = new Map(rows.map((row) => [row.row, row]));
  return yield* mapInSteps(checked, (one) => answer(one, into, byRow));
}

function withCoverage(one: CheckedLine, pressed: Facts["pressed"], rules: CheckRules): CheckedLine {
  if (!one.ok) return one;
  const { demand, warnings } = one;
  const { row } = demand;
  const earlier = pressed.size === 0 ? undefined : pressed.get(rowKey(demand));
  const coverage = checkCoverage(demand, demand.known ?? earlier ?? null, rules);
  if (!coverage.ok) return { ok: false, row, problems: [{ row, ...coverage.problem }] };
  if (coverage.demand === demand && coverage.warnings.length === 0) return one;
  const more = coverage.warnings.map((warning) => ({ row, ...warning }));
  return { ok: true, demand: coverage.demand, warnings: [...warnings, ...more] };
}

/** Each row's own answer; one that was merged shares the fate of the row it went into. */
function answer(
  one: CheckedLine,
  into: ReadonlyMap<number, number>,
  planned: ReadonlyMap<number, PlannedRow>,
): PlannedRow {
  if (!one.ok) return { outcome: "refused", row: one.row, problems: one.problems };
  const { row } = one.demand;
  const first = into.get(row);
  const found = planned.get(first ?? row);
  if (found === undefined) throw new Error(`Row ${row} was checked and not planned`);
  if (found.outcome === "refused")
    return { ...found, row, problems: found.problems.map((problem) => ({ ...problem, row })) };
  if (first !== undefined) return { outcome: "merged", row, into: first, warnings: one.warnings };
  return one.warnings.length === 0 ? found : { ...found, warnings: [...one.warnings, ...found.warnings] };
}

function* mapInSteps<From, To>(
  list: readonly From[],
  map: (entry: From) => To,
): Generator<number, To[], undefined> {
  const mapped: To[] = [];
  for (const [index, entry] of list.entries()) {
    if (index % ROWS_A_STEP === 0) yield index;
    mapped.push(map(entry));
  }
  return mapped;
}

export type OpenRow =
  | { readonly ok: true; readonly order: NetWork; readonly warnings: readonly Problem[] }
  | { readonly ok: false; readonly refused: Extract<PlannedRow, { outcome: "refused" }> };

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

type Dated = ReadonlyMap<PlannedWork, PlannedWork>;

function readyRow(row: Extract<OpenRow, { ok: true }>, finite: Dated | null, rules: PlanRules): PlannedRow {
  const order = plannedOrder(row.order, finite, rules);
  const { demand, dueDate } = order;
  const warnings = [...row.warnings, ...lateness(demand, dueDate)];
  return { outcome: "ready", row: demand.row, order, warnings };
}

function plannedOrder(
  { work, supplies, children }: NetWork,
  finite: Dated | null,
  rules: PlanRules,
): PlannedOrder {
  const { demand, bomRevision, materials, operations, scheduleDate, dueDate } = finite?.get(work) ?? work;
  const { decimals } = demand.item.unit;
  const toMake = { quantity: demand.quantity, decimals, scheduleDate, today: rules.today };
  return {
    demand,
    bomRevision,
    materials,
    operations,
    scheduleDate,
    dueDate,
    readiness: readinessOf(toMake, supplies),
    children: children.length === 0 ? NO_ORDERS : children.map((child) => plannedOrder(child, finite, rules)),
  };
}

const NO_ORDERS: readonly PlannedOrder[] = [];
