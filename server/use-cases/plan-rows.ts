/** Plans rows as preview and create both do, so that they cannot differ, and gives a plan its fingerprint. */
import { createHash } from "node:crypto";
import type { CalendarDate } from "../../shared/quantity/calendar-date.ts";
import { decimalText } from "../../shared/quantity/decimal.ts";
import { planOrdersInSteps, type PlannedRow } from "../../shared/planning/plan-orders.ts";
import type { Conventions } from "../../shared/planning/conventions.ts";
import { withChildren, type PlannedOrder } from "../../shared/planning/planned-order.ts";
import type { DraftLine } from "../../shared/row/draft-line.ts";
import type { Facts } from "../../shared/validation/facts.ts";
import type { Rules } from "../../shared/wire/lines.ts";
import type { Job } from "../jobs/job.ts";
import type { FactsWanted } from "../store/catalog-facts.ts";

interface Asked {
  readonly lines: readonly DraftLine[];
  readonly rules: Rules;
}

interface Known {
  readonly facts: Facts;
  readonly today: CalendarDate;
  readonly conventions: Conventions;
}

/** How far down the BOMs these rules need to look, and at what beside them. */
export function factsFor({ subAssemblies, capacity }: Rules): FactsWanted {
  const depth = subAssemblies === "make" ? "all-levels" : "one-level";
  return { depth, supply: true, load: capacity === "finite" };
}

/** Throws `JobCancelled`. */
export function planRows({ lines, rules }: Asked, known: Known, job: Job): Promise<readonly PlannedRow[]> {
  const { facts, today, conventions } = known;
  return job.through("planning", planOrdersInSteps(lines, facts, { ...rules, today, conventions }));
}

/**
 * Readable figures first, so that a refusal can say what changed, then a digest of everything an MO is made of:
 * "A~2027-03-10~2027-03-13~4f1c…".
 */
export function fingerprint(order: PlannedOrder): string {
  const { bomRevision, scheduleDate, dueDate } = order;
  const whole = JSON.stringify(withChildren(order).map(contentOf));
  const digest = createHash("sha256").update(whole).digest("hex").slice(0, 16);
  return [bomRevision.revision.replaceAll("~", " ").slice(0, 40), scheduleDate, dueDate, digest].join("~");
}

function contentOf({ demand, bomRevision, materials, operations }: PlannedOrder): readonly unknown[] {
  return [
    demand.item.id,
    decimalText(demand.quantity),
    demand.store.id,
    bomRevision.id,
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
  const names = ["revision", "scheduled", "due"] as const;
  const at = names.findIndex((_, index) => then[index] !== today[index]);
  const name = names[at];
  if (name === undefined) return { before: "its materials, steps or sub-assemblies", now: "different" };
  return { before: `${name} ${then[at] ?? "unknown"}`, now: today[at] ?? "unknown" };
}
