/** Release, start, produce, close, reopen, cancel, hold, resume: on one order or on many, with a result for each (R19). */
import type { Event } from "../../../shared/event/event.ts";
import { coveredBy } from "../../../shared/order/covered-by.ts";
import { applyAction, isUnfinished, type OrderAction } from "../../../shared/order/life.ts";
import { refuse } from "../../../shared/order/refusals.ts";
import type { ActionRequest, ActionResult } from "../../../shared/wire/order.ts";
import { fitShares } from "../../store/demand/fit-shares.ts";
import type { OrderDesk } from "../../store/orders/order-desk.ts";
import { stateOf, type WorkingOrder } from "../../store/orders/working-orders.ts";
import { cancelOrder } from "./cancel-order.ts";
import { workOnOrders, type Change, type ChangeResult } from "./order-changes.ts";
import type { Ports } from "../ports.ts";
import { produceOrder } from "./produce-order.ts";

export interface OrderChange extends ActionRequest {
  readonly action: OrderAction;
  readonly actor: string;
}

const kinds: Record<Exclude<OrderAction, "produce" | "cancel">, Event["kind"]> = {
  release: "order-released",
  start: "order-started",
  close: "order-closed",
  reopen: "order-reopened",
  hold: "order-held",
  resume: "order-resumed",
};

export function changeOrders(ports: Ports, change: OrderChange): Promise<readonly ActionResult[]> {
  const one: Change = (order, { desk }) => changeOne(ports, change, { order, desk });
  const tasks = change.numbers.map((number) => ({ number, change: one }));
  return workOnOrders(ports, { tasks, actor: change.actor });
}

interface OnDesk {
  readonly order: WorkingOrder;
  readonly desk: OrderDesk;
}

async function changeOne(ports: Ports, change: OrderChange, { order, desk }: OnDesk): Promise<ChangeResult> {
  const { action, version, reason } = change;
  if (version !== undefined && version !== order.version) return refuse("stale-version");
  const moved = applyAction(stateOf(order, desk.materialsOf(order.id)), action, reason);
  if (!moved.ok) return refuse(moved.refusal);
  if (action === "produce") return produceOrder({ order, desk }, change, ports.overProductionPercent);
  if (action === "cancel") return cancelOrder({ order, desk }, change.children);
  // It is to make the rest of its quantity again, for its lines.
  if (action === "reopen" && isUnfinished(moved.next.status))
    await fitShares(desk.transaction, order.id, coveredBy(order, false));
  return { ok: true, order: desk.change(order.id, moved.next, kinds[action]), children: [] };
}
