/** Plans rows as preview and create both do, so that they cannot differ. */
import {
  beginDraft,
  draftedOrders,
  draftedPieces,
  type DraftedOrder,
  type DraftPlan,
  type OpenRow,
} from "../../../shared/planning/draft-orders.ts";
import {
  checkInSteps,
  keysInSteps,
  settleInSteps,
  type PlannedRow,
} from "../../../shared/planning/plan-orders.ts";
import type { PlanRules } from "../../../shared/planning/plan-rules.ts";
import { isStockKind, type DraftLine } from "../../../shared/row/draft-line.ts";
import type { CheckedLine } from "../../../shared/validation/check-lines.ts";
import type { Facts } from "../../../shared/validation/facts.ts";
import type { Rules } from "../../../shared/wire/lines.ts";
import type { Job, JobStage } from "../../jobs/job.ts";
import { loadFacts } from "../../store/catalog/catalog-facts.ts";
import { outputLocations } from "../../store/catalog/output-locations.ts";
import { pressedRows } from "../../store/facts/known-lines.ts";
import { stockOfRows } from "../../store/facts/stock-needs.ts";
import type { Transaction } from "../../store/open-database.ts";
import type { ShownBy } from "./fingerprint.ts";
import type { Ports } from "../ports.ts";

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
  /** Is given orders as soon as they are drafted. */
  readonly take?: (orders: readonly DraftedOrder[]) => Promise<void>;
}

export interface Planned {
  readonly rows: readonly PlannedRow[];
  readonly facts: Facts;
  readonly shownBy: ShownBy;
}

/** Throws `JobCancelled`. */
export async function planRows(asked: Asked, planning: Planning): Promise<Planned> {
  return settleRows(await draftRows(asked, planning), planning.job);
}

/** With all that was read. */
export interface DraftedRows extends Omit<Planned, "rows"> {
  readonly draft: DraftPlan;
  readonly rules: PlanRules;
}

/** The first half of planning. Throws `JobCancelled`. */
export async function draftRows({ lines, rules }: Asked, planning: Planning): Promise<DraftedRows> {
  const { reads, job, clock, conventions, tellsLoad, take } = planning;
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
  const pressed = await reads((transaction) => pressedRows(transaction, keys));
  const stock = await reads((transaction) => stockOfRows(transaction, stockedItems(checked)));
  const facts = { ...known, pressed, stockNeeds: stock.needs };
  const locations = await reads(outputLocations);
  const drafting = await job.through("planning", beginDraft(checked, facts, plannedBy));
  const rows: OpenRow[] = [];
  for (const piece of draftedPieces(drafting)) {
    await job.reach("planning", rows.length);
    await take?.(draftedOrders(piece));
    rows.push(...piece);
  }
  job.endPass();
  const shownBy = { projected: stock.projected, locations, link: rules.link };
  return { draft: { ...drafting, rows }, facts, shownBy, rules: plannedBy };
}

/** The second half; while it goes on, orders may be written already. Throws `JobCancelled`. */
export async function settleRows(
  drafted: DraftedRows,
  job: Job,
  stage: JobStage = "planning",
): Promise<Planned> {
  const { draft, facts, shownBy, rules } = drafted;
  return { rows: await job.through(stage, settleInSteps(draft, facts, rules)), facts, shownBy };
}

function stockedItems(checked: readonly CheckedLine[]): readonly number[] {
  const demands = checked.flatMap((one) => (one.ok && isStockKind(one.demand.kind) ? [one.demand] : []));
  return [...new Set(demands.map(({ item }) => item.id))];
}
