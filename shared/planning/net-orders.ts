/**
 * Shares out what is in stock and on the way among the orders of a press, level by level, and plans orders for the
 * sub-assemblies that remain missing. An order made for a shortage covers exactly that shortage: planning again
 * with it on the books makes nothing (R7, R8).
 */
import { addDays, dateOfDay, dayNumber } from "../quantity/calendar-date.ts";
import { compare, decimal, isAboveZero, roundUp, ZERO, type Decimal } from "../quantity/decimal.ts";
import type { ProblemDetail } from "../row/problem.ts";
import { LARGEST_QUANTITY } from "../validation/check-quantity.ts";
import { supplyKey, type ItemFacts } from "../validation/facts.ts";
import type { DemandLine } from "../validation/demand-line.ts";
import type { Availability, Piece, Shelf, Taken } from "./availability.ts";
import { byNeed, componentTooLarge, planOne, type PlannedWork, type PlanningRun } from "./plan-one.ts";
import type { MaterialSupply } from "./readiness.ts";
import { workingDayFrom } from "./working-calendar.ts";

/** An order while its materials are being looked for. */
export interface NetWork {
  readonly work: PlannedWork;
  /** Items from the press's own order down to this one: an order for one of them would be a loop. */
  readonly trail: readonly ItemFacts[];
  readonly supplies: MaterialSupply[];
  readonly children: NetWork[];
}

export interface Netting extends PlanningRun {
  readonly availability: Availability;
  readonly lowLevelCodes: ReadonlyMap<number, number>;
  readonly makesSubAssemblies: boolean;
  /** By row: what of its sub-assemblies would take more than an order may hold. */
  readonly tooLarge: Map<number, ProblemDetail>;
}

/** A material that is being looked for; what was found is noted in it, so that the BOM's order stays. */
interface Want extends MaterialSupply {
  readonly order: NetWork;
  taken: Taken;
}

const ORDERS_A_STEP = 200;
const NOTHING_YET: Taken = { pieces: [], missing: ZERO };

export function netWork(work: PlannedWork, trail: readonly ItemFacts[] = []): NetWork {
  return { work, trail: [...trail, work.demand.item], supplies: [], children: [] };
}

/** An item in a store is a step. */
export function* netOrders(orders: readonly NetWork[], netting: Netting): Generator<number, void, undefined> {
  const waiting = new Wants(netting.lowLevelCodes);
  for (const [index, order] of orders.entries()) {
    if (index % ORDERS_A_STEP === 0) yield index;
    waiting.add(order);
  }
  for (let next = waiting.next(); next !== null; next = waiting.next()) {
    yield orders.length;
    const shelf = netting.availability.of(next.key);
    for (const want of next.wants) {
      const child = supply(want, shelf, netting);
      if (child !== null) waiting.add(child);
    }
  }
}

/** Notes where the material comes from; returns the order planned for what is missing, if any. */
function supply(want: Want, shelf: Shelf, netting: Netting): NetWork | null {
  const { order, material } = want;
  const taken = shelf.take(material.quantity);
  want.taken = taken;
  if (!isAboveZero(taken.missing)) return null;
  const child = planChild(want, taken.missing, netting);
  if (child === null) return null;
  order.children.push(child);
  const day = dayNumber(child.work.dueDate);
  const made: Piece = { day, quantity: taken.missing, documents: [], isMade: true };
  want.taken = { pieces: [...taken.pieces, made], missing: ZERO };
  return child;
}

/** An order for a missing sub-assembly, wanted on the working day before its parent begins. Null when it cannot be made. */
function planChild({ order, material }: Want, missing: Decimal, netting: Netting): NetWork | null {
  const item = material.line.component;
  if (!netting.makesSubAssemblies || !item.make || !item.active) return null;
  if (order.trail.some((above) => above.id === item.id)) return null;
  const { demand, scheduleDate } = order.work;
  const dayBefore = dayNumber(addDays(scheduleDate, -1));
  const needDate = dateOfDay(workingDayFrom(demand.store.calendar, dayBefore, -1));
  const quantity = roundUp(missing, item.unit.decimals);
  if (compare(quantity, MOST_OF_AN_ORDER) > 0) {
    const problem = { component: item, needed: quantity, limit: LARGEST_QUANTITY };
    netting.tooLarge.set(demand.row, componentTooLarge(demand.quantity, problem));
    return null;
  }
  const planned = planOne(childDemand(demand, { item, quantity, needDate }), netting);
  if (planned.ok) return netWork(planned.work, order.trail);
  const problem = planned.problems.find(({ code }) => code === "component-too-large");
  if (problem !== undefined) netting.tooLarge.set(demand.row, problem);
  return null;
}

const MOST_OF_AN_ORDER = decimal(LARGEST_QUANTITY);

/** For the same store, and for nobody's line: what was decided about the order above is not about this one. */
function childDemand(
  { row, kind, store, notes }: DemandLine,
  { item, quantity, needDate }: Pick<DemandLine, "item" | "quantity" | "needDate">,
): DemandLine {
  return { row, kind, item, quantity, store, needDate, document: "", line: "", notes };
}

/** All who want one item in one store. */
interface Queue {
  readonly key: number;
  readonly wants: Want[];
  /** Whether those of sub-assemblies came into it: whenever their parent was looked at, not in the order of needs. */
  isMixed: boolean;
}

/** What is wanted of each item and store, handed out from the shallowest level down, the earlier need first. */
class Wants {
  readonly #codes: ReadonlyMap<number, number>;
  readonly #levels: Map<number, Queue>[] = [];

  constructor(codes: ReadonlyMap<number, number>) {
    this.#codes = codes;
  }

  /** Orders of rows come in the order of their needs. */
  add(order: NetWork): void {
    const isOfRow = order.trail.length === 1;
    for (const material of order.work.materials) {
      if (!material.line.isInStockUnit) continue;
      const want: Want = { order, material, taken: NOTHING_YET };
      order.supplies.push(want);
      const queue = this.#queue(material.line.component.id, order.work.demand.store.id);
      queue.wants.push(want);
      if (!isOfRow) queue.isMixed = true;
    }
  }

  /** Null when nobody wants anything any more. */
  next(): Queue | null {
    for (const level of this.#levels)
      for (const [key, queue] of level) {
        level.delete(key);
        if (queue.isMixed) queue.wants.sort((left, right) => byNeed(left.order.work, right.order.work));
        return queue;
      }
    return null;
  }

  #queue(itemId: number, storeId: number): Queue {
    const level = this.#level(this.#codes.get(itemId) ?? 0);
    const key = supplyKey(itemId, storeId);
    const known = level.get(key);
    if (known !== undefined) return known;
    const fresh: Queue = { key, wants: [], isMixed: false };
    level.set(key, fresh);
    return fresh;
  }

  #level(code: number): Map<number, Queue> {
    while (this.#levels.length <= code) this.#levels.push(new Map());
    return this.#levels[code] ?? new Map<number, Queue>();
  }
}
