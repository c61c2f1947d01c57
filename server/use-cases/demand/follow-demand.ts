/**
 * What becomes of orders when the lines they are for change: dynamic ones follow until they are released, of all
 * others the change is told, and taken over when the planner says so (R18).
 */
import { refuse } from "../../../shared/order/refusals.ts";
import { compare, decimalText, subtract } from "../../../shared/quantity/decimal.ts";
import type { ActionResult } from "../../../shared/wire/order.ts";
import { driftsAmong, driftsOf, type Drift } from "../../store/demand/drift-store.ts";
import { OrderDesk } from "../../store/orders/order-desk.ts";
import type { Transaction } from "../../store/open-database.ts";
import type { WorkingOrder } from "../../store/orders/working-orders.ts";
import { deskFacts, workOnOrders, type ChangeResult, type Room } from "../orders/order-changes.ts";
import type { Ports } from "../ports.ts";
import { takeOver } from "./take-over.ts";

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
  for (const drift of inTurn(drifts.filter(({ isFollowing }) => isFollowing))) {
    const now = (await driftsOf(transaction, drift.orderId)).find(({ lineId }) => lineId === drift.lineId);
    if (now !== undefined) await takeOver(now, room);
  }
  for (const left of await driftsAmong(transaction, numbers))
    if (!told.has(drifted(left))) desk.announce(left.orderId, "demand-changed");
  await desk.close();
}

/** More is made by the first of a line's orders, less by the last of them. */
function inTurn(drifts: readonly Drift[]): readonly Drift[] {
  const less = drifts.filter(wantsLess);
  return [...less.toReversed(), ...drifts.filter((drift) => !wantsLess(drift))];
}

function wantsLess({ was, is, wasDone, isDone }: Drift): boolean {
  return compare(subtract(is, isDone), subtract(was, wasDone)) < 0;
}

function drifted({ orderId, lineId, is, isDone, ...drift }: Drift): string {
  const { isNeeded, isItem, isStore, status } = drift;
  const amounts = [decimalText(is), decimalText(isDone)];
  return JSON.stringify([orderId, lineId, ...amounts, isNeeded, isItem, isStore, status]);
}

/** Orders whose line says something else by now become what it says. */
export function applyDrift(
  ports: Ports,
  { numbers, actor }: { readonly numbers: readonly string[]; readonly actor: string },
): Promise<readonly ActionResult[]> {
  // A transaction that is begun anew has a room of its own.
  const asked = new Map<Room, ReadonlySet<number>>();
  const change = async (order: WorkingOrder, room: Room): Promise<ChangeResult> => {
    const changed = asked.get(room) ?? (await drifting(room));
    asked.set(room, changed);
    const hadChanged = changed.has(order.id);
    const drifts = await driftsOf(room.desk.transaction, order.id);
    // Another order that was named before it took over all that its lines want.
    if (hadChanged && drifts.length === 0) return { ok: true, order, children: [] };
    let result: ChangeResult = refuse("nothing-changed");
    for (const drift of drifts) {
      result = await takeOver(drift, room);
      if (!result.ok) return result;
    }
    return result;
  };
  return workOnOrders(ports, { tasks: numbers.map((number) => ({ number, change })), actor });
}

/** The orders on the desk whose line says something else, before any of them took it over. */
async function drifting({ desk }: Room): Promise<ReadonlySet<number>> {
  const numbers = desk.all().map(({ number }) => number);
  return new Set((await driftsAmong(desk.transaction, numbers)).map(({ orderId }) => orderId));
}
