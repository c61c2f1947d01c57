/** Text to an amount above zero. 0, empty, text and negative are four different answers (R49). */
import { compare, decimalText, parseDecimal, roundUp, ZERO, type Decimal } from "../quantity/decimal.ts";
import type { Unit } from "../quantity/unit.ts";
import { problemAt, type ProblemCode, type ProblemDetail } from "../row/problem.ts";

/** More than this in one MO is a typing slip or a column of something else. */
export const LARGEST_QUANTITY = "999999999";
const LIMIT = parseDecimal(LARGEST_QUANTITY) ?? ZERO;

export type CheckedQuantity =
  { readonly ok: true; readonly quantity: Decimal } | { readonly ok: false; readonly problem: ProblemDetail };

export function checkQuantity(text: string): CheckedQuantity {
  const value = text.trim();
  const refused = (code: ProblemCode, params = {}): CheckedQuantity => ({
    ok: false,
    problem: problemAt({ field: "quantity", value }, code, { params }),
  });
  if (value === "") return refused("quantity-missing");
  const quantity = parseDecimal(value);
  if (quantity === null) return refused("quantity-unreadable");
  if (compare(quantity, ZERO) === 0) return refused("quantity-zero");
  if (compare(quantity, ZERO) < 0) return refused("quantity-negative");
  if (isTooLarge(quantity)) return refused("quantity-too-large", { limit: LARGEST_QUANTITY });
  return { ok: true, quantity };
}

export function isTooLarge(quantity: Decimal): boolean {
  return compare(quantity, LIMIT) > 0;
}

/** Rounds up to the unit's decimals and says so: 12.4 EA is made as 13. */
export function roundToUnit(
  quantity: Decimal,
  unit: Unit,
): { readonly quantity: Decimal; readonly warnings: readonly ProblemDetail[] } {
  const rounded = roundUp(quantity, unit.decimals);
  if (compare(rounded, quantity) === 0) return { quantity, warnings: [] };
  const value = decimalText(quantity);
  const params = { rounded: decimalText(rounded), unit: unit.code };
  const warning = problemAt({ field: "quantity", value }, "quantity-rounded", {
    severity: "warning",
    params,
  });
  return { quantity: rounded, warnings: [warning] };
}
