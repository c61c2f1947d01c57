/**
 * Exact decimal amounts. The only file that knows big.js; everybody else adds, multiplies and
 * rounds through these functions, so that no quantity ever passes through floating point (R48).
 */
import { Big as BigNumber, type Big } from "big.js";

export type Decimal = Big;

/** Our own constructor, so that the settings below touch nobody else's numbers. */
const Exact = BigNumber();
Exact.DP = 40;
Exact.RM = Exact.roundHalfUp;
Exact.NE = -1000;
Exact.PE = 1000;

/** A number read from a spreadsheet is trusted to 15 significant digits: 0.57999999999999996 is 0.58 (R48). */
const SIGNIFICANT_DIGITS = 15;
const PLAIN = /^[+-]?(\d+(\.\d*)?|\.\d+)$/;

export const ZERO: Decimal = new Exact(0);

/** Reads canonical text written by this product ("12.5"). Throws on anything else: that is a fault, not bad input. */
export function decimal(text: string): Decimal {
  const value = parseDecimal(text);
  if (value === null) throw new Error(`Not a decimal: "${text}"`);
  return value;
}

/** "12.5", "-3", ".5" become amounts; everything else, "12 pcs", "1e3" and "1,200" included, is null. */
export function parseDecimal(text: string): Decimal | null {
  return PLAIN.test(text) ? new Exact(text) : null;
}

/** A finite spreadsheet number as an amount; NaN and infinities are null. */
export function decimalFromNumber(number: number): Decimal | null {
  if (!Number.isFinite(number)) return null;
  return new Exact(number.toPrecision(SIGNIFICANT_DIGITS));
}

/** Canonical text: no exponent, no trailing zeros. */
export function decimalText(value: Decimal): string {
  return value.eq(ZERO) ? "0" : value.toFixed();
}

export function add(left: Decimal, right: Decimal): Decimal {
  return left.plus(right);
}

export function multiply(left: Decimal, right: Decimal): Decimal {
  return left.times(right);
}

/** -1, 0 or 1, as for sorting. */
export function compare(left: Decimal, right: Decimal): -1 | 0 | 1 {
  return left.cmp(right);
}

/** The smallest amount with at most `decimals` decimals that is not below `value`. 2.001 at 2 decimals is 2.01. */
export function roundUp(value: Decimal, decimals: number): Decimal {
  const cut = value.round(decimals, Exact.roundDown);
  if (cut.eq(value) || value.lt(ZERO)) return cut;
  return cut.plus(new Exact(`1e-${decimals}`));
}

/**
 * `numerator ÷ denominator`, rounded up to `decimals`. One exact step: 10 ÷ 3 at 2 decimals is 3.34, and
 * 9 ÷ 3 is 3, never 3.01. Throws when the denominator is not above zero.
 */
export function divideRoundingUp(numerator: Decimal, denominator: Decimal, decimals: number): Decimal {
  if (denominator.lte(ZERO)) throw new Error(`Cannot divide by ${decimalText(denominator)}`);
  const step = new Exact(`1e-${decimals}`);
  const estimate = numerator.div(denominator).round(decimals, Exact.roundDown);
  return estimate.times(denominator).lt(numerator) ? estimate.plus(step) : estimate;
}
