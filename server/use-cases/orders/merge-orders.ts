/** Several like orders become one: its quantity is theirs together, and every demand line keeps its share (R12). */
import { earliestNeed } from "../../../shared/planning/earliest-need.ts";
import { mayMerge, type Mergeable } from "../../../shared/order/merge-orders.ts";
import { refuse } from "../../../shared/order/refusals.ts";
import { sum } from "../../../shared/quantity/decimal.ts";
import { parseMoNumber } from "../../../shared/row/mo-number.ts";
import type { ActionResult } from "../../../shared/wire/order.ts";
import type { MergeRequest } from "../../../shared/wire/order-work.ts";
import { joinedShares, sharesOf, writeShares, type Share } from "../../store/demand/coverage-store.ts";
import { ownMaterials } from "../../store/orders/material-edits.ts";
import type { OrderDesk } from "../../store/orders/order-desk.ts";
import { stateOf, type WorkingOrder } from "../../store/orders/working-orders.ts";
import { workOnOrders, type Change, type ChangeResult, type Room } from "./order-changes.ts";
import type { Ports } from "../ports.ts";
import { replan, writeReplanned } from "./replan-order.ts";

export interface Merge extends MergeRequest {
  readonly actor: string;
}

/** The survivor's answer first, one for each order. All are merged, or none: then every answer says why. */
export function mergeOrders(ports: Ports, { into, numbers, actor }: Merge): Promise<readonly ActionResult[]> {
  const named = [...new Set([into, ...numbers].map((text) => parseMoNumber(text) ?? text))];
  let verdict: Promise<ChangeResult> | null = null;
  const change: Change = async (order, room) => {
    verdict ??= mergeAll(named, room);
    const merged = await verdict;
    return merged.ok ? { ok: true, order: room.desk.order(order.id), children: [] } : merged;
  };
  return workOnOrders(ports, { tasks: named.map((number) => ({ number, change })), actor });
}

async function mergeAll(numbers: readonly string[], room: Room): Promise<ChangeResult> {
  const { desk } = room;
  const orders = numbers.flatMap((number) => desk.byNumber(number) ?? []);
  const [first, ...others] = orders;
  if (first === undefined || orders.length !== numbers.length) return refuse("order-unknown");
  const mergeable: Mergeable[] = [];
  for (const order of orders) {
    const state = stateOf(order, desk.materialsOf(order.id));
    mergeable.push({ ...order, state, ownMaterials: await ownMaterials(desk.transaction, order.id) });
  }
  const refusal = mayMerge(mergeable);
  return refusal ?? mergeInto(first, others, room);
}

async function mergeInto(
  first: WorkingOrder,
  others: readonly WorkingOrder[],
  { desk, ports, facts }: Room,
): Promise<ChangeResult> {
  const all = [first, ...others];
  const needDate = earliestNeed(all.map((order) => order.needDate));
  const quantity = sum(all.map((order) => order.quantity));
  const replanned = replan({ ...first, quantity, needDate }, await facts(), ports);
  if (!replanned.ok) return replanned;
  const shares: Share[] = [];
  for (const order of all) shares.push(...(await sharesOf(desk.transaction, order.id)));
  for (const other of others) await mergeAway(other, first, desk);
  await writeShares(desk.transaction, first.id, joinedShares(shares));
  const { scheduleDate, dueDate } = replanned.work;
  const whole = { quantity, needDate, scheduleDate, dueDate };
  const merged = desk.change(first.id, whole, "order-merged");
  await writeReplanned(desk, merged, replanned.work);
  return { ok: true, order: merged, children: [] };
}

/** It ends as cancelled, and says where it went; the orders below it are the survivor's now. */
async function mergeAway(other: WorkingOrder, first: WorkingOrder, desk: OrderDesk): Promise<void> {
  for (const child of desk.childrenOf(other.id))
    desk.change(child.id, { parentId: first.id }, "order-changed");
  const memo = [other.memo, `Merged into ${first.number}`].filter((text) => text !== "").join(" · ");
  desk.change(other.id, { status: "cancelled", memo }, "order-merged", first.number);
  await writeShares(desk.transaction, other.id, []);
}
