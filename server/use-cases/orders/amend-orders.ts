/**
 * Another quantity, need date, priority, memo, store or revision for one order or many. A change says what it saw and
 * what it wants, field by field: it is refused only when that very field was changed by somebody else (R61).
 */
import {
  amendedNeedDate,
  amendedQuantity,
  wantedFields,
  type AmendableField,
} from "../../../shared/order/amend-order.ts";
import { refuse, type Refused } from "../../../shared/order/refusals.ts";
import { coveredBy } from "../../../shared/order/covered-by.ts";
import { compare, decimalText } from "../../../shared/quantity/decimal.ts";
import { problemSentence } from "../../../shared/row/problem-sentences.ts";
import { checkStore } from "../../../shared/validation/check-store.ts";
import { codeKey, type BomRevisionFacts, type Facts } from "../../../shared/validation/facts.ts";
import type { ActionResult } from "../../../shared/wire/order.ts";
import type { Amendment } from "../../../shared/wire/order-work.ts";
import { fitShares } from "../../store/demand/fit-shares.ts";
import { outputLocation } from "../../store/orders/order-store.ts";
import { stateOf, type WorkingOrder } from "../../store/orders/working-orders.ts";
import { followChildren } from "../demand/follow-children.ts";
import { workOnOrders, type ChangeResult, type Room } from "./order-changes.ts";
import type { Ports } from "../ports.ts";
import { replan, writeReplanned } from "./replan-order.ts";

export interface Amendments {
  readonly orders: readonly Amendment[];
  readonly actor: string;
}

/** An order that is named twice is changed twice, the second time as the first left it. */
export function amendOrders(ports: Ports, { orders, actor }: Amendments): Promise<readonly ActionResult[]> {
  const tasks = orders.map((amendment) => ({
    number: amendment.number,
    change: (order: WorkingOrder, room: Room) => amendOrder(amendment, order, room),
  }));
  return workOnOrders(ports, { tasks, actor });
}

async function amendOrder(amendment: Amendment, order: WorkingOrder, room: Room): Promise<ChangeResult> {
  const { desk, ports } = room;
  const facts = await room.facts();
  const amended = amendedOrder(amendment, order, { room, facts });
  if (!amended.ok) return amended;
  if (!amended.fields.some((field) => field !== "memo" && field !== "priority"))
    return { ok: true, order: desk.change(order.id, amended.order, "order-changed"), children: [] };
  const replanned = replan(amended.order, facts, ports);
  if (!replanned.ok) return replanned;
  const { scheduleDate, dueDate } = replanned.work;
  const locationId = await locationFor(amended.order, order, room);
  const noted = desk.change(
    order.id,
    { ...amended.order, locationId, scheduleDate, dueDate },
    "order-changed",
  );
  await writeReplanned(desk, noted, replanned.work);
  if (compare(order.quantity, noted.quantity) !== 0)
    await fitShares(desk.transaction, noted.id, coveredBy(noted, false));
  const followed = { before: order, after: noted, follow: amendment.children };
  return { ok: true, order: noted, children: await followChildren(followed, room) };
}

/** What is made in another store goes to that store's own place for products. */
function locationFor(
  { storeId }: WorkingOrder,
  before: WorkingOrder,
  { desk }: Room,
): Promise<number | null> | number | null {
  return storeId === before.storeId ? before.locationId : outputLocation(desk.transaction, storeId);
}

type Amended =
  Refused | { readonly ok: true; readonly order: WorkingOrder; readonly fields: readonly AmendableField[] };

interface Known {
  readonly room: Room;
  readonly facts: Facts;
}

function amendedOrder({ changes }: Amendment, order: WorkingOrder, { room, facts }: Known): Amended {
  const revisions = facts.items.get(order.itemId)?.bomRevisions ?? [];
  const now = {
    quantity: decimalText(order.quantity),
    needDate: order.needDate,
    priority: order.priority,
    memo: order.memo,
    store: order.store,
    revision: revisions.find((one) => one.id === order.revisionId)?.revision ?? "",
  };
  const wanted = wantedFields(changes, now, stateOf(order, room.desk.materialsOf(order.id)));
  if (!wanted.ok) return wanted;
  const is = (field: AmendableField): boolean => wanted.fields.includes(field);
  const quantity = is("quantity") ? amendedQuantity(order, changes.quantity?.to ?? "") : order.quantity;
  if ("refusal" in quantity) return quantity;
  const store = is("store") ? storeFor(changes.store?.to ?? "", facts) : order;
  if ("refusal" in store) return store;
  const revisionId = is("revision")
    ? revisionFor(changes.revision?.to ?? "", order, revisions)
    : order.revisionId;
  if (typeof revisionId !== "number") return revisionId;
  const needDate = is("needDate") ? amendedNeedDate(changes.needDate?.to ?? null) : order;
  if ("refusal" in needDate) return needDate;
  const { priority, memo } = changes;
  return {
    ok: true,
    fields: wanted.fields,
    order: {
      ...order,
      quantity,
      revisionId,
      storeId: store.storeId,
      store: store.store,
      needDate: needDate.needDate,
      priority: priority?.to ?? order.priority,
      memo: memo?.to ?? order.memo,
    },
  };
}

function storeFor(text: string, facts: Facts): Pick<WorkingOrder, "storeId" | "store"> | Refused {
  const checked = checkStore(text, facts);
  if (checked.ok) return { storeId: checked.store.id, store: checked.store.code };
  return refuse("cannot-be-planned", { why: problemSentence(checked.problem).message });
}

/** Of the same bill of materials, if it has one by that name. */
function revisionFor(
  text: string,
  { revisionId }: WorkingOrder,
  revisions: readonly BomRevisionFacts[],
): number | Refused {
  const bom = revisions.find((one) => one.id === revisionId)?.bom;
  const named = revisions.filter((one) => codeKey(one.revision) === codeKey(text));
  const [only, another] = named;
  const found = named.find((one) => one.bom === bom) ?? (another === undefined ? only : undefined);
  if (found !== undefined) return found.id;
  const why =
    only === undefined
      ? `There is no revision "${text}".`
      : `Several bills of materials have a revision "${text}", and the order's own has none.`;
  return refuse("cannot-be-planned", { why });
}
