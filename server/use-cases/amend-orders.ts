/**
 * Another quantity, need date, priority, memo, store or revision for one order or many. A change says what it saw and
 * what it wants, field by field: it is refused only when that very field was changed by somebody else (R61).
 */
import { refuse, type Refused } from "../../shared/order/refusals.ts";
import { isUnfinished } from "../../shared/order/life.ts";
import {
  add,
  compare,
  decimalText,
  isAboveZero,
  parseDecimal,
  type Decimal,
} from "../../shared/quantity/decimal.ts";
import { parseMoNumber } from "../../shared/row/mo-number.ts";
import { codeKey, type BomRevisionFacts, type Facts } from "../../shared/validation/facts.ts";
import type { ActionResult, Amendment } from "../../shared/wire/order.ts";
import { loadFacts } from "../store/catalog-facts.ts";
import type { OrderDesk } from "../store/order-desk.ts";
import { stateOf, type WorkingOrder } from "../store/working-orders.ts";
import { followChildren } from "./follow-children.ts";
import { workOnOrders, type ChangeResult } from "./order-changes.ts";
import type { Ports } from "./ports.ts";
import { replan, writeReplanned } from "./replan-order.ts";

export interface Amendments {
  readonly orders: readonly Amendment[];
  readonly actor: string;
}

export function amendOrders(ports: Ports, { orders, actor }: Amendments): Promise<readonly ActionResult[]> {
  const byNumber = new Map(orders.map((one) => [parseMoNumber(one.number), one]));
  const change = async (order: WorkingOrder, desk: OrderDesk): Promise<ChangeResult> => {
    const amendment = byNumber.get(parseMoNumber(order.number));
    return amendment === undefined ? refuse("order-unknown") : amendOrder({ order, desk, ports }, amendment);
  };
  return workOnOrders(ports, { numbers: orders.map((one) => one.number), actor, change });
}

interface OnDesk {
  readonly order: WorkingOrder;
  readonly desk: OrderDesk;
  readonly ports: Ports;
}

async function amendOrder({ order, desk, ports }: OnDesk, amendment: Amendment): Promise<ChangeResult> {
  const facts = await loadFacts(desk.transaction, [{ item: order.item }], "all-levels");
  const amended = amendedOrder(order, amendment, { desk, facts });
  if (!amended.ok) return amended;
  if (!amended.isReplanned) {
    const noted = desk.change(order.id, amended.order, "order-changed");
    return { ok: true, order: noted, children: [] };
  }
  const replanned = replan(amended.order, facts, ports);
  if (!replanned.ok) return replanned;
  const { scheduleDate, dueDate } = replanned.work;
  const noted = desk.change(order.id, { ...amended.order, scheduleDate, dueDate }, "order-changed");
  await writeReplanned(desk, noted, replanned.work);
  const children = await followChildren(
    { before: order, after: noted, follow: amendment.children },
    desk,
    ports,
  );
  return { ok: true, order: noted, children };
}

type Amended = Refused | { readonly ok: true; readonly order: WorkingOrder; readonly isReplanned: boolean };

interface Seen {
  readonly desk: OrderDesk;
  readonly facts: Facts;
}

function amendedOrder(order: WorkingOrder, { changes }: Amendment, { desk, facts }: Seen): Amended {
  const revisions = facts.items.get(order.itemId)?.bomRevisions ?? [];
  const now = {
    quantity: decimalText(order.quantity),
    needDate: order.needDate,
    priority: order.priority,
    memo: order.memo,
    store: order.store,
    revision: revisions.find((one) => one.id === order.revisionId)?.revision ?? "",
  };
  for (const field of amendable) {
    const edit = changes[field];
    if (edit === undefined || isSame(edit.from, now[field]) || isSame(edit.to, now[field])) continue;
    return refuse("field-changed", {
      field: fieldWords[field],
      from: shown(edit.from),
      now: shown(now[field]),
    });
  }
  const wanted = amendable.filter(
    (field) => changes[field] !== undefined && !isSame(changes[field].to, now[field]),
  );
  if (wanted.length === 0) return refuse("nothing-changed");
  if (wanted.some((field) => field !== "memo") && !isUnfinished(order.status)) return refuse("wrong-status");
  return withChanges(order, { changes, wanted, desk, facts, revisions });
}

const amendable = ["quantity", "needDate", "priority", "memo", "store", "revision"] as const;
type Amendable = (typeof amendable)[number];

const fieldWords: Record<Amendable, string> = {
  quantity: "The quantity",
  needDate: "The need date",
  priority: "The priority",
  memo: "The memo",
  store: "The store",
  revision: "The revision",
};

/** Quantities are the same when they are worth the same; codes without regard to case. */
function isSame(left: string | number | null, right: string | number | null): boolean {
  if (typeof left !== "string" || typeof right !== "string") return left === right;
  const [one, other] = [parseDecimal(left), parseDecimal(right)];
  if (one !== null && other !== null) return compare(one, other) === 0;
  return codeKey(left) === codeKey(right);
}

function shown(value: string | number | null): string {
  return value === null || value === "" ? "empty" : String(value);
}

interface Wanted extends Seen {
  readonly changes: Amendment["changes"];
  readonly wanted: readonly Amendable[];
  readonly revisions: readonly BomRevisionFacts[];
}

function withChanges(order: WorkingOrder, { changes, wanted, desk, facts, revisions }: Wanted): Amended {
  const state = stateOf(order, desk.materialsOf(order.id));
  const moved = wanted.find((field) => field === "store" || field === "revision");
  if (moved !== undefined && (state.hasIssued || state.hasProduced))
    return refuse("not-before-start", { field: fieldWords[moved] });
  const quantity = changes.quantity === undefined ? order.quantity : quantityFor(order, changes.quantity.to);
  if ("refusal" in quantity) return quantity;
  const store = changes.store === undefined ? null : facts.storesByCode.get(codeKey(changes.store.to));
  if (store === undefined)
    return refuse("cannot-be-planned", { why: `There is no store "${changes.store?.to ?? ""}".` });
  const named = revisions.filter((one) => one.revision === changes.revision?.to);
  if (changes.revision !== undefined && named.length === 0)
    return refuse("cannot-be-planned", { why: `There is no revision "${changes.revision.to}".` });
  return {
    ok: true,
    isReplanned: wanted.some((field) => field !== "memo" && field !== "priority"),
    order: {
      ...order,
      quantity,
      needDate: changes.needDate === undefined ? order.needDate : changes.needDate.to,
      priority: changes.priority?.to ?? order.priority,
      memo: changes.memo?.to ?? order.memo,
      ...(store === null ? {} : { storeId: store.id, store: store.code, locationId: null }),
      revisionId: named[0]?.id ?? order.revisionId,
    },
  };
}

function quantityFor(order: WorkingOrder, text: string): Decimal | Refused {
  const { unit, decimals } = order;
  const quantity = parseDecimal(text.trim());
  if (quantity === null || !isAboveZero(quantity) || quantity.scale > decimals)
    return refuse("quantity-unreadable", { value: text, unit, decimals: String(decimals) });
  const reported = add(order.produced, order.scrapped);
  if (compare(quantity, reported) < 0) return refuse("below-produced", { produced: decimalText(reported) });
  return quantity;
}
