/** Reading the stock ledger: what moved, newest first, and what it adds up to. */
import { decimal, decimalText, sum } from "../../../shared/quantity/decimal.ts";
import { codeKey } from "../../../shared/validation/facts.ts";
import type { Movements } from "../../../shared/wire/stock.ts";
import type { Transaction } from "../open-database.ts";

export interface MovementsAsked {
  readonly itemId: number;
  /** Its code. */
  readonly store: string;
  /** The id the page before ended with. */
  readonly before?: number | undefined;
  readonly limit: number;
}

export async function readMovements(transaction: Transaction, asked: MovementsAsked): Promise<Movements> {
  let page = allMovements(transaction, asked)
    .select(["movement.id", "movement.at", "movement.actor", "movement.quantity", "movement.reason"])
    .select(["item.number as item", "store.code as store"])
    .select(["location.code as location", "mo.number as order"])
    .orderBy("movement.id", "desc")
    .limit(asked.limit + 1);
  if (asked.before !== undefined) page = page.where("movement.id", "<", asked.before);
  const rows = await page.execute();
  const shown = rows.slice(0, asked.limit);
  const all = await allMovements(transaction, asked).select("movement.quantity").execute();
  return {
    movements: shown.map(({ id: _id, ...movement }) => movement),
    available: decimalText(sum(all.map((row) => decimal(row.quantity)))),
    next: rows.length > asked.limit ? (shown.at(-1)?.id ?? null) : null,
  };
}

function allMovements(transaction: Transaction, { itemId, store }: MovementsAsked) {
  return transaction
    .selectFrom("stock_movement as movement")
    .innerJoin("item", "item.id", "movement.item_id")
    .innerJoin("store", "store.id", "movement.store_id")
    .leftJoin("location", "location.id", "movement.location_id")
    .leftJoin("manufacturing_order as mo", "mo.id", "movement.mo_id")
    .where("item.id", "=", itemId)
    .where("store.code_key", "=", codeKey(store));
}
