/** What all changes of orders share: they find the order or say why not, and answer for each one (R19). */
import { lineRefusalSentence, type RefusedLine } from "../../../shared/order/material-refusals.ts";
import { refusalSentence } from "../../../shared/order/refusal-sentences.ts";
import { refuse, type Refused } from "../../../shared/order/refusals.ts";
import { decimalText } from "../../../shared/quantity/decimal.ts";
import { parseMoNumber } from "../../../shared/row/mo-number.ts";
import type { Facts } from "../../../shared/validation/facts.ts";
import type { ActionResult, LineProblem } from "../../../shared/wire/order.ts";
import { loadFacts } from "../../store/catalog/catalog-facts.ts";
import { OrderDesk } from "../../store/orders/order-desk.ts";
import { snapshotOf, type WorkingOrder } from "../../store/orders/working-orders.ts";
import type { Ports } from "../ports.ts";

/** The orders below it that were left as they were, to be named in the answer (R17). */
export interface Changed {
  readonly ok: true;
  readonly order: WorkingOrder;
  readonly children: readonly WorkingOrder[];
  /** The orders it was divided into. */
  readonly parts?: readonly WorkingOrder[];
}

export type ChangeResult = Changed | Refused;

/** Where orders are changed. */
export interface Room {
  readonly desk: OrderDesk;
  readonly ports: Ports;
  /** About the items of all orders on the desk; loaded once, by the first change that plans. */
  readonly facts: () => Promise<Facts>;
}

/** Changes the order on the desk, or says why not; a refusal must leave it untouched. */
export type Change = (order: WorkingOrder, room: Room) => ChangeResult | Promise<ChangeResult>;

export interface Task {
  readonly number: string;
  readonly change: Change;
}

export interface OrderWork {
  readonly tasks: readonly Task[];
  readonly actor: string;
}

/** One answer for each task, in their order; all that was allowed is written in one transaction. */
export async function workOnOrders(ports: Ports, work: OrderWork): Promise<readonly ActionResult[]> {
  const { results, position } = await ports.database.write(async (transaction) => {
    const known = work.tasks.flatMap(({ number }) => parseMoNumber(number) ?? []);
    const by = { actor: work.actor, at: ports.clock.now() };
    const desk = await OrderDesk.open(transaction, { numbers: [...new Set(known)], ...by });
    const answers = await answersTo(work.tasks, { desk, ports, facts: deskFacts(desk) });
    const told = answers.map((answer, index) => toResult(work.tasks[index]?.number ?? "", answer, desk));
    return { results: told, position: await desk.close() };
  });
  if (position !== null) ports.feed.announce(position);
  return results;
}

/** The same change named twice for one order is done once. */
async function answersTo(tasks: readonly Task[], room: Room): Promise<readonly ChangeResult[]> {
  const done = new Map<Change, Map<string, ChangeResult>>();
  const answers: ChangeResult[] = [];
  for (const { number: text, change } of tasks) {
    const number = parseMoNumber(text) ?? "";
    const known = done.get(change) ?? new Map<string, ChangeResult>();
    const answer = known.get(number) ?? (await answerTo({ number, change }, room));
    done.set(change, known.set(number, answer));
    answers.push(answer);
  }
  return answers;
}

async function answerTo({ number, change }: Task, room: Room): Promise<ChangeResult> {
  if (number === "") return refuse("order-number-damaged");
  const order = room.desk.byNumber(number);
  return order === undefined ? refuse("order-unknown") : change(order, room);
}

/** Loaded once, by whoever asks first. */
export function deskFacts(desk: OrderDesk): Room["facts"] {
  let facts: Promise<Facts> | null = null;
  return () => (facts ??= loadFacts(desk.transaction, desk.all(), { depth: "one-level" }));
}

/** An order that was changed again on the way is told as it ended. */
function toResult(text: string, answer: ChangeResult, desk: OrderDesk): ActionResult {
  if (!answer.ok) {
    const { refusal: code, params, lines } = answer;
    return {
      outcome: "refused",
      number: text,
      code,
      params: { ...params },
      message: refusalSentence(answer),
      ...(lines !== undefined && { lines: lines.map(toLineProblem) }),
    };
  }
  const order = desk.order(answer.order.id);
  return {
    outcome: "changed",
    number: order.number,
    order: snapshotOf(order),
    children: numbersOf(answer.children),
    parts: numbersOf(answer.parts ?? []),
    owed: desk.owedFor(order.id).map((owed) => ({ ...owed, quantity: decimalText(owed.quantity) })),
  };
}

function toLineProblem(refused: RefusedLine): LineProblem {
  return { ...refused, params: { ...refused.params }, message: lineRefusalSentence(refused) };
}

function numbersOf(orders: readonly WorkingOrder[]): string[] {
  return orders.map(({ number }) => number);
}
