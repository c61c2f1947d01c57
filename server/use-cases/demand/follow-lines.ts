/**
 * The orders that make sub-assemblies for one whose material lines were changed: what is wanted of their product more
 * or less, they make more or less; what nobody wants any more is cancelled (R17).
 */
import { applyAction } from "../../../shared/order/life.ts";
import {
  add,
  compare,
  isAboveZero,
  larger,
  smaller,
  subtract,
  sum,
  ZERO,
  type Decimal,
} from "../../../shared/quantity/decimal.ts";
import { stateOf, type WorkingMaterial, type WorkingOrder } from "../../store/orders/working-orders.ts";
import { cancelOrder, type Children } from "../orders/cancel-order.ts";
import { followChildren } from "./follow-children.ts";
import type { Room } from "../orders/order-changes.ts";
import { replan, writeReplanned } from "../orders/replan-order.ts";

export interface ChangedLines {
  readonly order: WorkingOrder;
  readonly before: readonly WorkingMaterial[];
  readonly after: readonly WorkingMaterial[];
  readonly children: Children;
}

/** Returns those that did not follow. A component that none is made for gets no order of its own here. */
export async function followLines(
  { order, before, after, children }: ChangedLines,
  room: Room,
): Promise<readonly WorkingOrder[]> {
  const below = room.desk.childrenOf(order.id);
  const left: WorkingOrder[] = [];
  for (const itemId of new Set(below.map((child) => child.itemId))) {
    const makers = below.filter((child) => child.itemId === itemId);
    const more = subtract(wantedOf(itemId, after), wantedOf(itemId, before));
    if (more.units === 0n) continue;
    left.push(...(children === "keep" ? makers : await makeBy(more, makers, room)));
  }
  return left;
}

function wantedOf(itemId: number, lines: readonly WorkingMaterial[]): Decimal {
  return sum(lines.filter((line) => line.itemId === itemId).map((line) => line.quantity));
}

/** More is made by the first of them; less is taken from the last ones first, as far as nothing is made yet. */
async function makeBy(
  more: Decimal,
  makers: readonly WorkingOrder[],
  room: Room,
): Promise<readonly WorkingOrder[]> {
  const [first] = makers;
  if (first === undefined) return [];
  if (isAboveZero(more)) return resize(first, add(first.quantity, more), room);
  const left: WorkingOrder[] = [];
  let less = subtract(ZERO, more);
  for (const maker of makers.toReversed()) {
    const free = larger(ZERO, subtract(maker.quantity, add(maker.produced, maker.scrapped)));
    const part = smaller(less, free);
    if (!isAboveZero(less)) break;
    less = subtract(less, part);
    if (isAboveZero(part)) left.push(...(await resize(maker, subtract(maker.quantity, part), room)));
    else left.push(maker);
  }
  return left;
}

/** Returns the order itself when it cannot be changed so. */
async function resize(maker: WorkingOrder, quantity: Decimal, room: Room): Promise<readonly WorkingOrder[]> {
  const { desk, ports } = room;
  if (compare(quantity, ZERO) <= 0) {
    const moved = applyAction(stateOf(maker, desk.materialsOf(maker.id)), "cancel", "");
    const cancelled = moved.ok ? cancelOrder({ order: maker, desk }, "follow") : null;
    return cancelled?.ok === true ? cancelled.children : [maker];
  }
  const wanted = { ...maker, quantity };
  const replanned = replan(wanted, await room.facts(), ports);
  if (!replanned.ok) return [maker];
  const { scheduleDate, dueDate } = replanned.work;
  const noted = desk.change(maker.id, { quantity, scheduleDate, dueDate }, "order-changed");
  await writeReplanned(desk, noted, replanned.work);
  return followChildren({ before: maker, after: noted, follow: "follow" }, room);
}
