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
  const read = readQuantity(text);
  return read.ok && isTooLarge(read.quantity) ? { ok: false, problem: tooLarge(text.trim()) } : read;
}

/** `value`: what is too large, as it is told. */
export function tooLarge(value: string): ProblemDetail {
  const params = { limit: LARGEST_QUANTITY };
  return problemAt({ field: "quantity", value }, "quantity-too-large", { params });
}

/** Of any size: in a small unit a large one may be meant. */
export function readQuantity(text: string): CheckedQuantity {
  const value = text.trim();
  const refused = (code: ProblemCode): CheckedQuantity => ({
    ok: false,
    problem: problemAt({ field: "quantity", value }, code),
  });
  if (value === "") return refused("quantity-missing");
  const quantity = parseDecimal(value);
  if (quantity === null) return refused("quantity-unreadable");
  if (compare(quantity, ZERO) === 0) return refused("quantity-zero");
  if (compare(quantity, ZERO) < 0) return refused("quantity-negative");
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
  return { quantity: rounded, warnings: [roundedWarning(decimalText(quantity), rounded, unit)] };
}

export function roundedWarning(value: string, rounded: Decimal, unit: Unit): ProblemDetail {
  const params = { rounded: decimalText(rounded), unit: unit.code };
  return problemAt({ field: "quantity", value }, "quantity-rounded", { severity: "warning", params });
}
