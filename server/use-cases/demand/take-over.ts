/** One order becomes what one of its lines says by now: its share of it, and so its quantity and day (R18). */
import { earliestNeed } from "../../../shared/planning/earliest-need.ts";
import { applyAction } from "../../../shared/order/life.ts";
import { refuse, type Refused } from "../../../shared/order/refusals.ts";
import {
  add,
  compare,
  decimalText,
  larger,
  subtract,
  ZERO,
  type Decimal,
} from "../../../shared/quantity/decimal.ts";
import { coverageOf } from "../../store/demand/coverage-store.ts";
import { differenceBy, markSeen, markTaken, type Drift } from "../../store/demand/drift-store.ts";
import { isWanted, resizeShare, sharesOfOrder, type ShareOfOrder } from "../../store/demand/order-shares.ts";
import { codeKey } from "../../../shared/validation/facts.ts";
import type { OrderDesk } from "../../store/orders/order-desk.ts";
import { outputLocation } from "../../store/orders/order-store.ts";
import {
  saveOrder,
  stateOf,
  workingMaterials,
  workingOrders,
  type WorkingOrder,
} from "../../store/orders/working-orders.ts";
import { cancelOrder } from "../orders/cancel-order.ts";
import type { ChangeResult, Room } from "../orders/order-changes.ts";
import { replan, writeReplanned } from "../orders/replan-order.ts";
import { followChildren } from "./follow-children.ts";

/**
 * The line's difference is one, however many orders it is on: this order takes of it what it can, and when that is all,
 * the line's others have nothing left to take over.
 */
export async function takeOver(drift: Drift, room: Room): Promise<ChangeResult> {
  const { desk } = room;
  const order = desk.order(drift.orderId);
  const shares = await sharesOfOrder(desk.transaction, order.id);
  const own = shares.find(({ lineId }) => lineId === drift.lineId);
  if (own === undefined) throw new Error(`Order ${order.number} has lost its line`);
  const asked = own.isLive ? await askedBy(drift, desk) : subtract(ZERO, own.quantity);
  const change = larger(asked, subtract(ZERO, own.quantity));
  const quantity = add(own.quantity, change);
  const after = shares.map((share) => (share === own ? { ...own, quantity } : share));
  if (change.units < 0n && !after.some(isWanted))
    return handOn(await giveUp(order, room), { drift, asked, change, room });
  const place = await placeOf(after, order, { drift, desk });
  if ("refusal" in place) return place;
  const wanted = {
    ...order,
    ...place,
    quantity: add(order.quantity, change),
    needDate: dayOf(after, order, drift),
  };
  const reported = add(order.produced, order.scrapped);
  if (change.units < 0n && compare(wanted.quantity, reported) < 0)
    return refuse("below-produced", { produced: decimalText(reported) });
  const replanned = await become({ before: order, wanted }, room);
  if (!replanned.ok) return replanned;
  await resizeShare(desk.transaction, order.id, { lineId: own.lineId, quantity });
  await markSeen(desk.transaction, drift);
  return handOn(replanned, { drift, asked, change, room });
}

async function askedBy(drift: Drift, { transaction }: OrderDesk): Promise<Decimal> {
  const lines = await coverageOf(transaction, [drift.lineId]);
  return differenceBy(drift, lines.get(drift.lineId) ?? { covered: ZERO });
}

/** The first day on which one of its lines wants it; the order's own while none of them has moved. */
function dayOf(
  shares: readonly ShareOfOrder[],
  { needDate }: WorkingOrder,
  { lineId, wasNeeded, isNeeded }: Drift,
): string | null {
  const hasGone = shares.some((share) => share.lineId === lineId && !isWanted(share));
  if (wasNeeded === isNeeded && !hasGone) return needDate;
  const wanted = shares.filter(isWanted);
  return wanted.length === 0 ? null : earliestNeed(wanted.map((share) => share.needDate));
}

type Place = Pick<WorkingOrder, "storeId" | "store" | "locationId">;

interface Moving {
  readonly drift: Drift;
  readonly desk: OrderDesk;
}

/** Where the line wants it by now, unless the order was made for another store, or others of its lines want it there. */
async function placeOf(
  shares: readonly ShareOfOrder[],
  order: WorkingOrder,
  { drift: { lineId, wasStore, isStore }, desk }: Moving,
): Promise<Place | Refused> {
  const { storeId, store, locationId } = order;
  const own = shares.find((share) => share.lineId === lineId && isWanted(share));
  const stays = shares.some((share) => isWanted(share) && share.storeId !== own?.storeId);
  const isMoved = codeKey(wasStore) !== codeKey(isStore) && codeKey(wasStore) === codeKey(store);
  if (own === undefined || stays || !isMoved) return { storeId, store, locationId };
  const { hasIssued, hasProduced } = stateOf(order, desk.materialsOf(order.id));
  if (hasIssued || hasProduced) return refuse("not-before-start", { field: "store" });
  const place = { storeId: own.storeId, store: own.store };
  return { ...place, locationId: await outputLocation(desk.transaction, own.storeId) };
}

interface Becoming {
  readonly before: WorkingOrder;
  readonly wanted: WorkingOrder;
}

async function become({ before, wanted }: Becoming, room: Room): Promise<ChangeResult> {
  const { desk, ports } = room;
  const replanned = replan(wanted, await room.facts(), ports);
  if (!replanned.ok) return replanned;
  const { scheduleDate, dueDate } = replanned.work;
  const noted = desk.change(before.id, { ...wanted, scheduleDate, dueDate }, "order-changed");
  await writeReplanned(desk, noted, replanned.work);
  return {
    ok: true,
    order: noted,
    children: await followChildren({ before, after: noted, follow: "follow" }, room),
  };
}

interface Taken {
  readonly drift: Drift;
  readonly asked: Decimal;
  readonly change: Decimal;
  readonly room: Room;
}

/** Those whose change was taken over here are told that they have none any more. */
async function handOn(result: ChangeResult, { drift, asked, change, room }: Taken): Promise<ChangeResult> {
  if (!result.ok || change.units === 0n || compare(asked, change) !== 0) return result;
  const { status, wasItem, isItem } = drift;
  if (status === "closed" || status === "cancelled" || wasItem !== isItem) return result;
  const { desk } = room;
  for (const number of await markTaken(desk.transaction, drift)) {
    const [other] =
      desk.byNumber(number) === undefined ? await workingOrders(desk.transaction, { numbers: [number] }) : [];
    if (other !== undefined) desk.lay(other, await workingMaterials(desk.transaction, [other.id]));
    const laid = desk.byNumber(number);
    if (laid !== undefined) desk.announce(laid.id, "demand-changed");
  }
  return result;
}

/** Nobody wants it any more. What it covered is free for whoever is asked next. */
async function giveUp(order: WorkingOrder, { desk }: Room): Promise<ChangeResult> {
  const allowed = applyAction(stateOf(order, desk.materialsOf(order.id)), "cancel", "");
  if (!allowed.ok) return refuse(allowed.refusal);
  const cancelled = cancelOrder({ order, desk }, "follow");
  await saveOrder(desk.transaction, desk.order(order.id), desk.by);
  return cancelled;
}
