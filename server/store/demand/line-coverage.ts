/** What is on orders for lines: one answer for rows that are checked, for the sheets, and for how far a line is covered. */
import {
  add,
  decimal,
  larger,
  smaller,
  subtract,
  ZERO,
  type Decimal,
} from "../../../shared/quantity/decimal.ts";
import { inStockUnit, type LineUnit } from "../../../shared/quantity/in-stock-unit.ts";
import type { UnitConversion } from "../../../shared/quantity/unit.ts";
import type { OrderStatus } from "../../../shared/order/life.ts";
import type { CoveringOrder } from "../../../shared/validation/known-line.ts";
import type { LineBalance } from "../../../shared/validation/line-balance.ts";
import { inPieces } from "../chunks.ts";
import { pushTo } from "../facts/push-to.ts";
import type { Transaction } from "../open-database.ts";

/** What one order is to make, or made, of one line. */
export interface ShareOfLine extends CoveringOrder {
  readonly status: OrderStatus;
  readonly quantity: Decimal;
  readonly made: Decimal;
  /** Of other stock when it was made or last took the line over; null where nobody noted it. */
  readonly doneBefore: Decimal | null;
}

/**
 * By line, in the orders' order. Cancelled orders cover nothing, nor do those that make the item that a line was for
 * before it was imported with another. What an order has made is its first lines' first.
 */
export async function sharesOfLines(
  transaction: Transaction,
  lineIds: readonly number[],
): Promise<ReadonlyMap<number, readonly ShareOfLine[]>> {
  const found = new Map<number, ShareOfLine[]>();
  for (const piece of inPieces(lineIds)) {
    const asked = new Set(piece);
    const room = new Map<number, Decimal>();
    for (const row of await sharesOfTheirOrders(transaction, piece)) {
      const left = room.get(row.orderId) ?? decimal(row.produced);
      const quantity = decimal(row.quantity);
      const made = smaller(quantity, left);
      room.set(row.orderId, subtract(left, made));
      if (!asked.has(row.lineId) || row.madeId !== row.itemId) continue;
      const { number, actor, status, seenDone } = row;
      const doneBefore = seenDone === null ? null : decimal(seenDone);
      pushTo(found, row.lineId, { number, actor, status, quantity, made, doneBefore });
    }
  }
  return found;
}

/** Also what these orders are to make of other lines. */
function sharesOfTheirOrders(transaction: Transaction, lineIds: readonly number[]) {
  return transaction
    .selectFrom("coverage")
    .innerJoin("demand_line as line", "line.id", "coverage.demand_line_id")
    .innerJoin("manufacturing_order as mo", "mo.id", "coverage.mo_id")
    .where("mo.status", "!=", "cancelled")
    .where("coverage.mo_id", "in", (eb) =>
      eb.selectFrom("coverage as asked").select("asked.mo_id").where("asked.demand_line_id", "in", lineIds),
    )
    .select(["coverage.demand_line_id as lineId", "coverage.quantity", "coverage.seen_done as seenDone"])
    .select(["mo.id as orderId", "mo.number", "mo.created_by as actor", "mo.status"])
    .select(["mo.produced_quantity as produced", "mo.item_id as madeId", "line.item_id as itemId"])
    .orderBy("mo.id")
    .orderBy("line.id")
    .execute();
}

/** As the line says them. */
export interface SaidByLine extends LineUnit {
  readonly quantity: string;
  readonly done: string;
}

export interface BalancedLine extends LineBalance {
  /** False: nothing converts its unit, and quantity and done are as the line says them. */
  readonly isInStockUnit: boolean;
  readonly orders: readonly CoveringOrder[];
}

export function balanceOf(
  line: SaidByLine,
  shares: readonly ShareOfLine[],
  conversions: readonly UnitConversion[],
): BalancedLine {
  const [ordered, shipped] = [decimal(line.quantity), decimal(line.done)];
  const quantity = inStockUnit(conversions, line, ordered);
  const done = inStockUnit(conversions, line, shipped);
  const isInStockUnit = quantity !== null && done !== null;
  const amounts = isInStockUnit ? { quantity, done } : { quantity: ordered, done: shipped };
  const noted = shares.flatMap(({ doneBefore }) => doneBefore ?? []);
  // Each noted what was surely of other stock by then, so the most that one of them noted is.
  const doneBefore = noted.length === 0 ? amounts.done : noted.reduce(larger, ZERO);
  return {
    ...amounts,
    isInStockUnit,
    doneBefore,
    covered: shares.reduce((total, share) => add(total, share.quantity), ZERO),
    made: shares.reduce((total, share) => add(total, share.made), ZERO),
    orders: shares.map(({ number, actor }) => ({ number, actor })),
  };
}
