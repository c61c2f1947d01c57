/** Whom new orders are for: known lines, or rows that become demand lines of their own. */
import { add, compare, decimalText } from "../../../shared/quantity/decimal.ts";
import { rowsOf, type DemandLine } from "../../../shared/validation/demand-line.ts";
import type { KnownLine } from "../../../shared/validation/known-line.ts";
import { doneOfOtherStock } from "../../../shared/validation/line-balance.ts";
import { eachInTurns } from "../in-turns.ts";
import { insertRows } from "../insert-rows.ts";
import type { Transaction } from "../open-database.ts";
import type { NumberedOrder } from "../orders/rows-of-orders.ts";
import { setQuantity, type FreshLines } from "./fresh-lines.ts";

interface ShareOfOrder {
  readonly moId: number;
  readonly row: DemandLine;
}

/** For all orders whose lines were sent. */
export async function writeCoverage(
  transaction: Transaction,
  orders: readonly NumberedOrder[],
  fresh: FreshLines,
): Promise<void> {
  const idOf = await fresh.ids();
  const lineOf = (row: DemandLine): number => row.known?.id ?? idOf(row);
  await eachInTurns(orders, async (piece) => {
    const shares = piece.flatMap(({ id, order }) =>
      rowsOf(order.demand).map((row): ShareOfOrder => ({ moId: id, row })),
    );
    for (const { row } of shares) if (mayWantMore(row)) await wantMore(transaction, row);
    await insertRows(transaction, "coverage", joined(shares, lineOf));
  });
}

/** Two rows for one line that went into one order are one share. */
function joined(shares: readonly ShareOfOrder[], lineOf: (row: DemandLine) => number) {
  const byLine = new Map<string, ShareOfOrder & { readonly lineId: number }>();
  for (const { moId, row } of shares) {
    const lineId = lineOf(row);
    const key = `${moId} ${lineId}`;
    const before = byLine.get(key);
    const quantity = before === undefined ? row.quantity : add(before.row.quantity, row.quantity);
    byLine.set(key, { moId, lineId, row: { ...row, quantity } });
  }
  return [...byLine.values()].map(({ moId, lineId, row }) => ({
    demand_line_id: lineId,
    mo_id: moId,
    quantity: decimalText(row.quantity),
    ...seenOf(row.known),
    reason: row.overReason ?? "",
  }));
}

/** What an imported line said when the order was made: what it says later is told as drift. */
function seenOf(known: KnownLine | undefined) {
  if (known?.isImported !== true)
    return { seen_quantity: null, seen_need_date: null, seen_done: null, seen_store: null };
  return {
    seen_quantity: decimalText(known.quantity),
    seen_need_date: known.needDate,
    seen_done: decimalText(doneOfOtherStock(known)),
    seen_store: known.store,
  };
}

/** A row that has a line of its own already, from an earlier press. */
interface PressedBefore extends DemandLine {
  readonly known: KnownLine;
}

function mayWantMore(row: DemandLine): row is PressedBefore {
  return row.known?.isImported === false && row.overReason === undefined;
}

/** When it asks for more now, its line wants more. */
async function wantMore(transaction: Transaction, { known, quantity }: PressedBefore): Promise<void> {
  const wanted = add(known.covered, quantity);
  if (compare(wanted, known.quantity) > 0) await setQuantity(transaction, known.id, wanted);
}
