/** Plans rows as preview and create both do, so that they cannot differ. */
import {
  checkInSteps,
  draftInSteps,
  keysInSteps,
  settleInSteps,
  type DraftPlan,
  type PlannedRow,
  type PlanRules,
} from "../../shared/planning/plan-orders.ts";
import type { DraftLine } from "../../shared/row/draft-line.ts";
import type { CheckedLine } from "../../shared/validation/check-lines.ts";
import type { Facts } from "../../shared/validation/facts.ts";
import type { Rules } from "../../shared/wire/lines.ts";
import type { Job } from "../jobs/job.ts";
import { loadFacts } from "../store/catalog-facts.ts";
import { pressedRows } from "../store/facts/known-lines.ts";
import { projectedStock, type ProjectedStock } from "../store/facts/projected-stock.ts";
import type { Transaction } from "../store/open-database.ts";
import { isOfStock } from "./fingerprint.ts";
import type { Ports } from "./ports.ts";

export interface Asked {
  readonly lines: readonly DraftLine[];
  readonly rules: Rules;
}

/** Reads in a moment of its own, or inside the transaction that will write. */
export type Reads = <Result>(work: (transaction: Transaction) => Promise<Result>) => Promise<Result>;

interface Planning extends Pick<Ports, "clock" | "conventions"> {
  readonly reads: Reads;
  readonly job: Job;
  /** Whether the load of work centers is told. */
  readonly tellsLoad: boolean;
}

export interface Planned {
  readonly rows: readonly PlannedRow[];
  readonly facts: Facts;
  /** Of items that rows want because of their stock. */
  readonly projected: ProjectedStock;
}

/** Throws `JobCancelled`. */
export async function planRows(asked: Asked, planning: Planning): Promise<Planned> {
  return settleRows(await draftRows(asked, planning), planning.job);
}

/** Rows with their orders, before anybody looked at stock and load. */
export interface DraftedRows extends Omit<Planned, "rows"> {
  readonly draft: DraftPlan;
  readonly rules: PlanRules;
}

/** The first half, with all that has to be read. Throws `JobCancelled`. */
export async function draftRows({ lines, rules }: Asked, planning: Planning): Promise<DraftedRows> {
  const { reads, job, clock, conventions, tellsLoad } = planning;
  const plannedBy: PlanRules = { ...rules, today: clock.today(), conventions };
  const known = await reads((transaction) =>
    loadFacts(transaction, lines, {
      depth: rules.subAssemblies === "make" ? "all-levels" : "one-level",
      supply: true,
      load: tellsLoad || rules.capacity === "finite",
    }),
  );
  const checked = await job.through("planning", checkInSteps(lines, known, plannedBy));
  const keys = await job.through("planning", keysInSteps(checked));
  const facts = { ...known, pressed: await reads((transaction) => pressedRows(transaction, keys)) };
  const projected = await reads((transaction) => projectedStock(transaction, stockedItems(checked)));
  const draft = await job.through("planning", draftInSteps(checked, facts, plannedBy));
  return { draft, facts, projected, rules: plannedBy };
}

/** The second half. Throws `JobCancelled`. */
export async function settleRows(drafted: DraftedRows, job: Job): Promise<Planned> {
  const { draft, facts, projected, rules } = drafted;
  return { rows: await job.through("planning", settleInSteps(draft, facts, rules)), facts, projected };
}

function stockedItems(checked: readonly CheckedLine[]): readonly number[] {
  const demands = checked.flatMap((one) => (one.ok && isOfStock(one.demand) ? [one.demand] : []));
  return [...new Set(demands.map(({ item }) => item.id))];
}
