/** Materials issued to an order, or returned from it, by hand. */
import { refuse, type Refused } from "../../shared/order/refusals.ts";
import {
  compare,
  decimalText,
  isAboveZero,
  parseDecimal,
  subtract,
  ZERO,
  type Decimal,
} from "../../shared/quantity/decimal.ts";
import type { ActionResult, MaterialsRequest } from "../../shared/wire/order.ts";
import type { OrderDesk } from "../store/order-desk.ts";
import type { WorkingMaterial, WorkingOrder } from "../store/working-orders.ts";
import { workOnOrders, type ChangeResult } from "./order-changes.ts";
import type { Ports } from "./ports.ts";

export interface MaterialsMove extends MaterialsRequest {
  readonly number: string;
  readonly actor: string;
}

/** All of the lines, or none: half a pick list helps nobody. */
export async function moveMaterials(ports: Ports, move: MaterialsMove): Promise<ActionResult | undefined> {
  const change = (order: WorkingOrder, desk: OrderDesk): ChangeResult => moveForOrder(move, order, desk);
  const [result] = await workOnOrders(ports, { numbers: [move.number], actor: move.actor, change });
  return result;
}

function moveForOrder(move: MaterialsMove, order: WorkingOrder, desk: OrderDesk): ChangeResult {
  const mayMove = order.status === "released" || order.status === "in-progress";
  if (order.type !== "manufacture" || !mayMove) return refuse("wrong-status");
  if (move.action === "issue" && order.holdReason !== null) return refuse("on-hold");
  const checked = move.materials.map((line) => checkLine(line, move.action, desk.materialsOf(order.id)));
  const wrong = checked.find((line) => !line.ok);
  if (wrong?.ok === false) return wrong;
  for (const line of checked) {
    if (!line.ok) continue;
    const quantity = move.action === "issue" ? line.quantity : subtract(ZERO, line.quantity);
    desk.issue(line.material, quantity, move.action);
  }
  const kind = move.action === "issue" ? "materials-issued" : "materials-returned";
  return { ok: true, order: desk.change(order.id, {}, kind), children: [] };
}

type CheckedLine =
  Refused | { readonly ok: true; readonly material: WorkingMaterial; readonly quantity: Decimal };

function checkLine(
  { position, quantity: text }: MaterialsRequest["materials"][number],
  action: MaterialsRequest["action"],
  materials: readonly WorkingMaterial[],
): CheckedLine {
  const material = materials.find((one) => one.position === position);
  if (material === undefined) return refuse("position-unknown", { position: String(position) });
  const { unit, decimals, item, issued } = material;
  const quantity = parseDecimal(text.trim());
  if (quantity === null || !isAboveZero(quantity) || quantity.scale > decimals)
    return refuse("quantity-unreadable", { value: text, unit, decimals: String(decimals) });
  if (action === "return" && compare(quantity, issued) > 0)
    return refuse("return-too-much", { item, most: decimalText(issued), unit });
  return { ok: true, material, quantity };
}
