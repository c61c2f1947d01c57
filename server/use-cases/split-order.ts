/** One order in parts: the first stays, the others become orders of their own, each with its share of what it is for. */
import { refuse, type Refused } from "../../shared/order/refusals.ts";
import { isUnfinished } from "../../shared/order/life.ts";
import {
  add,
  compare,
  decimalText,
  divideRoundingUp,
  isAboveZero,
  multiply,
  parseDecimal,
  smaller,
  subtract,
  sum,
  type Decimal,
} from "../../shared/quantity/decimal.ts";
import type { ActionResult, SplitRequest } from "../../shared/wire/order.ts";
import { loadFacts } from "../store/catalog-facts.ts";
import { copyOrder } from "../store/copy-order.ts";
import { dividedShares, sharesOf, writeShares } from "../store/coverage-store.ts";
import type { OrderDesk } from "../store/order-desk.ts";
import type { WorkingOrder } from "../store/working-orders.ts";
import type { Children } from "./cancel-order.ts";
import { workOnOrders, type ChangeResult } from "./order-changes.ts";
import type { Ports } from "./ports.ts";
import { replan, writeReplanned } from "./replan-order.ts";

export interface Split extends SplitRequest {
  readonly number: string;
  readonly actor: string;
}

/** The answer's children name the orders below that were not split with it. */
export async function splitOrder(ports: Ports, split: Split): Promise<ActionResult | undefined> {
  const change = async (order: WorkingOrder, desk: OrderDesk): Promise<ChangeResult> => {
    const parts = partsOf(order, split.quantities);
    if ("refusal" in parts) return parts;
    const done = await divide({ order, parts, parents: [] }, { desk, ports, children: split.children });
    return done.ok ? { ok: true, order: desk.order(order.id), children: done.left } : done;
  };
  const [result] = await workOnOrders(ports, { numbers: [split.number], actor: split.actor, change });
  return result;
}

/** What each order is for: the first part carries what was reported already. */
function partsOf(order: WorkingOrder, texts: readonly string[]): readonly Decimal[] | Refused {
  if (!isUnfinished(order.status)) return refuse("wrong-status");
  const { unit, decimals } = order;
  const reported = add(order.produced, order.scrapped);
  const rest = subtract(order.quantity, reported);
  const parts: Decimal[] = [];
  for (const text of texts) {
    const part = parseDecimal(text.trim());
    if (part === null || !isAboveZero(part) || part.scale > decimals)
      return refuse("quantity-unreadable", { value: text, unit, decimals: String(decimals) });
    parts.push(part);
  }
  if (compare(sum(parts), rest) !== 0)
    return refuse("split-does-not-add-up", { rest: decimalText(rest), unit });
  return parts.map((part, index) => (index === 0 ? add(part, reported) : part));
}

interface Division {
  readonly order: WorkingOrder;
  /** They add up to the order's quantity. */
  readonly parts: readonly Decimal[];
  /** What the parts are made for; empty when the order's own parent stays. */
  readonly parents: readonly WorkingOrder[];
}

interface Room {
  readonly desk: OrderDesk;
  readonly ports: Ports;
  readonly children: Children;
}

type Divided = Refused | { readonly ok: true; readonly left: readonly WorkingOrder[] };

async function divide({ order, parts, parents }: Division, room: Room): Promise<Divided> {
  const { desk, ports } = room;
  const facts = await loadFacts(desk.transaction, [{ item: order.item }], "one-level");
  const replans = parts.map((quantity) => replan({ ...order, quantity }, facts, ports));
  const refused = replans.find((one) => !one.ok);
  if (refused?.ok === false) return refused;
  const shares = dividedShares(await sharesOf(desk.transaction, order.id), parts);
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
  return { ok: true, left: await divideChildren(order, orders, room) };
}

async function newPart(
  order: WorkingOrder,
  part: Pick<WorkingOrder, "quantity" | "scheduleDate" | "dueDate" | "parentId">,
  desk: OrderDesk,
): Promise<WorkingOrder> {
  // What has begun is the first part's; the others have yet to be started.
  const status = order.status === "in-progress" ? "released" : order.status;
  const made = await copyOrder(desk.transaction, { of: order, part: { ...part, status }, ...desk.by });
  desk.lay(made, []);
  desk.announce(made.id, "order-created");
  return made;
}

/** Returns the orders below that stay whole, under the first part. */
async function divideChildren(
  before: WorkingOrder,
  parents: readonly WorkingOrder[],
  room: Room,
): Promise<readonly WorkingOrder[]> {
  const children = room.desk.childrenOf(before.id);
  if (room.children === "keep") return children;
  const left: WorkingOrder[] = [];
  for (const child of children) {
    const parts = proportional(child, before, parents);
    const isDivisible =
      parts.every(isAboveZero) &&
      compare(parts[0] ?? child.quantity, add(child.produced, child.scrapped)) >= 0;
    const done = isDivisible ? await divide({ order: child, parts, parents }, room) : null;
    if (done?.ok === true) left.push(...done.left);
    else left.push(child);
  }
  return left;
}

/** The child's quantity in the parents' proportions: each rounded up while there is enough, the last takes the rest. */
function proportional(
  child: WorkingOrder,
  before: WorkingOrder,
  parents: readonly WorkingOrder[],
): readonly Decimal[] {
  let rest = child.quantity;
  return parents.map((parent, index) => {
    const share = divideRoundingUp(
      multiply(child.quantity, parent.quantity),
      before.quantity,
      child.decimals,
    );
    const part = index === parents.length - 1 ? rest : smaller(rest, share);
    rest = subtract(rest, part);
    return part;
  });
}
