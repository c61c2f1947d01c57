/**
 * Shares out what is in stock and on the way among the orders of a press, level by level, and plans orders for the
 * sub-assemblies that remain missing. An order made for a shortage covers exactly that shortage: planning again
 * with it on the books makes nothing (R7, R8).
 */
import { addDays, dateOfDay, dayNumber } from "../quantity/calendar-date.ts";
import { isAboveZero, roundUp, ZERO, type Decimal } from "../quantity/decimal.ts";
import { supplyKey, type ItemFacts } from "../validation/facts.ts";
import type { Availability } from "./availability.ts";
import { byNeed, planOne, type PlannedWork, type PlanningRun } from "./plan-one.ts";
import type { PlannedMaterial } from "./planned-material.ts";
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

interface Want {
  readonly order: NetWork;
  readonly material: PlannedMaterial;
}

export function netWork(work: PlannedWork, trail: readonly ItemFacts[] = []): NetWork {
  return { work, trail: [...trail, work.demand.item], supplies: [], children: [] };
}

export function netOrders(orders: readonly NetWork[], netting: Netting): void {
  const waiting = new Wants(netting.lowLevelCodes);
  for (const order of orders) waiting.add(order);
  for (let wants = waiting.next(); wants !== null; wants = waiting.next()) {
    const inOrder = wants.toSorted((left, right) => byNeed(left.order.work, right.order.work));
    for (const want of inOrder) {
      const child = supply(want, netting);
      if (child !== null) waiting.add(child);
    }
  }
  for (const order of orders) inBomOrder(order);
}

/** Notes where the material comes from; returns the order planned for what is missing, if any. */
function supply({ order, material }: Want, netting: Netting): NetWork | null {
  const { demand } = order.work;
  const key = supplyKey(material.line.component.id, demand.store.id);
  const taken = netting.availability.take(key, material.quantity);
  const child = isAboveZero(taken.missing) ? planChild({ order, material }, taken.missing, netting) : null;
  if (child === null) {
    order.supplies.push({ material, ...taken });
    return null;
  }
  order.children.push(child);
  const made = {
    day: dayNumber(child.work.dueDate),
    quantity: taken.missing,
    documents: [],
    isMade: true as const,
  };
  order.supplies.push({ material, pieces: [...taken.pieces, made], missing: ZERO });
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
  const planned = planOne({ ...demand, item, quantity, needDate, document: "", line: "" }, netting);
  return planned.ok ? netWork(planned.work, order.trail) : null;
}

/** Materials were looked for level by level; people read them in the BOM's order. */
function inBomOrder(order: NetWork): void {
  order.supplies.sort((left, right) => left.material.position - right.material.position);
  for (const child of order.children) inBomOrder(child);
}

/** What is wanted of each item and store, handed out from the shallowest level down. */
class Wants {
  readonly #codes: ReadonlyMap<number, number>;
  readonly #levels: Map<string, Want[]>[] = [];

  constructor(codes: ReadonlyMap<number, number>) {
    this.#codes = codes;
  }

  add(order: NetWork): void {
    for (const material of order.work.materials) {
      if (!material.line.isInStockUnit) continue;
      const { id } = material.line.component;
      const level = this.#level(this.#codes.get(id) ?? 0);
      const key = supplyKey(id, order.work.demand.store.id);
      const wants = level.get(key);
      if (wants === undefined) level.set(key, [{ order, material }]);
      else wants.push({ order, material });
    }
  }

  /** All who want one item in one store; null when nobody wants anything any more. */
  next(): readonly Want[] | null {
    for (const level of this.#levels)
      for (const [key, wants] of level) {
        level.delete(key);
        return wants;
      }
    return null;
  }

  #level(code: number): Map<string, Want[]> {
    while (this.#levels.length <= code) this.#levels.push(new Map());
    return this.#levels[code] ?? new Map<string, Want[]>();
  }
}
