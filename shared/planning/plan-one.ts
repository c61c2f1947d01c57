/** One demand to its order, before anybody looks at stock: dates, revision, materials, operations. */
import type { CalendarDate } from "../quantity/calendar-date.ts";
import { revisionName } from "../validation/check-choices.ts";
import { isTooLarge, LARGEST_QUANTITY } from "../validation/check-quantity.ts";
import type { DemandLine } from "../validation/demand-line.ts";
import type { BomRevisionFacts, ItemFacts } from "../validation/facts.ts";
import { compare, decimal, decimalText, type Decimal } from "../quantity/decimal.ts";
import { problemAt, type ProblemDetail } from "../row/problem.ts";
import { chooseRevision, isValidOn } from "./choose-revision.ts";
import type { Conventions } from "./conventions.ts";
import { explode } from "./explode.ts";
import type { FlatBoms } from "./flat-boms.ts";
import { LONGEST_MINUTES } from "./operation-minutes.ts";
import { planDates, type DatedWork } from "./plan-dates.ts";
import type { PlannedMaterial } from "./planned-material.ts";

export interface PlanningRun {
  readonly boms: FlatBoms;
  readonly today: CalendarDate;
  readonly conventions: Conventions;
}

export interface PlannedWork extends DatedWork {
  readonly demand: DemandLine;
  readonly bomRevision: BomRevisionFacts;
  readonly materials: readonly PlannedMaterial[];
}

export type PlannedOne =
  | { readonly ok: true; readonly work: PlannedWork; readonly warnings: readonly ProblemDetail[] }
  | { readonly ok: false; readonly problems: readonly ProblemDetail[] };

/** No lead time is longer than this; one that is would put the order beyond all calendars. */
const LONGEST_LEAD_TIME = 3_650;

/** Of one material for one order: room for grams and millimetres, not for a barcode in the column of quantities. */
const LARGEST_OF_A_MATERIAL = "999999999999";
const MOST_OF_A_MATERIAL = decimal(LARGEST_OF_A_MATERIAL);

export function planOne(demand: DemandLine, run: PlanningRun): PlannedOne {
  const tooMany = checkTotal(demand);
  if (tooMany !== null) return { ok: false, problems: [tooMany] };
  if (demand.item.leadTimeDays > LONGEST_LEAD_TIME) return refused(demand, "takes-too-long");
  const found = datedRevision(demand, run);
  if (found === null) return refused(demand, "takes-too-long");
  const { dates, revision } = found;
  const day = { day: dates.scheduleDate };
  if (revision === null) return refused(demand, "bom-not-valid", day);
  const chosen = demand.chosen?.revision ?? null;
  if (chosen !== null && !isValidOn(chosen, dates.scheduleDate))
    return refused(demand, "bom-not-valid", { ...day, revision: revisionName(chosen) });
  const flat = run.boms.of({ item: demand.item, revision, day: dates.scheduleDate });
  const errors = flat.problems.filter((problem) => problem.severity === "error");
  if (errors.length > 0) return { ok: false, problems: errors };
  if (flat.lines.length === 0) return refused(demand, "bom-not-valid", day);
  const materials = explode(demand.quantity, flat);
  const tooMuch = materials.filter((material) => compare(material.quantity, MOST_OF_A_MATERIAL) > 0);
  if (tooMuch.length > 0) return { ok: false, problems: tooMuch.map((one) => tooLarge(demand, one)) };
  return { ok: true, work: { demand, bomRevision: revision, materials, ...dates }, warnings: flat.problems };
}

/** Each row may ask for so much; several that are merged, or an order that is changed, may not be for more either. */
function checkTotal({ quantity, merged }: DemandLine): ProblemDetail | null {
  if (!isTooLarge(quantity)) return null;
  const rows = merged === undefined ? {} : { rows: merged.map(({ row }) => String(row)).join(", ") };
  const params = { limit: LARGEST_QUANTITY, ...rows };
  return problemAt({ field: "quantity", value: decimalText(quantity) }, "quantity-too-large", { params });
}

interface DatedRevision {
  readonly dates: DatedWork;
  /** Null when none is valid on the schedule date. */
  readonly revision: BomRevisionFacts | null;
}

/** Null when the work would take too long. */
function datedRevision(demand: DemandLine, run: PlanningRun): DatedRevision | null {
  const { today, conventions } = run;
  const chosen = demand.chosen?.revision ?? null;
  if (chosen !== null) {
    const dates = planDates({ demand, operations: chosen.operations, today, conventions });
    return dates.operations.some(({ minutes }) => minutes > LONGEST_MINUTES)
      ? null
      : { dates, revision: chosen };
  }
  // The day chooses the revision and its operations choose the day: begun with what is valid on the need date.
  const bom = demand.chosen?.bom ?? null;
  const item = bom === null ? demand.item : ofBom(demand.item, bom);
  let revision = chooseRevision(item, demand.needDate ?? today);
  for (let tries = 0; ; tries += 1) {
    const operations = revision?.operations ?? [];
    const dates = planDates({ demand, operations, today, conventions });
    if (dates.operations.some((operation) => operation.minutes > LONGEST_MINUTES)) return null;
    const onTheDay = chooseRevision(item, dates.scheduleDate);
    if (onTheDay === revision || onTheDay === null || tries === 1) return { dates, revision: onTheDay };
    revision = onTheDay;
  }
}

function ofBom(item: ItemFacts, bom: string): ItemFacts {
  return { ...item, bomRevisions: item.bomRevisions.filter((one) => one.bom === bom) };
}

function refused(
  { item }: DemandLine,
  code: "bom-not-valid" | "takes-too-long",
  params: Readonly<Record<string, string>> = {},
): PlannedOne {
  const at = { field: "item", value: item.number } as const;
  return { ok: false, problems: [problemAt(at, code, { params: { item: item.number, ...params } })] };
}

function tooLarge({ quantity }: DemandLine, { line, quantity: needed }: PlannedMaterial): ProblemDetail {
  return componentTooLarge(quantity, { component: line.component, needed, limit: LARGEST_OF_A_MATERIAL });
}

interface TooMuch {
  readonly component: ItemFacts;
  readonly needed: Decimal;
  readonly limit: string;
}

/** The row asks for little, and its bill of materials makes more of it than can be meant. */
export function componentTooLarge(quantity: Decimal, { component, needed, limit }: TooMuch): ProblemDetail {
  const params = {
    component: component.number,
    needed: decimalText(needed),
    unit: component.unit.code,
    limit,
  };
  return problemAt({ field: "quantity", value: decimalText(quantity) }, "component-too-large", { params });
}

/** Orders wait for the earlier need, then for the row above. */
export function byNeed(left: PlannedWork, right: PlannedWork): number {
  if (left.scheduleDate === right.scheduleDate) return left.demand.row - right.demand.row;
  return left.scheduleDate < right.scheduleDate ? -1 : 1;
}
