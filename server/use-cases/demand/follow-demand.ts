/**
 * What becomes of orders when the lines they are for change: dynamic ones follow until they are released, of all
 * others the change is told, and taken over when the planner says so (R18).
 */
import { applyAction } from "../../../shared/order/life.ts";
import { refuse } from "../../../shared/order/refusals.ts";
import { add, compare, decimalText, isAboveZero, subtract } from "../../../shared/quantity/decimal.ts";
import type { ActionResult } from "../../../shared/wire/order.ts";
import { fitShares } from "../../store/demand/coverage-store.ts";
import { driftsOf, markSeen, type Drift } from "../../store/demand/drift-store.ts";
import { OrderDesk } from "../../store/orders/order-desk.ts";
import type { Transaction } from "../../store/open-database.ts";
import { stateOf, type WorkingOrder } from "../../store/orders/working-orders.ts";
import { cancelOrder } from "../orders/cancel-order.ts";
import { followChildren } from "./follow-children.ts";
import { deskFacts, workOnOrders, type ChangeResult, type Room } from "../orders/order-changes.ts";
import type { Ports } from "../ports.ts";
import { replan, writeReplanned } from "../orders/replan-order.ts";

interface By {
  readonly actor: string;
  readonly at: string;
}

/** After an import; `before`: what had changed already when it began. */
export async function followDemand(
  transaction: Transaction,
  ports: Ports,
  { before, by }: { readonly before: readonly Drift[]; readonly by: By },
): Promise<void> {
  const told = new Set(before.map(drifted));
  const drifts = (await driftsOf(transaction, null)).filter((drift) => !told.has(drifted(drift)));
  if (drifts.length === 0) return;
  const numbers = [...new Set(drifts.map(({ number }) => number))];
  const desk = await OrderDesk.open(transaction, { numbers, ...by });
  const room: Room = { desk, ports, facts: deskFacts(desk) };
  for (const drift of drifts) {
    const isFollowed = drift.isFollowing && (await takeOver(drift, room)).ok;
    if (!isFollowed) desk.announce(drift.orderId, "demand-changed");
  }
  await desk.close();
}

function drifted({ orderId, lineId, is, isNeeded, status }: Drift): string {
  return JSON.stringify([orderId, lineId, decimalText(is), isNeeded, status]);
}

/** Orders whose line says something else by now become what it says. */
export function applyDrift(
  ports: Ports,
  { numbers, actor }: { readonly numbers: readonly string[]; readonly actor: string },
): Promise<readonly ActionResult[]> {
  const change = async (order: WorkingOrder, room: Room): Promise<ChangeResult> => {
    const drifts = await driftsOf(room.desk.transaction, order.id);
    let result: ChangeResult = refuse("nothing-changed");
    for (const drift of drifts) {
      result = await takeOver(drift, room);
      if (!result.ok) return result;
    }
    return result;
  };
  return workOnOrders(ports, { tasks: numbers.map((number) => ({ number, change })), actor });
}

/** The order's quantity changes by as much as its line's; it is wanted when the line is. */
async function takeOver(drift: Drift, room: Room): Promise<ChangeResult> {
  const { desk, ports } = room;
  const order = desk.order(drift.orderId);
  if (drift.status === "closed" || drift.status === "cancelled") return giveUp(order, room);
  const quantity = add(order.quantity, subtract(drift.is, drift.was));
  const reported = add(order.produced, order.scrapped);
  if (!isAboveZero(quantity)) return giveUp(order, room);
  if (compare(quantity, reported) < 0) return refuse("below-produced", { produced: decimalText(reported) });
  const wanted = { ...order, quantity, needDate: drift.isNeeded };
  const replanned = replan(wanted, await room.facts(), ports);
  if (!replanned.ok) return replanned;
  const { scheduleDate, dueDate } = replanned.work;
  const noted = desk.change(order.id, { ...wanted, scheduleDate, dueDate }, "order-changed");
  await writeReplanned(desk, noted, replanned.work);
  await fitShares(desk.transaction, order.id, quantity);
  await markSeen(desk.transaction, drift);
  const children = await followChildren({ before: order, after: noted, follow: "follow" }, room);
  return { ok: true, order: noted, children };
}

/** Nobody wants it any more. */
function giveUp(order: WorkingOrder, { desk }: Room): ChangeResult {
  const cancelled = applyAction(stateOf(order, desk.materialsOf(order.id)), "cancel", "");
  return cancelled.ok ? cancelOrder({ order, desk }, "follow") : refuse(cancelled.refusal);
}
