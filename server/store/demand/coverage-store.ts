/** Whom orders are for. Shares of cancelled orders stay as history and count no more. */
import {
  add,
  decimal,
  decimalText,
  isAboveZero,
  smaller,
  subtract,
  type Decimal,
} from "../../../shared/quantity/decimal.ts";
import { forPieces, rowsInPieces } from "../chunks.ts";
import { loadConversions } from "../facts/conversion-facts.ts";
import type { Transaction } from "../open-database.ts";
import { balanceOf, sharesOfLines, type BalancedLine } from "./line-coverage.ts";

export interface Share {
  readonly demandLineId: number;
  readonly quantity: Decimal;
  /** What an imported line said when its order last took it over. */
  readonly seenQuantity: string | null;
  readonly seenNeedDate: string | null;
  readonly seenDone: string | null;
  readonly seenStore: string | null;
  /** Why more is made than the line wants. */
  readonly reason: string;
}

export async function sharesOf(transaction: Transaction, orderId: number): Promise<readonly Share[]> {
  const rows = await transaction
    .selectFrom("coverage")
    .select(["demand_line_id as demandLineId", "quantity", "seen_quantity as seenQuantity"])
    .select(["seen_need_date as seenNeedDate", "seen_done as seenDone", "seen_store as seenStore", "reason"])
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
  const rows = shares.map((share) => ({
    demand_line_id: share.demandLineId,
    mo_id: orderId,
    quantity: decimalText(share.quantity),
    seen_quantity: share.seenQuantity,
    seen_need_date: share.seenNeedDate,
    seen_done: share.seenDone,
    seen_store: share.seenStore,
    reason: share.reason,
  }));
  for (const piece of rowsInPieces(rows, 8)) await transaction.insertInto("coverage").values(piece).execute();
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
      return [{ ...share, quantity }];
    });
  });
}

/** By demand line: what it wants, and how much of it is on orders; a line nothing converts wants what it says. */
export async function coverageOf(
  transaction: Transaction,
  demandLineIds: readonly number[],
): Promise<ReadonlyMap<number, BalancedLine>> {
  const conversions = await loadConversions(transaction);
  const lines = await forPieces(demandLineIds, (piece) => linesIn(transaction, piece));
  const shares = await sharesOfLines(transaction, demandLineIds);
  return new Map(lines.map((line) => [line.id, balanceOf(line, shares.get(line.id) ?? [], conversions)]));
}

function linesIn(transaction: Transaction, ids: readonly number[]) {
  return transaction
    .selectFrom("demand_line as line")
    .innerJoin("item", "item.id", "line.item_id")
    .innerJoin("unit", "unit.code", "item.unit_code")
    .select(["line.id", "line.quantity", "line.item_id as itemId", "line.unit_code as lineUnit"])
    .select(["item.unit_code as stockUnit", "unit.decimals", "line.done_quantity as done"])
    .where("line.id", "in", ids)
    .execute();
}

/** Several orders' shares for one order: each demand line keeps all it had (R12). */
export function joinedShares(shares: readonly Share[]): readonly Share[] {
  const byLine = new Map<number, Share>();
  for (const share of shares) {
    const before = byLine.get(share.demandLineId);
    const quantity = before === undefined ? share.quantity : add(before.quantity, share.quantity);
    byLine.set(share.demandLineId, { ...share, ...before, quantity });
  }
  return [...byLine.values()];
}
