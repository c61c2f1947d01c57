/** Several like orders become one: its quantity is theirs together, and every demand line keeps its share (R12). */
import { refuse, type Refused } from "../../shared/order/refusals.ts";
import { isUnfinished } from "../../shared/order/life.ts";
import { sum } from "../../shared/quantity/decimal.ts";
import { parseMoNumber } from "../../shared/row/mo-number.ts";
import type { ActionResult, MergeRequest } from "../../shared/wire/order.ts";
import { loadFacts } from "../store/catalog-facts.ts";
import { joinedShares, sharesOf, writeShares, type Share } from "../store/coverage-store.ts";
import type { OrderDesk } from "../store/order-desk.ts";
import { stateOf, type WorkingOrder } from "../store/working-orders.ts";
import { workOnOrders, type ChangeResult } from "./order-changes.ts";
import type { Ports } from "./ports.ts";
import { replan, writeReplanned } from "./replan-order.ts";

export interface Merge extends MergeRequest {
  readonly actor: string;
}

/** The survivor's answer first. All orders are merged, or none: then every answer says why. */
export async function mergeOrders(
  ports: Ports,
  { into, numbers, actor }: Merge,
): Promise<readonly ActionResult[]> {
  const all = [into, ...numbers.filter((text) => parseMoNumber(text) !== parseMoNumber(into))];
  let verdict: Promise<ChangeResult> | null = null;
  const change = async (order: WorkingOrder, desk: OrderDesk): Promise<ChangeResult> => {
    verdict ??= mergeAll(all, desk, ports);
    const merged = await verdict;
    return merged.ok ? { ok: true, order: desk.order(order.id), children: [] } : merged;
  };
  return workOnOrders(ports, { numbers: all, actor, change });
}

async function mergeAll(numbers: readonly string[], desk: OrderDesk, ports: Ports): Promise<ChangeResult> {
  const orders = [...new Set(numbers)].flatMap((text) => desk.byNumber(parseMoNumber(text) ?? "") ?? []);
  const [first, ...others] = orders;
  if (first === undefined || orders.length !== new Set(numbers).size) return refuse("order-unknown");
  if (others.length === 0) return refuse("merge-needs-two");
  const differing = others.map((other) => difference(first, other)).find((one) => one !== null) ?? null;
  if (differing !== null) return differing;
  for (const order of orders) {
    const state = stateOf(order, desk.materialsOf(order.id));
    if (!isUnfinished(order.status)) return refuse("wrong-status");
    if (order.holdReason !== null) return refuse("on-hold");
    if (state.hasProduced) return refuse("already-produced");
    if (state.hasIssued) return refuse("materials-issued");
  }
  return mergeInto(first, others, { desk, ports });
}

function difference(first: WorkingOrder, other: WorkingOrder): Refused | null {
  const { number } = other;
  if (first.type !== other.type) return refuse("merge-differs", { number, what: "type" });
  if (first.itemId !== other.itemId) return refuse("merge-differs", { number, what: "item" });
  if (first.storeId !== other.storeId) return refuse("merge-differs", { number, what: "store" });
  if (first.revisionId !== other.revisionId)
    return refuse("merge-differs", { number, what: "bill of materials" });
  if (first.parentId !== other.parentId) return refuse("merge-differs", { number, what: "parent order" });
  return null;
}

interface Room {
  readonly desk: OrderDesk;
  readonly ports: Ports;
}

async function mergeInto(
  first: WorkingOrder,
  others: readonly WorkingOrder[],
  { desk, ports }: Room,
): Promise<ChangeResult> {
  const { transaction } = desk;
  const all = [first, ...others];
  const needDate = all.flatMap((order) => order.needDate ?? []).toSorted()[0] ?? null;
  const whole = { ...first, quantity: sum(all.map((order) => order.quantity)), needDate };
  const replanned = replan(whole, await loadFacts(transaction, [{ item: first.item }], "one-level"), ports);
  if (!replanned.ok) return replanned;
  const shares: Share[] = [];
  for (const order of all) shares.push(...(await sharesOf(transaction, order.id)));
  for (const other of others) {
    for (const child of desk.childrenOf(other.id))
      desk.change(child.id, { parentId: first.id }, "order-changed");
    const memo = [other.memo, `Merged into ${first.number}`].filter((text) => text !== "").join(" · ");
    desk.change(other.id, { status: "cancelled", memo }, "order-merged");
    await writeShares(transaction, other.id, []);
  }
  await writeShares(transaction, first.id, joinedShares(shares));
  const { scheduleDate, dueDate } = replanned.work;
  const merged = desk.change(
    first.id,
    { quantity: whole.quantity, needDate, scheduleDate, dueDate },
    "order-merged",
  );
  await writeReplanned(desk, merged, replanned.work);
  return { ok: true, order: merged, children: [] };
}
