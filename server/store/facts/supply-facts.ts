/** What is in stock, on order and being made of items, and what open orders have claimed of it, by item and store. */
import { knownDate, type CalendarDate } from "../../../shared/quantity/calendar-date.ts";
import { add, decimal, isAboveZero, subtract, ZERO, type Decimal } from "../../../shared/quantity/decimal.ts";
import { inStockUnit } from "../../../shared/quantity/in-stock-unit.ts";
import type { UnitConversion } from "../../../shared/quantity/unit.ts";
import {
  supplyKey,
  type Claim,
  type Facts,
  type ItemFacts,
  type Receipt,
} from "../../../shared/validation/facts.ts";
import { remainingOf } from "../../../shared/validation/line-balance.ts";
import type { Transaction } from "../open-database.ts";
import { coverageOf } from "../demand/coverage-store.ts";
import { openClaims, type ClaimsWanted } from "./open-claims.ts";
import { openOrders, openPurchases, stockLevels } from "./supply-rows.ts";

interface Supply {
  stock: Decimal;
  readonly receipts: Receipt[];
  readonly claims: Claim[];
}

export interface SupplyWanted {
  readonly ids: readonly number[];
  /** At least those of the ids. */
  readonly items: ReadonlyMap<number, ItemFacts>;
  readonly conversions: readonly UnitConversion[];
}

/** `claims`: each open order's own, or all of a day as one where nobody asks whose they are. */
export async function loadSupply(
  transaction: Transaction,
  wanted: SupplyWanted,
  claims: ClaimsWanted,
): Promise<Facts["supply"]> {
  const { ids } = wanted;
  const supply = new Map<number, Supply>();
  const of = (row: { item_id: number; store_id: number }): Supply => entry(supply, row);
  for (const row of await stockLevels(transaction, ids)) {
    const free = subtract(decimal(row.available), decimal(row.allocated));
    of(row).stock = add(of(row).stock, free);
  }
  const purchases = await openPurchases(transaction, ids);
  const coverage = await coverageOf(
    transaction,
    purchases.map(({ id }) => id),
  );
  for (const row of purchases) {
    const line = coverage.get(row.id);
    // What is made here instead of bought does not come.
    const quantity = line?.isInStockUnit === true ? remainingOf(line) : ZERO;
    if (isAboveZero(quantity))
      of(row).receipts.push({ day: dateOrNull(row.need_date), quantity, document: row.document });
  }
  for (const row of await openOrders(transaction, ids)) {
    const { expected: quantity, number: document } = row;
    if (isAboveZero(quantity)) of(row).receipts.push({ day: knownDate(row.due_date), quantity, document });
  }
  for (const row of await openClaims(transaction, ids, claims)) {
    const quantity = leftInStockUnit(row, decimal(row.quantity), wanted);
    if (quantity !== null)
      of(row).claims.push({ day: knownDate(row.schedule_date), quantity, document: row.number });
  }
  return supply;
}

function entry(supply: Map<number, Supply>, row: { item_id: number; store_id: number }): Supply {
  const key = supplyKey(row.item_id, row.store_id);
  const known = supply.get(key);
  if (known !== undefined) return known;
  const fresh: Supply = { stock: ZERO, receipts: [], claims: [] };
  supply.set(key, fresh);
  return fresh;
}

/** Null when nothing is left, or nothing says how the unit becomes the item's own. */
function leftInStockUnit(
  row: { readonly item_id: number; readonly unit_code: string },
  quantity: Decimal,
  { items, conversions }: SupplyWanted,
): Decimal | null {
  const item = items.get(row.item_id);
  if (item === undefined || !isAboveZero(quantity)) return null;
  const { code: stockUnit, decimals } = item.unit;
  return inStockUnit(
    conversions,
    { itemId: item.id, lineUnit: row.unit_code, stockUnit, decimals },
    quantity,
  );
}

function dateOrNull(text: string | null): CalendarDate | null {
  return text === null ? null : knownDate(text);
}
