/**
 * Rows that are there because of a stock figure. What was made from such rows of an item in a store is counted by that
 * figure; a row that wants more than is suggested now, of an item that has such orders, is told whose they are (R2, R7).
 */
import { compare, decimalText, larger, roundUp, subtract, ZERO, type Decimal } from "../quantity/decimal.ts";
import { isStockKind } from "../row/draft-line.ts";
import { againstRemaining, type CoverageChecked, type CoverageRules } from "./check-coverage.ts";
import type { DemandLine } from "./demand-line.ts";
import { supplyKey, type Facts, type StockNeed } from "./facts.ts";
import { isForLine, type CoveringOrder } from "./known-line.ts";

/** Null for rows that are for somebody's line, and where no order was made from such rows. */
export function stockNeedOf(demand: DemandLine, needs: Facts["stockNeeds"]): StockNeed | null {
  if (!isStockKind(demand.kind) || demand.known !== undefined || isForLine(demand)) return null;
  return needs.get(supplyKey(demand.item.id, demand.store.id)) ?? null;
}

/** `taken`: by earlier rows of the press. */
export function checkStockNeed(
  demand: DemandLine,
  { need, taken }: { readonly need: StockNeed; readonly taken: Decimal },
  rules: CoverageRules,
): CoverageChecked {
  const { unit } = demand.item;
  const suggested = need.suggestions.reduce(larger, ZERO);
  const remaining = roundUp(larger(ZERO, subtract(suggested, taken)), unit.decimals);
  const params = {
    item: demand.item.number,
    store: demand.store.code,
    unit: unit.code,
    covered: decimalText(need.expected),
    remaining: decimalText(remaining),
    suggested: decimalText(remaining),
    orders: ordersTold(need.orders),
  };
  return againstRemaining(demand, { remaining, params }, rules);
}

/** Such a row asks for what is suggested now: it is no repetition of one that asked for as much before. */
export function isSuggested({ quantity }: DemandLine, { suggestions }: StockNeed): boolean {
  return suggestions.some((suggestion) => compare(suggestion, quantity) === 0);
}

const MOST_TOLD = 5;

function ordersTold(orders: readonly CoveringOrder[]): string {
  const told = orders.slice(0, MOST_TOLD).map(({ number, actor }) => `${number} (${actor})`);
  const more = orders.length - told.length;
  return [...told, ...(more > 0 ? [`${String(more)} more`] : [])].join(", ");
}
