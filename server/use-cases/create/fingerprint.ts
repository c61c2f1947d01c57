/**
 * The preview is a contract: a row's fingerprint tells what it was shown to become and the figures it was shown by.
 * Readable figures stand first, so that a refusal can say what changed, then a digest of everything an MO is made of.
 */
import { createHash } from "node:crypto";
import { momentText } from "../../../shared/planning/moment.ts";
import {
  withChildren,
  type PlannedOperation,
  type PlannedOrder,
} from "../../../shared/planning/planned-order.ts";
import { shortagesOf, type Readiness } from "../../../shared/planning/readiness.ts";
import { add, decimalText, ZERO, type Decimal } from "../../../shared/quantity/decimal.ts";
import { isStockKind } from "../../../shared/row/draft-line.ts";
import { rowsOf, type DemandLine } from "../../../shared/validation/demand-line.ts";
import { supplyKey } from "../../../shared/validation/facts.ts";
import type { OutputLocations } from "../../store/catalog/output-locations.ts";
import type { ProjectedStock } from "../../store/facts/stock-needs.ts";

export const figures = [
  "bill of materials",
  "revision",
  "scheduled",
  "due",
  "needed",
  "quantity",
  "unit",
  "decimals of its unit",
  "goes to",
  "readiness",
  "can be made now",
  "missing materials",
  "missing materials are there on",
  "wanted by its line",
  "shipped or received of its line",
  "on MOs for its line",
  "projected stock",
  "materials",
  "steps",
  "times of its steps",
] as const;

/** Of these only the entries that differ are worth telling. */
export const lists: readonly string[] = [
  "materials",
  "steps",
  "times of its steps",
] satisfies readonly (typeof figures)[number][];

export const BETWEEN = "~";
export const LISTED = ", ";

/** What is longer is told by the digest alone: fingerprints of 20,000 rows go there and back. */
const LONGEST = 160;

/** What a row is shown by beside its own plan. */
export interface ShownBy {
  /** Of items that rows want because of their stock. */
  readonly projected: ProjectedStock;
  readonly locations: OutputLocations;
  readonly link: "regular" | "dynamic";
}

export function fingerprint(order: PlannedOrder, { projected, locations, link }: ShownBy): string {
  const { bomRevision, scheduleDate, dueDate, demand, readiness } = order;
  const location = demand.chosen?.location ?? locations.get(demand.store.id);
  const told: Record<(typeof figures)[number], string> = {
    "bill of materials": bomRevision.bom,
    revision: bomRevision.revision,
    scheduled: scheduleDate,
    due: dueDate,
    needed: demand.needDate ?? "",
    quantity: decimalText(demand.quantity),
    unit: demand.item.unit.code,
    "decimals of its unit": String(demand.item.unit.decimals),
    "goes to": location?.code ?? "",
    readiness: readiness.state,
    "can be made now": decimalText(readiness.canMakeNow),
    "missing materials": beginOf(missing(readiness)),
    "missing materials are there on": thereOn(readiness),
    "wanted by its line": ofLines(demand, "quantity"),
    "shipped or received of its line": ofLines(demand, "done"),
    "on MOs for its line": ofLines(demand, "covered"),
    "projected stock": isStockKind(demand.kind) ? textOf(projected.get(stockKey(demand))) : "",
    ...partsOf(order),
  };
  const readable = figures.map((name) => told[name].replaceAll(BETWEEN, " ").slice(0, LONGEST));
  const whole = [withChildren(order).map(contentOf), missing(readiness), location?.id ?? null, link];
  return [...readable, digestOf(JSON.stringify([...whole, rowsOf(demand).map(whomFor)]))].join(BETWEEN);
}

type Parts = Record<"materials" | "steps" | "times of its steps", string>;

function partsOf({ demand, materials, operations }: PlannedOrder): Parts {
  const made = materials.map(({ line, quantity }) => `${line.component.number} ${decimalText(quantity)}`);
  const worked = operations.map(({ operation, minutes }) => `${operation.workCenter} ${String(minutes)} min`);
  const times = operations.map((planned) => `${planned.operation.workCenter} ${timesOf(planned, demand)}`);
  return { materials: beginOf(made), steps: beginOf(worked), "times of its steps": beginOf(times) };
}

function timesOf({ operation, begin, end }: PlannedOperation, { store }: DemandLine): string {
  const calendar = operation.calendar ?? store.calendar;
  return `${momentText(calendar, begin)} to ${momentText(calendar, end)}`;
}

/** Whole entries only. */
function beginOf(entries: readonly string[]): string {
  let text = "";
  for (const entry of entries) {
    const longer = text === "" ? entry : text + LISTED + entry;
    if (longer.length > LONGEST) break;
    text = longer;
  }
  return text;
}

function missing(readiness: Readiness): readonly string[] {
  return shortagesOf(readiness).map(
    ({ material, quantity }) => `${material.line.component.number} ${decimalText(quantity)}`,
  );
}

/** The last of their days; empty when nobody knows one of them. */
function thereOn(readiness: Readiness): string {
  const days = shortagesOf(readiness).map(({ coveredOn }) => coveredOn ?? "");
  return days.includes("") ? "" : (days.toSorted().at(-1) ?? "");
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

/** Whom a row of the order is for, and its share; its memo is the planner’s to the last moment. */
function whomFor({ document, line, quantity, needDate, known }: DemandLine): readonly unknown[] {
  return [document, line, decimalText(quantity), needDate, known?.id ?? null];
}

function contentOf(order: PlannedOrder): readonly unknown[] {
  const { demand, bomRevision, scheduleDate, dueDate, materials, operations } = order;
  return [
    ...[demand.item.id, decimalText(demand.quantity), demand.store.id, demand.chosen?.priority ?? 0],
    ...[demand.item.unit.code, demand.item.unit.decimals],
    ...[bomRevision.id, scheduleDate, dueDate],
    materials.map(({ line, quantity }) => [
      ...[line.component.id, decimalText(quantity), line.unit.code, line.line.instruction],
    ]),
    operations.map(({ operation, minutes, begin, end }) => [
      ...[operation.workCenterId, minutes, operation.resource, operation.instruction],
      ...[begin.day, begin.minute, end.day, end.minute],
      ...[decimalText(operation.setupMinutes), decimalText(operation.runMinutes)],
    ]),
  ];
}
