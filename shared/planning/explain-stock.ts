/** Of rows that are there because of a stock figure: how what is suggested for their item in their store comes about. */
import { compare } from "../quantity/decimal.ts";
import { toOrderSteps, type ToOrderStep } from "../stock/explain-to-order.ts";
import { toOrder, type StockFigures } from "../stock/stock-figures.ts";
import { rowsOf, type DemandLine } from "../validation/demand-line.ts";

/** A row does not say whether reorder data was included: it was, unless only without it so much is suggested. */
export function stockSteps(demand: DemandLine, figures: StockFigures): readonly ToOrderStep[] {
  const isSuggested = (includesReorderData: boolean): boolean => {
    const { quantity } = toOrder(figures, includesReorderData);
    return rowsOf(demand).some((row) => compare(row.quantity, quantity) === 0);
  };
  return toOrderSteps(figures, isSuggested(true) || !isSuggested(false));
}
