/** Many events to the last known state of each MO. Folding twice, or a page again after a cut, changes nothing. */
import type { Event, OrderSnapshot } from "./event.ts";

export type OrderStates = ReadonlyMap<string, OrderSnapshot>;

export function foldEvents(states: OrderStates, events: readonly Event[]): OrderStates {
  const folded = new Map(states);
  for (const { order } of events) {
    if (order === null) continue;
    const known = folded.get(order.number);
    if (known === undefined || known.version < order.version) folded.set(order.number, order);
  }
  return folded;
}
