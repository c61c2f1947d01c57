/**
 * The table on which orders are changed within one transaction: they are laid out with their materials and the
 * orders below them, changed as often as needed, and put back with their events and stock movements at the end.
 */
import type { Event } from "../../../shared/event/event.ts";
import { isUnfinished } from "../../../shared/order/life.ts";
import {
  add,
  decimalText,
  isAboveZero,
  subtract,
  ZERO,
  type Decimal,
} from "../../../shared/quantity/decimal.ts";
import { inStockUnit, type LineUnit } from "../../../shared/quantity/in-stock-unit.ts";
import type { UnitConversion } from "../../../shared/quantity/unit.ts";
import { appendEvents, type NewEvent } from "../event-store.ts";
import { loadConversions } from "../facts/conversion-facts.ts";
import { pushTo } from "../facts/push-to.ts";
import type { Transaction } from "../open-database.ts";
import { StockLedger, type Draw } from "../stock/stock-ledger.ts";
import {
  saveOrder,
  snapshotOf,
  workingMaterials,
  workingOrders,
  type WorkingMaterial,
  type WorkingOrder,
} from "./working-orders.ts";

export interface Deskwork {
  readonly numbers: readonly string[];
  readonly actor: string;
  readonly at: string;
}

type Change = Partial<Omit<WorkingOrder, "id" | "number" | "version" | "batchId">>;

/** What happened, and the other order or the material lines it is about. */
type EventOf = readonly [kind: Event["kind"], about?: string | Event["materials"]];

type MaterialOf = Pick<WorkingMaterial, "orderId" | "position">;

interface Taking extends Omit<Draw, "storeId"> {
  readonly orderId: number;
  readonly item: string;
  readonly unit: string;
}

/** Taken out of a store that did not have it. */
export interface Owed {
  readonly item: string;
  readonly unit: string;
  readonly store: string;
  readonly quantity: Decimal;
}

interface Stock {
  readonly ledger: StockLedger;
  readonly conversions: readonly UnitConversion[];
}

export class OrderDesk {
  readonly #orders = new Map<number, WorkingOrder>();
  readonly #idsByNumber = new Map<string, number>();
  readonly #childIds = new Map<number, number[]>();
  readonly #materials = new Map<number, WorkingMaterial[]>();
  readonly #changed = new Set<number>();
  readonly #issued = new Map<string, WorkingMaterial>();
  readonly #events: NewEvent[] = [];
  readonly #owed = new Map<number, Owed[]>();

  private constructor(
    readonly transaction: Transaction,
    readonly by: { readonly actor: string; readonly at: string },
    private readonly stock: Stock,
  ) {}

  get conversions(): readonly UnitConversion[] {
    return this.stock.conversions;
  }

  get ledger(): StockLedger {
    return this.stock.ledger;
  }

  /** With the orders named, all orders below them, and the materials of all. */
  static async open(transaction: Transaction, { numbers, actor, at }: Deskwork): Promise<OrderDesk> {
    const orders = [...(await workingOrders(transaction, { numbers }))];
    for (let parents = orders; parents.length > 0;) {
      const known = new Set(orders.map((order) => order.id));
      const below = await workingOrders(transaction, { parents: parents.map((order) => order.id) });
      parents = below.filter((order) => !known.has(order.id));
      for (const order of parents) orders.push(order);
    }
    const materials = await workingMaterials(
      transaction,
      orders.map((order) => order.id),
    );
    const items = [...orders, ...materials].map((one) => one.itemId);
    const ledger = await StockLedger.open(transaction, items);
    const stock = { ledger, conversions: await loadConversions(transaction) };
    const desk = new OrderDesk(transaction, { actor, at }, stock);
    for (const order of orders) desk.lay(order, []);
    for (const material of materials) desk.#materials.get(material.orderId)?.push(material);
    return desk;
  }

