/** The states of many orders, asked for in as many questions as the service takes them. */
import type { Lookup } from "../../shared/wire/order.ts";
import type { Asked } from "./clients/http.ts";
import type { ServiceClient } from "./clients/service-client.ts";

const MOST_AT_ONCE = 10_000;
/** Nobody has it: asked when there is none, because the position is wanted all the same. */
const NO_NUMBER = "-";

/** True as of `position`, which is the first one's: what happened between two questions is told twice, not missed. */
export async function lookUp(
  client: Pick<ServiceClient, "lookUp">,
  numbers: readonly string[],
): Promise<Asked<Lookup>> {
  const wanted = [...new Set(numbers)];
  const first = await client.lookUp(wanted.length === 0 ? [NO_NUMBER] : wanted.slice(0, MOST_AT_ONCE));
  if (first.kind !== "answered") return first;
  const { position, orders, unknown } = first.answer;
  const all = { position, orders: [...orders], unknown: unknown.filter((number) => number !== NO_NUMBER) };
  for (let from = MOST_AT_ONCE; from < wanted.length; from += MOST_AT_ONCE) {
    const next = await client.lookUp(wanted.slice(from, from + MOST_AT_ONCE));
    if (next.kind !== "answered") return next;
    all.orders.push(...next.answer.orders);
    all.unknown.push(...next.answer.unknown);
  }
  return { kind: "answered", answer: all };
}
