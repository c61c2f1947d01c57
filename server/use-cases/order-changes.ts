/** What all changes of orders share: they find the order or say why not, and answer for each one (R19). */
import { refusalSentence } from "../../shared/order/refusal-sentences.ts";
import { refuse, type Refused } from "../../shared/order/refusals.ts";
import { parseMoNumber } from "../../shared/row/mo-number.ts";
import type { ActionResult } from "../../shared/wire/order.ts";
import { OrderDesk } from "../store/order-desk.ts";
import { snapshotOf, type WorkingOrder } from "../store/working-orders.ts";
import type { Ports } from "./ports.ts";

/** The orders below it that were left as they were, to be named in the answer (R17). */
export interface Changed {
  readonly ok: true;
  readonly order: WorkingOrder;
  readonly children: readonly WorkingOrder[];
}

export type ChangeResult = Changed | Refused;

export interface OrderWork {
  readonly numbers: readonly string[];
  readonly actor: string;
  /** Changes the order on the desk, or says why not; a refusal must leave it untouched. */
  readonly change: (order: WorkingOrder, desk: OrderDesk) => ChangeResult | Promise<ChangeResult>;
}

/** One answer for each number, in their order; all that was allowed is written in one transaction. */
export async function workOnOrders(ports: Ports, work: OrderWork): Promise<readonly ActionResult[]> {
  const { results, position } = await ports.database.write(async (transaction) => {
    const known = work.numbers.flatMap((text) => parseMoNumber(text) ?? []);
    const by = { actor: work.actor, at: ports.clock.now() };
    const desk = await OrderDesk.open(transaction, { numbers: [...new Set(known)], ...by });
    const answers = new Map<string, ChangeResult>();
    for (const text of work.numbers) {
      const number = parseMoNumber(text);
      if (number !== null && !answers.has(number)) answers.set(number, await workOnOne(number, desk, work));
    }
    const told = work.numbers.map((text) => {
      const number = parseMoNumber(text);
      const answer = number === null ? undefined : answers.get(number);
      return toResult(text, answer ?? refuse("order-number-damaged"), desk);
    });
    return { results: told, position: await desk.close() };
  });
  if (position !== null) ports.feed.announce(position);
  return results;
}

function workOnOne(
  number: string,
  desk: OrderDesk,
  { change }: OrderWork,
): ChangeResult | Promise<ChangeResult> {
  const order = desk.byNumber(number);
  return order === undefined ? refuse("order-unknown") : change(order, desk);
}

/** An order that was changed again on the way is told as it ended. */
function toResult(text: string, answer: ChangeResult, desk: OrderDesk): ActionResult {
  if (!answer.ok) {
    const { refusal: code, params } = answer;
    return {
      outcome: "refused",
      number: text,
      code,
      params: { ...params },
      message: refusalSentence(answer),
    };
  }
  const order = desk.order(answer.order.id);
  const children = answer.children.map((child) => child.number);
  return { outcome: "changed", number: order.number, order: snapshotOf(order), children };
}
