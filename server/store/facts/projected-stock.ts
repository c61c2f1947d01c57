/** What will be there of items when all that is open is done, as the sheets of the service tell it. */
import type { Decimal } from "../../../shared/quantity/decimal.ts";
import { stockFigures } from "../../../shared/stock/stock-figures.ts";
import { supplyKey } from "../../../shared/validation/facts.ts";
import type { Transaction } from "../open-database.ts";
import { stockParts } from "../stock/stock-parts.ts";

/** By `supplyKey`. */
export type ProjectedStock = ReadonlyMap<number, Decimal>;

export async function projectedStock(
  transaction: Transaction,
  items: readonly number[],
): Promise<ProjectedStock> {
  if (items.length === 0) return new Map();
  const stock = await stockParts(transaction, { store: null, items });
  return new Map(
    stock.map(({ item, storeId, parts }) => [supplyKey(item.id, storeId), stockFigures(parts).projected]),
  );
}
