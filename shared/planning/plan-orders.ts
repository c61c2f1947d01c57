/** Rows that were checked become planned orders, or say why not. Pure: the same rows, facts and day give the same plan. */
import { lineCheck, type CheckedLine, type CheckRules } from "../validation/check-lines.ts";
import type { DraftLine } from "../row/draft-line.ts";
import type { Facts, ItemFacts } from "../validation/facts.ts";
import { problemAt, type Problem, type ProblemDetail } from "../row/problem.ts";
import { Availability } from "./availability.ts";
import type { Conventions } from "./conventions.ts";
import { BomLoops } from "./find-bom-loop.ts";
import { FlatBoms } from "./flat-boms.ts";
import { loadFinitely } from "./load-finitely.ts";
import { lowLevelCodes } from "./low-level-codes.ts";
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
}

export type PlannedRow =
  | {
      readonly outcome: "ready";
      readonly row: number;
      readonly order: PlannedOrder;
      readonly warnings: readonly Problem[];
    }
  | { readonly outcome: "refused"; readonly row: number; readonly problems: readonly Problem[] };

/** One answer for each line, in the lines' order. */
export function planOrders(
  lines: readonly DraftLine[],
  facts: Facts,
  rules: PlanRules,
): readonly PlannedRow[] {
  const steps = planOrdersInSteps(lines, facts, rules);
  for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value;
}

const ROWS_A_STEP = 100;

/** The same in steps, each yielding how many rows are through: whoever has others to serve can do so between them. */
export function* planOrdersInSteps(
  lines: readonly DraftLine[],
  facts: Facts,
  rules: PlanRules,
): Generator<number, readonly PlannedRow[], undefined> {
  const { today, conventions } = rules;
  const run: PlanningRun = { boms: new FlatBoms(facts, conventions), today, conventions };
  const loops = rules.subAssemblies === "make" ? new BomLoops(run.boms) : null;
  const check = lineCheck(lines, facts, rules);
  const rows = yield* mapInSteps(lines, (line) => planRow(check(line), run, loops));
  const orders = rows.flatMap((row) => (row.ok ? [row.order] : []));
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
  return yield* mapInSteps(rows, (row) => (row.ok ? readyRow(row, finite, rules) : row.refused));
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

type OpenRow =
  | { readonly ok: true; readonly order: NetWork; readonly warnings: readonly Problem[] }
  | { readonly ok: false; readonly refused: Extract<PlannedRow, { outcome: "refused" }> };

function planRow(checked: CheckedLine, run: PlanningRun, loops: BomLoops | null): OpenRow {
  if (!checked.ok) return refusedRow(checked.row, checked.problems);
  const { demand } = checked;
  const atRow = (problem: ProblemDetail): Problem => ({ row: demand.row, ...problem });
  const planned = planOne(demand, run);
  if (!planned.ok) return refusedRow(demand.row, planned.problems.map(atRow));
  const loop = loops?.find(demand.item, planned.work.scheduleDate) ?? null;
  if (loop !== null) return refusedRow(demand.row, [atRow(loopProblem(loop))]);
  const warnings = [...checked.warnings, ...planned.warnings.map(atRow)];
  return { ok: true, order: netWork(planned.work), warnings };
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
