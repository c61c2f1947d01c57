/**
 * The preview is a contract: a row's fingerprint tells what it was shown to become and the figures it was shown by.
 * Readable figures stand first, so that a refusal can say what changed, then a digest of everything an MO is made of.
 */
import { createHash } from "node:crypto";
import { withChildren, type PlannedOrder } from "../../../shared/planning/planned-order.ts";
import { shortagesOf, type Readiness } from "../../../shared/planning/readiness.ts";
import { add, decimalText, ZERO, type Decimal } from "../../../shared/quantity/decimal.ts";
import { rowsOf, type DemandLine } from "../../../shared/validation/demand-line.ts";
import { supplyKey } from "../../../shared/validation/facts.ts";
import type { ProjectedStock } from "../../store/facts/projected-stock.ts";

const figures = [
  "revision",
  "scheduled",
  "due",
  "quantity",
  "readiness",
  "can be made now",
  "missing materials",
  "wanted by its line",
  "shipped or received of its line",
  "on MOs for its line",
  "projected stock",
] as const;

const BETWEEN = "~";

export function fingerprint(order: PlannedOrder, projected: ProjectedStock): string {
  const { bomRevision, scheduleDate, dueDate, demand, readiness } = order;
  const whole = JSON.stringify([withChildren(order).map(contentOf), missing(readiness)]);
  const told: Record<(typeof figures)[number], string> = {
    revision: bomRevision.revision.replaceAll(BETWEEN, " ").slice(0, 40),
    scheduled: scheduleDate,
    due: dueDate,
    quantity: decimalText(demand.quantity),
    readiness: readiness.state,
    "can be made now": decimalText(readiness.canMakeNow),
    "missing materials": missing(readiness).slice(0, 80),
    "wanted by its line": ofLines(demand, "quantity"),
    "shipped or received of its line": ofLines(demand, "done"),
    "on MOs for its line": ofLines(demand, "covered"),
    "projected stock": isOfStock(demand) ? textOf(projected.get(stockKey(demand))) : "",
  };
  return [...figures.map((name) => told[name]), digestOf(whole)].join(BETWEEN);
}

function missing(readiness: Readiness): string {
  return shortagesOf(readiness)
    .map(({ material, quantity }) => `${material.line.component.number} ${decimalText(quantity)}`)
    .join(", ")
    .replaceAll(BETWEEN, " ");
}

/** Rows that are there because of a stock figure. */
export function isOfStock({ kind }: DemandLine): boolean {
  return kind === "shortage" || kind === "snapshot";
}

function stockKey({ item, store }: DemandLine): number {
  return supplyKey(item.id, store.id);
}

/** Empty for a row that is for nobody's line. */
function ofLines(demand: DemandLine, figure: "quantity" | "done" | "covered"): string {
  const known = rowsOf(demand).flatMap((row) => row.known ?? []);
  return known.length === 0
    ? ""
    : textOf(known.map((line) => line[figure]).reduce((total, one) => add(total, one), ZERO));
}

function textOf(amount: Decimal = ZERO): string {
  return decimalText(amount);
}

function digestOf(whole: string): string {
  return createHash("sha256").update(whole).digest("hex").slice(0, 16);
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

export interface Difference {
  readonly before: string;
  readonly now: string;
}

/** What changed between two fingerprints, in words for the planner; null when nothing did. */
export function whatChanged(before: string, now: string): Difference | null {
  if (before === now) return null;
  const [then, today] = [before.split(BETWEEN), now.split(BETWEEN)];
  if (then.length !== today.length) return { before: "a preview of an earlier version", now: "different" };
  const at = figures.findIndex((_, index) => then[index] !== today[index]);
  const name = figures[at];
  if (name === undefined) return { before: "its materials, steps or sub-assemblies", now: "different" };
  return { before: `${name} ${told(then[at])}`, now: told(today[at]) };
}

function told(figure = ""): string {
  return figure === "" ? "none" : figure;
}
