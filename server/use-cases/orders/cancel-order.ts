/** Cancelling an order, and the orders below it when they are to follow (R17). What cannot follow is named. */
import { applyAction } from "../../../shared/order/life.ts";
import type { OrderDesk } from "../../store/orders/order-desk.ts";
import { stateOf, type WorkingOrder } from "../../store/orders/working-orders.ts";
import type { ChangeResult } from "./order-changes.ts";

/** Whether the orders below go along with a change of the one above. */
export type Children = "keep" | "follow";

interface OnDesk {
  readonly order: WorkingOrder;
  readonly desk: OrderDesk;
}

/** Its coverage stays as history and counts no more. */
export function cancelOrder({ order, desk }: OnDesk, children: Children): ChangeResult {
  const cancelled = desk.change(order.id, { status: "cancelled", holdReason: null }, "order-cancelled");
  const below = desk.childrenOf(order.id);
  if (children === "keep") return { ok: true, order: cancelled, children: below };
  return {
    ok: true,
    order: cancelled,
    children: below.flatMap((child) => cancelBelow({ order: child, desk })),
  };
}

/** Returns those that could not be cancelled. */
function cancelBelow({ order, desk }: OnDesk): readonly WorkingOrder[] {
  const moved = applyAction(stateOf(order, desk.materialsOf(order.id)), "cancel", "");
  if (!moved.ok) return [order];
  const result = cancelOrder({ order, desk }, "follow");
  return result.ok ? result.children : [order];
}
