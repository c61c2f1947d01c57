/** Which orders would be cancelled by taking over what their lines say now: told before, never found out after (R18). */
import { add, larger, subtract, ZERO } from "../../../shared/quantity/decimal.ts";
import { coverageOf } from "../../store/demand/coverage-store.ts";
import type { BalancedLine } from "../../store/demand/line-coverage.ts";
import { differenceBy, type Drift } from "../../store/demand/drift-store.ts";
import { isWanted, sharesOfOrders, type ShareOfOrder } from "../../store/demand/order-shares.ts";
import { pushTo } from "../../store/facts/push-to.ts";
import type { Transaction } from "../../store/open-database.ts";

/** The orders' ids, each judged as if it alone were asked for. */
export async function ordersThatEnd(
  transaction: Transaction,
  drifts: readonly Drift[],
): Promise<ReadonlySet<number>> {
  const byOrder = new Map<number, Drift[]>();
  for (const drift of drifts) pushTo(byOrder, drift.orderId, drift);
  const shares = await sharesOfOrders(transaction, [...byOrder.keys()]);
  const lines = await coverageOf(transaction, [...new Set(drifts.map(({ lineId }) => lineId))]);
  const ending = [...byOrder].filter(([id, own]) => ends(own, shares.get(id) ?? [], lines));
  return new Set(ending.map(([id]) => id));
}

/** Whether a share becomes less and none is left that anybody wants. */
function ends(
  drifts: readonly Drift[],
  before: readonly ShareOfOrder[],
  lines: ReadonlyMap<number, Pick<BalancedLine, "covered">>,
): boolean {
  let shares = before;
  for (const drift of drifts) {
    const own = shares.find(({ lineId }) => lineId === drift.lineId);
    if (own === undefined) continue;
    const all = subtract(ZERO, own.quantity);
    const asked = own.isLive ? differenceBy(drift, lines.get(drift.lineId) ?? { covered: ZERO }) : all;
    const change = larger(asked, all);
    const after = { ...own, quantity: add(own.quantity, change) };
    shares = shares.map((share) => (share === own ? after : share));
    if (change.units < 0n && !shares.some(isWanted)) return true;
  }
  return false;
}
