/** Into which parts an order may be divided. */
import {
  add,
  compare,
  decimalText,
  divideRoundingUp,
  isAboveZero,
  multiply,
  parseDecimal,
  smaller,
  subtract,
  sum,
  type Decimal,
} from "../quantity/decimal.ts";
import { isUnfinished, type OrderStatus } from "./life.ts";
import { refuse, type Refused } from "./refusals.ts";
import type { Production } from "./report-production.ts";

export interface Divisible extends Production {
  readonly status: OrderStatus;
  readonly unit: string;
  readonly decimals: number;
}

/** What each order is for: the first part carries what was reported already. */
export function partsOf(order: Divisible, texts: readonly string[]): readonly Decimal[] | Refused {
  if (!isUnfinished(order.status)) return refuse("wrong-status");
  const { unit, decimals } = order;
  const reported = add(order.produced, order.scrapped);
  const rest = subtract(order.quantity, reported);
  const parts: Decimal[] = [];
  for (const text of texts) {
    const part = parseDecimal(text.trim());
    if (part === null || !isAboveZero(part) || part.scale > decimals)
      return refuse("quantity-unreadable", { value: text, unit, decimals: String(decimals) });
    parts.push(part);
  }
  if (compare(sum(parts), rest) !== 0)
    return refuse("split-does-not-add-up", { rest: decimalText(rest), unit });
  return parts.map((part, index) => (index === 0 ? add(part, reported) : part));
}

/**
 * The quantity of an order below in the proportions of the parts above: each rounded up while there is enough, the
 * last takes the rest. Null when a part would get nothing, or the first one less than was reported already.
 */
export function proportionalParts(
  child: Divisible,
  whole: Decimal,
  parts: readonly Decimal[],
): readonly Decimal[] | null {
  let rest = child.quantity;
  const shares = parts.map((part, index) => {
    const exact = divideRoundingUp(multiply(child.quantity, part), whole, child.decimals);
    const share = index === parts.length - 1 ? rest : smaller(rest, exact);
    rest = subtract(rest, share);
    return share;
  });
  const reported = add(child.produced, child.scrapped);
  const isEnough = compare(shares[0] ?? child.quantity, reported) >= 0;
  return isEnough && shares.every(isAboveZero) ? shares : null;
}
