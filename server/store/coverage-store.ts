/** Whom orders are for. Shares of cancelled orders stay as history and count no more. */
import {
  add,
  decimal,
  decimalText,
  isAboveZero,
  smaller,
  subtract,
  type Decimal,
} from "../../shared/quantity/decimal.ts";
import { rowsInPieces } from "./chunks.ts";
import type { Transaction } from "./open-database.ts";

export interface Share {
  readonly demandLineId: number;
  readonly quantity: Decimal;
}

export async function sharesOf(transaction: Transaction, orderId: number): Promise<readonly Share[]> {
  const rows = await transaction
    .selectFrom("coverage")
    .select(["demand_line_id as demandLineId", "quantity"])
    .where("mo_id", "=", orderId)
    .orderBy("demand_line_id")
    .execute();
  return rows.map((row) => ({ ...row, quantity: decimal(row.quantity) }));
}

export async function writeShares(
  transaction: Transaction,
  orderId: number,
  shares: readonly Share[],
): Promise<void> {
  await transaction.deleteFrom("coverage").where("mo_id", "=", orderId).execute();
  const rows = shares.map(({ demandLineId, quantity }) => ({
    demand_line_id: demandLineId,
    mo_id: orderId,
    quantity: decimalText(quantity),
  }));
  for (const piece of rowsInPieces(rows, 3)) await transaction.insertInto("coverage").values(piece).execute();
}

/** Shares for parts of an order, in order: the first demand line is served by the first part. */
export function dividedShares(
  shares: readonly Share[],
  parts: readonly Decimal[],
): readonly (readonly Share[])[] {
  const left = shares.map((share) => ({ ...share }));
  return parts.map((part) => {
    let room = part;
    return left.flatMap((share) => {
      const quantity = smaller(share.quantity, room);
      if (!isAboveZero(quantity)) return [];
      room = subtract(room, quantity);
      share.quantity = subtract(share.quantity, quantity);
      return [{ demandLineId: share.demandLineId, quantity }];
    });
  });
}

/** Several orders' shares for one order: each demand line keeps all it had (R12). */
export function joinedShares(shares: readonly Share[]): readonly Share[] {
  const byLine = new Map<number, Decimal>();
  for (const { demandLineId, quantity } of shares) {
    const before = byLine.get(demandLineId);
    byLine.set(demandLineId, before === undefined ? quantity : add(before, quantity));
  }
  return [...byLine].map(([demandLineId, quantity]) => ({ demandLineId, quantity }));
}
