/** Plans rows and gives each plan its fingerprint: preview and create go through here, so they cannot differ. */
import { createHash } from "node:crypto";
import type { CalendarDate } from "../../shared/quantity/calendar-date.ts";
import { decimalText } from "../../shared/quantity/decimal.ts";
import { planOrders, type PlannedRow } from "../../shared/planning/plan-orders.ts";
import type { PlannedOrder } from "../../shared/planning/planned-order.ts";
import type { DraftLine } from "../../shared/row/draft-line.ts";
import type { Facts } from "../../shared/validation/facts.ts";
import type { Rules } from "../../shared/wire/lines.ts";

export type FingerprintedRow =
  | (Extract<PlannedRow, { outcome: "ready" }> & { readonly fingerprint: string })
  | Extract<PlannedRow, { outcome: "refused" }>;

interface Asked {
  readonly lines: readonly DraftLine[];
  readonly rules: Rules;
}

interface Known {
  readonly facts: Facts;
  readonly today: CalendarDate;
}

export function planRows({ lines, rules }: Asked, { facts, today }: Known): readonly FingerprintedRow[] {
  return planOrders(lines, facts, { ...rules, today }).map((row) =>
    row.outcome === "ready" ? { ...row, fingerprint: fingerprint(row.order) } : row,
  );
}

/**
 * Readable figures first, so that a refusal can say what changed, then a digest of everything an MO is made of:
 * "A~2027-03-10~2027-03-13~4f1c…".
 */
function fingerprint(order: PlannedOrder): string {
  const { demand, bomRevision, scheduleDate, dueDate } = order;
  const materials = order.materials.map((one) => [one.itemId, decimalText(one.quantity), one.unit.code]);
  const operations = order.operations.map((one) => [
    one.workCenterId,
    decimalText(one.setupMinutes),
    decimalText(one.runMinutes),
  ]);
  const whole = [
    demand.item.id,
    decimalText(demand.quantity),
    demand.store.id,
    bomRevision.id,
    materials,
    operations,
  ];
  const digest = createHash("sha256").update(JSON.stringify(whole)).digest("hex").slice(0, 16);
  return [bomRevision.revision.replaceAll("~", " ").slice(0, 40), scheduleDate, dueDate, digest].join("~");
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
  if (name === undefined) return { before: "its materials or steps", now: "different" };
  return { before: `${name} ${then[at] ?? "unknown"}`, now: today[at] ?? "unknown" };
}
