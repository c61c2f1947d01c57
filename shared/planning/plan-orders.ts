/** Rows that were checked become planned orders, or say why not. Pure: the same rows, facts and day give the same plan. */
import type { DraftLine } from "../row/draft-line.ts";
import type { Problem, ProblemDetail } from "../row/problem.ts";
import { lineCheck, type CheckedLine, type CheckRules } from "../validation/check-lines.ts";
import type { DemandLine } from "../validation/demand-line.ts";
import type { Facts } from "../validation/facts.ts";
import { rowKey } from "../validation/known-line.ts";
import { Availability } from "./availability.ts";
import { draftInSteps, type DraftPlan, type OpenRow, type RefusedRow } from "./draft-orders.ts";
import { loadFinitely } from "./load-finitely.ts";
import { lowLevelCodes } from "./low-level-codes.ts";
import { netOrders, netWork, type Netting, type NetWork } from "./net-orders.ts";
import { lateness } from "./plan-dates.ts";
import { byNeed, type PlannedWork } from "./plan-one.ts";
import type { PlannedOrder } from "./planned-order.ts";
import type { PlanRules } from "./plan-rules.ts";
import { readinessOf } from "./readiness.ts";
import { allSteps, mapInSteps, type Steps } from "./steps.ts";

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
      /** Of that order. */
      readonly share: DemandLine;
      readonly warnings: readonly Problem[];
    }
  | RefusedRow;

/** One answer for each line, in the lines' order. */
export function planOrders(
  lines: readonly DraftLine[],
  facts: Facts,
  rules: PlanRules,
): readonly PlannedRow[] {
  const checked = allSteps(checkInSteps(lines, facts, rules));
  return allSteps(planInSteps(checked, facts, rules));
}

export function checkInSteps(
  lines: readonly DraftLine[],
  facts: Facts,
  rules: CheckRules,
): Steps<readonly CheckedLine[]> {
  return mapInSteps(lines, lineCheck(facts, rules));
}

/** The keys by which rows may have been pressed before; those of imported lines have none. */
export function* keysInSteps(checked: readonly CheckedLine[]): Steps<readonly string[]> {
  const keys = yield* mapInSteps(checked, (one) =>
    one.ok && one.demand.known === undefined ? rowKey(one.demand) : null,
  );
  return keys.filter((key) => key !== null);
}

/** Plans rows that were checked; `facts.pressed` has what was pressed before. */
export function* planInSteps(
  checked: readonly CheckedLine[],
  facts: Facts,
  rules: PlanRules,
): Steps<readonly PlannedRow[]> {
  return yield* settleInSteps(yield* draftInSteps(checked, facts, rules), facts, rules);
}

/** The second half: what stock and open orders can give, sub-assemblies that are made too, and turns at work centers. */
export function* settleInSteps(
  draft: DraftPlan,
  facts: Facts,
  rules: PlanRules,
): Steps<readonly PlannedRow[]> {
  const { checked, into } = draft;
  const { today } = rules;
  const drafted = yield* nettedInSteps(draft, facts, rules);
  const orders = drafted.flatMap((row) => (row.ok ? [row.order] : []));
  const finite = rules.capacity === "finite" ? loadFinitely(orders, facts.load, today) : null;
  const rows = yield* mapInSteps(drafted, (row) => (row.ok ? readyRow(row, finite, rules) : row.refused));
  const planned = { byRow: new Map(rows.map((row) => [row.row, row])), into, shares: sharesOf(rows) };
  return yield* mapInSteps(checked, (one) => answer(one, planned));
}

/** A row whose sub-assemblies would be too many is refused, and what it took is there for the others: shared out anew. */
function* nettedInSteps(draft: DraftPlan, facts: Facts, rules: PlanRules): Steps<readonly OpenRow[]> {
  const { today, conventions } = rules;
  for (let rows = draft.rows; ;) {
    const orders = rows.flatMap((row) => (row.ok ? [row.order] : []));
    const tooLarge = new Map<number, ProblemDetail>();
    yield* netOrders(
      orders.toSorted((left, right) => byNeed(left.work, right.work)),
      {
        ...draft.run,
        availability: new Availability(facts.supply, today, conventions),
        lowLevelCodes: lowLevelCodes(facts),
        makesSubAssemblies: rules.subAssemblies === "make",
        tooLarge,
      } satisfies Netting,
    );
    if (tooLarge.size === 0) return rows;
    rows = rows.map((row) => begunAnew(row, tooLarge));
  }
}

function begunAnew(open: OpenRow, tooLarge: ReadonlyMap<number, ProblemDetail>): OpenRow {
  if (!open.ok) return open;
  const { work } = open.order;
  const { row } = work.demand;
  const problem = tooLarge.get(row);
  if (problem === undefined) return { ...open, order: netWork(work) };
  return { ok: false, refused: { outcome: "refused", row, problems: [{ row, ...problem }] } };
}

interface Planned {
  readonly byRow: ReadonlyMap<number, PlannedRow>;
  readonly into: ReadonlyMap<number, number>;
  /** What merged rows have of their order, by row. */
  readonly shares: ReadonlyMap<number, DemandLine>;
}

function sharesOf(rows: readonly PlannedRow[]): ReadonlyMap<number, DemandLine> {
  const merged = rows.flatMap((row) => (row.outcome === "ready" ? (row.order.demand.merged ?? []) : []));
  return new Map(merged.map((share) => [share.row, share]));
}

/** Each row's own answer; one that was merged shares the fate of the row it went into. */
function answer(one: CheckedLine, { byRow, into, shares }: Planned): PlannedRow {
  if (!one.ok) return { outcome: "refused", row: one.row, problems: one.problems };
  const { row } = one.demand;
  const first = into.get(row);
  const found = byRow.get(first ?? row);
  if (found === undefined) throw new Error(`Row ${row} was checked and not planned`);
  if (found.outcome === "refused")
    return { ...found, row, problems: found.problems.map((problem) => ({ ...problem, row })) };
  const share = shares.get(row);
  if (first !== undefined && share !== undefined)
    return { outcome: "merged", row, into: first, share, warnings: one.warnings };
  return one.warnings.length === 0 ? found : { ...found, warnings: [...one.warnings, ...found.warnings] };
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
