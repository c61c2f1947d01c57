/** Materials of orders changed line by line: set, replaced, added, removed. For each order all of its lines, or none. */
import { changeMaterials, mayChangeMaterials } from "../../../shared/order/change-materials.ts";
import { knownDate } from "../../../shared/quantity/calendar-date.ts";
import type { Facts } from "../../../shared/validation/facts.ts";
import type { ActionResult } from "../../../shared/wire/order.ts";
import type { MaterialChanges } from "../../../shared/wire/order-work.ts";
import { loadFacts } from "../../store/catalog/catalog-facts.ts";
import { editsOf } from "../../store/orders/material-edits.ts";
import { saveLines } from "../../store/orders/save-lines.ts";
import { stateOf, type WorkingOrder } from "../../store/orders/working-orders.ts";
import { followLines } from "../demand/follow-lines.ts";
import { workOnOrders, type ChangeResult, type Room } from "./order-changes.ts";
import type { Ports } from "../ports.ts";

export interface MaterialChangesOfMany {
  readonly orders: readonly (MaterialChanges & { readonly number: string })[];
  readonly actor: string;
}

export function changeMaterialsOf(
  ports: Ports,
  { orders, actor }: MaterialChangesOfMany,
): Promise<readonly ActionResult[]> {
  const texts = orders.flatMap(({ materials }) =>
    materials.flatMap(({ to }) => (to === null ? [] : [to.item])),
  );
  const named = [...new Set(texts)].map((item) => ({ item }));
  // Once for all orders, by whoever comes first: down to the last component, to find an order that would take itself.
  let loaded: Promise<Facts> | null = null;
  const factsIn = ({ desk }: Room): Promise<Facts> =>
    (loaded ??= loadFacts(desk.transaction, named, { depth: "all-levels" }));
  const tasks = orders.map((changes) => ({
    number: changes.number,
    change: async (order: WorkingOrder, room: Room) =>
      changeOne(changes, order, { room, facts: await factsIn(room) }),
  }));
  return workOnOrders(ports, { tasks, actor });
}

interface Known {
  readonly room: Room;
  readonly facts: Facts;
}

async function changeOne(
  { materials: changes, children }: MaterialChanges,
  order: WorkingOrder,
  { room, facts }: Known,
): Promise<ChangeResult> {
  const { desk } = room;
  const lines = desk.materialsOf(order.id);
  const refusal = mayChangeMaterials(stateOf(order, lines));
  if (refusal !== null) return refusal;
  const before = { lines, edits: await editsOf(desk.transaction, order.id) };
  const { itemId, item, quantity, scheduleDate } = order;
  const made = { itemId, item, quantity, day: knownDate(scheduleDate) };
  const { actor: by, at } = desk.by;
  const changed = changeMaterials(before, changes, { order: made, facts, by, at });
  if (!changed.ok) return changed;
  const noted = desk.change(order.id, {}, "materials-changed", [...changed.told]);
  const saved = { orderId: order.id, quantity, before, after: changed.after };
  const now = await saveLines(desk.transaction, saved);
  desk.replaceMaterials(order.id, now);
  const left = await followLines({ order: noted, before: lines, after: now, children }, room);
  return { ok: true, order: noted, children: left };
}
