/** Release, start, produce, close, cancel, hold, resume: on one order or on many, with a result for each (R19). */
import type { Event, OrderSnapshot } from "../../shared/event/event.ts";
import { applyAction, type OrderAction, type OrderState } from "../../shared/order/life.ts";
import { parseMoNumber } from "../../shared/row/mo-number.ts";
import { refusalSentence, type ActionRefusal } from "../../shared/order/refusal-sentences.ts";
import type { ActionResult } from "../../shared/wire/order.ts";
import { changeOrder } from "../store/change-order.ts";
import { appendEvents, type NewEvent } from "../store/event-store.ts";
import { ordersByNumber, type OrderRow } from "../store/order-store.ts";
import type { Ports } from "./ports.ts";

export interface OrderChange {
  readonly action: OrderAction;
  readonly numbers: readonly string[];
  readonly reason: string;
  readonly actor: string;
  /** The version the asker last saw, for one order. */
  readonly version?: number | undefined;
}

const kinds: Record<OrderAction, Event["kind"]> = {
  release: "order-released",
  start: "order-started",
  produce: "order-produced",
  close: "order-closed",
  cancel: "order-cancelled",
  hold: "order-held",
  resume: "order-resumed",
};

interface Changed {
  readonly id: number;
  readonly order: OrderSnapshot;
}

export async function changeOrders(ports: Ports, change: OrderChange): Promise<readonly ActionResult[]> {
  const { results, position } = await ports.database.write(async (transaction) => {
    const asked = [...new Set(change.numbers.flatMap((text) => parseMoNumber(text) ?? []))];
    const found = new Map((await ordersByNumber(transaction, asked)).map((order) => [order.number, order]));
    const verdicts = new Map([...found].map(([number, order]) => [number, decide(order, change)]));
    const changed = [...verdicts.values()].filter((verdict) => typeof verdict !== "string");
    const at = ports.clock.now();
    const { actor } = change;
    for (const one of changed) await changeOrder(transaction, { ...one, actor, at });
    const events = changed.map(({ id, order }): NewEvent => ({
      kind: kinds[change.action],
      moId: id,
      batchId: null,
      order,
      actor,
      at,
    }));
    const last = events.length === 0 ? null : await appendEvents(transaction, events);
    return { results: change.numbers.map((text) => toResult(text, verdicts)), position: last };
  });
  if (position !== null) ports.feed.announce(position);
  return results;
}

function decide(order: OrderRow, change: OrderChange): Changed | ActionRefusal {
  const { id, quantity, ...state } = order;
  if (change.version !== undefined && change.version !== state.version) return "stale-version";
  const before: OrderState = { ...state, hasProduced: state.producedQuantity !== "0" };
  const moved = applyAction(before, change.action, change.reason);
  if (!moved.ok) return moved.refusal;
  const { status, holdReason } = moved.next;
  const producedQuantity = status === "produced" ? quantity : state.producedQuantity;
  return { id, order: { ...state, status, holdReason, producedQuantity, version: state.version + 1 } };
}

function toResult(text: string, verdicts: ReadonlyMap<string, Changed | ActionRefusal>): ActionResult {
  const number = parseMoNumber(text);
  const verdict = number === null ? "order-number-damaged" : (verdicts.get(number) ?? "order-unknown");
  if (typeof verdict !== "string")
    return { outcome: "changed", number: verdict.order.number, order: verdict.order };
  return { outcome: "refused", number: text, code: verdict, message: refusalSentence(verdict) };
}
