/**
 * Shares out what is in stock and on the way among the orders of a press, level by level, and plans orders for the
 * sub-assemblies that remain missing. An order made for a shortage covers exactly that shortage: planning again
 * with it on the books makes nothing (R7, R8).
 */
import { addDays, dateOfDay, dayNumber } from "../quantity/calendar-date.ts";
import { isAboveZero, roundUp, ZERO, type Decimal } from "../quantity/decimal.ts";
import { supplyKey, type ItemFacts } from "../validation/facts.ts";
import type { DemandLine } from "../validation/demand-line.ts";
import type { Availability, Piece, Shelf, Taken } from "./availability.ts";
import { byNeed, planOne, type PlannedWork, type PlanningRun } from "./plan-one.ts";
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
      if (child !== null) waiting.addChild(child);
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
  const planned = planOne(childDemand(demand, { item, quantity, needDate }), netting);
  return planned.ok ? netWork(planned.work, order.trail) : null;
}

/** For the same store, and for nobody's line: what was decided about the order above is not about this one. */
function childDemand(
  { row, kind, store, notes }: DemandLine,
  wanted: Pick<DemandLine, "item" | "quantity" | "needDate">,
): DemandLine {
  return { ...{ row, kind, store, notes, document: "", line: "" }, ...wanted };
}

/** What is wanted of each item and store, handed out from the shallowest level down, the earlier need first. */
class Wants {
  readonly #codes: ReadonlyMap<number, number>;
  /** Those that sub-assemblies came into, out of the order of their needs. */
  readonly #mixed = new Set<Want[]>();
  readonly #levels: Map<number, Want[]>[] = [];

  constructor(codes: ReadonlyMap<number, number>) {
    this.#codes = codes;
  }

  /** In the order of their needs. */
  add(order: NetWork): void {
    this.#add(order, () => undefined);
  }

  /** Whenever its parent is looked at. */
  addChild(order: NetWork): void {
    this.#add(order, (wants) => this.#mixed.add(wants));
  }

  #add(order: NetWork, note: (wants: Want[]) => void): void {
    for (const material of order.work.materials) {
      if (!material.line.isInStockUnit) continue;
      const { id } = material.line.component;
      const level = this.#level(this.#codes.get(id) ?? 0);
      const key = supplyKey(id, order.work.demand.store.id);
      const want: Want = { order, material, taken: NOTHING_YET };
      order.supplies.push(want);
      const wants = level.get(key) ?? [];
      if (wants.length === 0) level.set(key, wants);
      wants.push(want);
      note(wants);
    }
  }

  /** All who want one item in one store; null when nobody wants anything any more. */
  next(): { readonly key: number; readonly wants: Want[] } | null {
    for (const level of this.#levels)
      for (const [key, wants] of level) {
        level.delete(key);
        if (this.#mixed.delete(wants)) wants.sort((left, right) => byNeed(left.order.work, right.order.work));
        return { key, wants };
      }
    return null;
  }

  #level(code: number): Map<number, Want[]> {
    while (this.#levels.length <= code) this.#levels.push(new Map());
    return this.#levels[code] ?? new Map<number, Want[]>();
  }
}
