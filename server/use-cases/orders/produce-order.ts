/** A report of production: pieces go into stock, materials that were not issued by hand come out of it. */
import { backflush, yieldOf } from "../../../shared/order/backflush.ts";
import { coveredBy } from "../../../shared/order/covered-by.ts";
import { refuse } from "../../../shared/order/refusals.ts";
import { reportProduction, type Reported } from "../../../shared/order/report-production.ts";
import {
  add,
  compare,
  isAboveZero,
  parseDecimal,
  subtract,
  type Decimal,
} from "../../../shared/quantity/decimal.ts";
import { fitShares } from "../../store/demand/fit-shares.ts";
import type { OrderDesk } from "../../store/orders/order-desk.ts";
import type { WorkingOrder } from "../../store/orders/working-orders.ts";
import type { ChangeResult } from "./order-changes.ts";

export interface ReportText {
  readonly quantity?: string | undefined;
  readonly scrapped?: string | undefined;
  readonly complete?: boolean | undefined;
}

interface OnDesk {
  readonly order: WorkingOrder;
  readonly desk: OrderDesk;
}

export async function produceOrder(
  { order, desk }: OnDesk,
  text: ReportText,
  overPercent: Decimal,
): Promise<ChangeResult> {
  const { unit, decimals } = order;
  const quantity = text.quantity === undefined ? null : amountIn(order, text.quantity);
  const scrapped = amountIn(order, text.scrapped ?? "0");
  if (quantity === undefined || scrapped === undefined) {
    const value = (quantity === undefined ? text.quantity : text.scrapped) ?? "";
    return refuse("quantity-unreadable", { value, unit, decimals: String(decimals) });
  }
  const report = { quantity, scrapped, isComplete: text.complete ?? false };
  const reported = reportProduction(order, report, { unit, decimals, overPercent });
  if (!reported.ok) return reported;
  if (order.type === "disassemble") return takeApart({ order, desk }, reported);
  moveStock({ order, desk }, reported);
  const { produced, scrapped: allScrapped, isComplete } = reported;
  const status = isComplete ? "produced" : order.status;
  const kind = isComplete ? "order-produced" : "production-reported";
  // What it will not make is wanted again: the rest of its lines can be made by another.
  const covers = coveredBy({ quantity: order.quantity, produced, scrapped: allScrapped }, isComplete);
  if (compare(covers, coveredBy(order, false)) !== 0) await fitShares(desk.transaction, order.id, covers);
  const changed = desk.change(order.id, { produced, scrapped: allScrapped, status, holdReason: null }, kind);
  return { ok: true, order: changed, children: [] };
}

/** Undefined for what is no amount of the order's unit. */
function amountIn({ decimals }: WorkingOrder, text: string): Decimal | undefined {
  const value = parseDecimal(text.trim());
  return value === null || value.units < 0n || value.scale > decimals ? undefined : value;
}

function moveStock({ order, desk }: OnDesk, reported: Reported): void {
  const done = { quantity: order.quantity, produced: reported.produced, scrapped: reported.scrapped };
  for (const material of desk.materialsOf(order.id)) {
    const missing = backflush(material, done);
    if (isAboveZero(missing)) desk.issue(material, missing, "issue");
  }
  const good = subtract(reported.produced, order.produced);
  const { itemId, storeId, id: orderId } = order;
  const locationId = order.locationId ?? 0;
  if (isAboveZero(good))
    desk.ledger.put({ itemId, storeId, locationId, orderId, quantity: good, reason: "production" });
}

/** The product is used up; its components come back, as far as it was taken apart. Scrapped ones yield nothing. */
function takeApart({ order, desk }: OnDesk, reported: Reported): ChangeResult {
  const { itemId, id: orderId, quantity } = order;
  const { produced, scrapped, isComplete } = reported;
  for (const material of desk.materialsOf(order.id)) {
    const back = yieldOf(material, { quantity, produced, scrapped });
    if (isAboveZero(back)) desk.yieldBack(material, back);
  }
  const used = subtract(add(produced, scrapped), add(order.produced, order.scrapped));
  const { item, unit } = order;
  if (isAboveZero(used))
    desk.take({ item, itemId, unit, orderId, quantity: used, reason: "disassembly-consumed" });
  const status = isComplete ? "disassembled" : order.status;
  const kind = isComplete ? "order-disassembled" : "production-reported";
  const changed = desk.change(order.id, { produced, scrapped, status, holdReason: null }, kind);
  return { ok: true, order: changed, children: [] };
}
