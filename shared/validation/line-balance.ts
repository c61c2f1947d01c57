/**
 * What of a line is left to be made: one rule for rows that are checked, for the sheets and for the pane (R20). What is
 * shipped, or received, may be what the line's own orders made: it is not counted twice. All in the item's stock unit.
 */
import { larger, smaller, subtract, ZERO, type Decimal } from "../quantity/decimal.ts";

export interface LineBalance {
  /** Ordered. */
  readonly quantity: Decimal;
  /** Shipped or received. */
  readonly done: Decimal;
  /** On all its orders that are not cancelled: what they made, and what they can still make. */
  readonly covered: Decimal;
  /** Of that, what they made. */
  readonly made: Decimal;
  /** Of what is done, as much as was known to be of other stock when one of its orders was made or took a change over. */
  readonly doneBefore: Decimal;
}

interface Shipments {
  /** Of other stock, as known before. */
  readonly before: Decimal;
  /** In all. */
  readonly shipped: Decimal;
  /** By the line's orders. */
  readonly made: Decimal;
}

/** Shipments that may be of what its own orders made are no news: they made it to be shipped. */
export function shippedOfOtherStock({ before, shipped, made }: Shipments): Decimal {
  return smaller(shipped, larger(before, subtract(shipped, made)));
}

export function doneOfOtherStock({ done, made, doneBefore }: Omit<LineBalance, "quantity">): Decimal {
  return shippedOfOtherStock({ before: doneBefore, shipped: done, made });
}

/** For orders of its own, made and to be made; below zero when more than all of it came from other stock. */
export function wantedOfOrders(line: LineBalance): Decimal {
  return subtract(line.quantity, doneOfOtherStock(line));
}

/** Below zero when more is on orders than is wanted of them. */
export function lackOf(line: LineBalance): Decimal {
  return subtract(wantedOfOrders(line), line.covered);
}

/** What nobody has shipped, received or an order for. */
export function remainingOf(line: LineBalance): Decimal {
  return larger(ZERO, lackOf(line));
}
