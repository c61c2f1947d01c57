/** Materials issued to orders, or returned from them, by hand. */
import { mayMoveMaterials, movesOf } from "../../../shared/order/move-materials.ts";
import { subtract, ZERO } from "../../../shared/quantity/decimal.ts";
import type { ActionResult } from "../../../shared/wire/order.ts";
import type { MaterialsRequest } from "../../../shared/wire/order-work.ts";
import { stateOf, type WorkingOrder } from "../../store/orders/working-orders.ts";
import { workOnOrders, type ChangeResult, type Room } from "./order-changes.ts";
import type { Ports } from "../ports.ts";

export interface MaterialsMoves {
  readonly orders: readonly (MaterialsRequest & { readonly number: string })[];
  readonly actor: string;
}

export function moveMaterials(
  ports: Ports,
  { orders, actor }: MaterialsMoves,
): Promise<readonly ActionResult[]> {
  const tasks = orders.map((move) => ({
    number: move.number,
    change: (order: WorkingOrder, room: Room) => moveForOrder(move, order, room),
  }));
  return workOnOrders(ports, { tasks, actor });
}

function moveForOrder(move: MaterialsRequest, order: WorkingOrder, { desk }: Room): ChangeResult {
  const { action } = move;
  const materials = desk.materialsOf(order.id);
  const refusal = mayMoveMaterials(stateOf(order, materials), action);
  if (refusal !== null) return refusal;
  const checked = movesOf(action, move.materials, materials);
  if (!checked.ok) return checked;
  for (const { position, quantity } of checked.moves) {
    const out = action === "issue" ? quantity : subtract(ZERO, quantity);
    desk.issue({ orderId: order.id, position }, out, action);
  }
  const kind = action === "issue" ? "materials-issued" : "materials-returned";
  return { ok: true, order: desk.change(order.id, {}, kind), children: [] };
}
