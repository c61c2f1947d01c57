/** Orders in parts: the first stays, the others become orders of their own, each with its share of what it is for. */
import type { Decimal } from "../../../shared/quantity/decimal.ts";
import { coveredBy } from "../../../shared/order/covered-by.ts";
import { partsOf, proportionalParts } from "../../../shared/order/split-order.ts";
import type { Refused } from "../../../shared/order/refusals.ts";
import type { ActionResult } from "../../../shared/wire/order.ts";
import type { SplitRequest } from "../../../shared/wire/order-work.ts";
import { copyOrder } from "../../store/orders/copy-order.ts";
import { dividedShares, sharesOf, writeShares } from "../../store/demand/coverage-store.ts";
import { copyEdits } from "../../store/orders/material-edits.ts";
import type { OrderDesk } from "../../store/orders/order-desk.ts";
import type { WorkingOrder } from "../../store/orders/working-orders.ts";
import type { Children } from "./cancel-order.ts";
import { workOnOrders, type ChangeResult, type Room } from "./order-changes.ts";
import type { Ports } from "../ports.ts";
import { replan, writeReplanned } from "./replan-order.ts";

export interface Splits {
  readonly orders: readonly (SplitRequest & { readonly number: string })[];
  readonly actor: string;
}

/** The answers' children name the orders below that were not split with them. */
export function splitOrders(ports: Ports, { orders, actor }: Splits): Promise<readonly ActionResult[]> {
  const tasks = orders.map((split) => ({
    number: split.number,
    change: (order: WorkingOrder, room: Room) => splitOne(split, order, room),
  }));
  return workOnOrders(ports, { tasks, actor });
}

async function splitOne(split: SplitRequest, order: WorkingOrder, room: Room): Promise<ChangeResult> {
  const parts = partsOf(order, split.quantities);
  if ("refusal" in parts) return parts;
  const done = await divide({ order, parts, parents: [], children: split.children }, room);
  if (!done.ok) return done;
  return { ok: true, order: room.desk.order(order.id), children: done.left, parts: done.parts };
}

interface Division {
  readonly order: WorkingOrder;
  /** They add up to the order's quantity. */
  readonly parts: readonly Decimal[];
  /** What the parts are made for; empty when the order's own parent stays. */
  readonly parents: readonly WorkingOrder[];
  readonly children: Children;
}

type Divided =
  | Refused
  | { readonly ok: true; readonly parts: readonly WorkingOrder[]; readonly left: readonly WorkingOrder[] };

async function divide(division: Division, room: Room): Promise<Divided> {
  const { order, parts, parents, children } = division;
  const { desk, ports } = room;
  const facts = await room.facts();
  const replans = parts.map((quantity) => replan({ ...order, quantity }, facts, ports));
  const refused = replans.find((one) => !one.ok);
  if (refused?.ok === false) return refused;
  const covers = parts.map((quantity, index) =>
    index === 0 ? coveredBy({ ...order, quantity }, false) : quantity,
  );
  const shares = dividedShares(await sharesOf(desk.transaction, order.id), covers);
  const orders: WorkingOrder[] = [];
  for (const [index, one] of replans.entries()) {
    if (!one.ok) continue;
    const { scheduleDate, dueDate } = one.work;
    const quantity = parts[index] ?? order.quantity;
    const parentId = parents[index]?.id ?? order.parentId;
    const part = { quantity, scheduleDate, dueDate, parentId };
    const made = index === 0 ? desk.change(order.id, part, "order-split") : await newPart(order, part, desk);
    await writeReplanned(desk, made, one.work);
    await writeShares(desk.transaction, made.id, shares[index] ?? []);
    orders.push(made);
  }
  const below = { before: order, parents: orders, children };
  return { ok: true, parts: orders, left: await divideChildren(below, room) };
}

async function newPart(
  order: WorkingOrder,
  part: Pick<WorkingOrder, "quantity" | "scheduleDate" | "dueDate" | "parentId">,
  desk: OrderDesk,
): Promise<WorkingOrder> {
  // What has begun is the first part's; the others have yet to be started. What holds one holds all.
  const status = order.status === "in-progress" ? "released" : order.status;
  const made = await copyOrder(desk.transaction, { of: order, part: { ...part, status }, ...desk.by });
  await copyEdits(desk.transaction, order.id, made.id);
  desk.lay(made, []);
  desk.announce(made.id, "order-created", order.number);
  return made;
}

interface Below {
  readonly before: WorkingOrder;
  readonly parents: readonly WorkingOrder[];
  readonly children: Children;
}

/** Returns the orders below that stay whole, under the first part. */
async function divideChildren(
  { before, parents, children }: Below,
  room: Room,
): Promise<readonly WorkingOrder[]> {
  const below = room.desk.childrenOf(before.id);
  if (children === "keep") return below;
  const left: WorkingOrder[] = [];
  for (const child of below) {
    const parts = proportionalParts(
      child,
      before.quantity,
      parents.map((parent) => parent.quantity),
    );
    const done = parts === null ? null : await divide({ order: child, parts, parents, children }, room);
    left.push(...(done?.ok === true ? done.left : [child]));
  }
  return left;
}