  /** Puts an order on the table: one that was there, or one that was written a moment ago. */
  lay(order: WorkingOrder, materials: readonly WorkingMaterial[]): void {
    this.#orders.set(order.id, order);
    this.#idsByNumber.set(order.number, order.id);
    this.#materials.set(order.id, [...materials]);
    if (order.parentId !== null) pushTo(this.#childIds, order.parentId, order.id);
  }

  all(): readonly WorkingOrder[] {
    return [...this.#orders.values()];
  }

  byNumber(number: string): WorkingOrder | undefined {
    const id = this.#idsByNumber.get(number);
    return id === undefined ? undefined : this.#orders.get(id);
  }

  order(id: number): WorkingOrder {
    const order = this.#orders.get(id);
    if (order === undefined) throw new Error(`Order ${id} is not on the table`);
    return order;
  }

  materialsOf(id: number): readonly WorkingMaterial[] {
    return this.#materials.get(id) ?? [];
  }

  /** The orders made for this one that are still to be finished. */
  childrenOf(id: number): readonly WorkingOrder[] {
    const ids = [...new Set(this.#childIds.get(id))];
    return ids
      .map((child) => this.order(child))
      .filter((order) => order.parentId === id && isUnfinished(order.status));
  }

  /** Notes the change with its event, one version on. */
  change(id: number, change: Change, ...event: EventOf): WorkingOrder {
    const before = this.order(id);
    const order = { ...before, ...change, version: before.version + 1 };
    this.#orders.set(id, order);
    this.#changed.add(id);
    if (order.parentId !== null && order.parentId !== before.parentId)
      pushTo(this.#childIds, order.parentId, id);
    this.announce(id, ...event);
    return order;
  }

  /** Notes an event about an order that was written already. */
  announce(id: number, ...[kind, about]: EventOf): void {
    const event = { kind, moId: id, batchId: null, order: snapshotOf(this.order(id)), ...this.by };
    const details = typeof about === "string" ? { about } : about === undefined ? {} : { materials: about };
    this.#events.push({ ...event, ...details });
  }

  /** What its work took out of the store beyond what was there. */
  owedFor(id: number): readonly Owed[] {
    return this.#owed.get(id) ?? [];
  }

  /** Notes how the materials of an order are now, after they were written anew. */
  replaceMaterials(orderId: number, materials: readonly WorkingMaterial[]): void {
    this.#materials.set(orderId, [...materials]);
  }

  /** Takes material for the order out of its store; brings it back when the quantity is below zero. */
  issue(of: MaterialOf, quantity: Decimal, reason: "issue" | "return"): void {
    const { material, inStock } = this.#noteIssued(of, quantity);
    if (inStock === null) return;
    const { item, itemId, orderId, stockUnit: unit } = material;
    if (inStock.units > 0n) this.take({ item, itemId, orderId, unit, quantity: inStock, reason });
    else this.#putAnywhere({ itemId, orderId, reason, quantity: subtract(ZERO, inStock) });
  }

  /** Components that come out of a product which is taken apart. */
  yieldBack(of: MaterialOf, quantity: Decimal): void {
    const { material, inStock } = this.#noteIssued(of, quantity);
    if (inStock === null) return;
    const { itemId, orderId } = material;
    this.#putAnywhere({ itemId, orderId, quantity: inStock, reason: "disassembly-returned" });
  }

  /** Takes something for the order out of its store, and notes what was not there. */
  take({ item, unit, ...draw }: Taking): void {
    const { storeId, store } = this.order(draw.orderId);
    const missing = this.ledger.draw({ ...draw, storeId });
    if (isAboveZero(missing)) pushTo(this.#owed, draw.orderId, { item, unit, store, quantity: missing });
  }

  #putAnywhere(movement: Omit<Taking, "item" | "unit">): void {
    const { storeId } = this.order(movement.orderId);
    this.ledger.put({ ...movement, storeId, locationId: 0 });
  }

  /** With the quantity in the unit stock is kept in; null when nothing says how. */
  #noteIssued({ orderId, position }: MaterialOf, quantity: Decimal) {
    const materials = this.#materials.get(orderId) ?? [];
    const index = materials.findIndex((one) => one.position === position);
    const before = materials[index];
    if (before === undefined) throw new Error(`Order ${orderId} has no material at ${position}`);
    const material = { ...before, issued: add(before.issued, quantity) };
    materials[index] = material;
    this.#issued.set(`${orderId}/${position}`, material);
    return { material, inStock: inStockUnit(this.stock.conversions, lineUnitOf(material), quantity) };
  }

  /** Writes all that was changed. Returns the position of the last event; null when nothing happened. */
  async close(): Promise<number | null> {
    for (const id of this.#changed) await saveOrder(this.transaction, this.order(id), this.by);
    for (const material of this.#issued.values()) await saveIssued(this.transaction, material);
    await this.ledger.close(this.transaction, this.by);
    return this.#events.length === 0 ? null : appendEvents(this.transaction, this.#events);
  }
}

function lineUnitOf({
  itemId,
  unit: lineUnit,
  stockUnit,
  stockDecimals: decimals,
}: WorkingMaterial): LineUnit {
  return { itemId, lineUnit, stockUnit, decimals };
}

async function saveIssued(transaction: Transaction, material: WorkingMaterial): Promise<void> {
  await transaction
    .updateTable("mo_material")
    .set({ issued_quantity: decimalText(material.issued) })
    .where("mo_id", "=", material.orderId)
    .where("position", "=", material.position)
    .execute();
}
