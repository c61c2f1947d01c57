/** Plans rows as preview and create both do, so that they cannot differ, and gives a plan its fingerprint. */
import { createHash } from "node:crypto";
import { decimalText } from "../../shared/quantity/decimal.ts";
import {
  checkInSteps,
  keysInSteps,
  planInSteps,
  type PlannedRow,
  type PlanRules,
} from "../../shared/planning/plan-orders.ts";
import { withChildren, type PlannedOrder } from "../../shared/planning/planned-order.ts";
import type { DraftLine } from "../../shared/row/draft-line.ts";
import type { Facts } from "../../shared/validation/facts.ts";
import type { Rules } from "../../shared/wire/lines.ts";
import type { Job } from "../jobs/job.ts";
import { loadFacts } from "../store/catalog-facts.ts";
import { pressedRows } from "../store/facts/known-lines.ts";
import type { Transaction } from "../store/open-database.ts";
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
}

/** Throws `JobCancelled`. */
export async function planRows({ lines, rules }: Asked, planning: Planning): Promise<Planned> {
  const { reads, job, clock, conventions, tellsLoad } = planning;
  const checkedBy: PlanRules = { ...rules, today: clock.today(), conventions };
  const known = await reads((transaction) =>
    loadFacts(transaction, lines, {
      depth: rules.subAssemblies === "make" ? "all-levels" : "one-level",
      supply: true,
      load: tellsLoad || rules.capacity === "finite",
    }),
  );
  const checked = await job.through("planning", checkInSteps(lines, known, checkedBy));
  const keys = await job.through("planning", keysInSteps(checked));
  const facts = { ...known, pressed: await reads((transaction) => pressedRows(transaction, keys)) };
  return { rows: await job.through("planning", planInSteps(checked, facts, checkedBy)), facts };
}

/**
 * Readable figures first, so that a refusal can say what changed, then a digest of everything an MO is made of:
 * "A~2027-03-10~2027-03-13~24~4f1c…".
 */
export function fingerprint(order: PlannedOrder): string {
  const { bomRevision, scheduleDate, dueDate, demand } = order;
  const whole = JSON.stringify(withChildren(order).map(contentOf));
  const digest = createHash("sha256").update(whole).digest("hex").slice(0, 16);
  const revision = bomRevision.revision.replaceAll("~", " ").slice(0, 40);
  return [revision, scheduleDate, dueDate, decimalText(demand.quantity), digest].join("~");
}

function contentOf({ demand, bomRevision, materials, operations }: PlannedOrder): readonly unknown[] {
  return [
    demand.item.id,
    decimalText(demand.quantity),
    demand.store.id,
    bomRevision.id,
    ...(demand.chosen === undefined ? [] : [demand.chosen.location?.id ?? null, demand.chosen.priority]),
    materials.map(({ line, quantity }) => [line.component.id, decimalText(quantity), line.unit.code]),
    operations.map(({ operation, minutes }) => [operation.workCenterId, minutes]),
  ];
}

/** What changed between two fingerprints, in words for the planner; null when nothing did. */
export function whatChanged(
  before: string,
  now: string,
): { readonly before: string; readonly now: string } | null {
  if (before === now) return null;
  const [then, today] = [before.split("~"), now.split("~")];
  const names = ["revision", "scheduled", "due", "quantity"] as const;
  const at = names.findIndex((_, index) => then[index] !== today[index]);
  const name = names[at];
  if (name === undefined) return { before: "its materials, steps or sub-assemblies", now: "different" };
  return { before: `${name} ${then[at] ?? "unknown"}`, now: today[at] ?? "unknown" };
}
