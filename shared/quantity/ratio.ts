/** Exact fractions: 3 of 7 stays 3 over 7 through every level of a BOM and is rounded once, at the end. */
import { amount, ceilingOf, decimalText, tenTo, type Decimal } from "./decimal.ts";

/** In lowest terms; the denominator is above zero. */
export interface Ratio {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

export const ONE: Ratio = { numerator: 1n, denominator: 1n };

export function ratioOf({ units, scale }: Decimal): Ratio {
  return reduced(units, tenTo(scale));
}

/** `left ÷ right`. Throws when `right` is zero: callers keep such figures out. */
export function quotient(left: Ratio, right: Ratio): Ratio {
  if (right.numerator === 0n) throw new Error("Cannot divide by 0");
  return reduced(left.numerator * right.denominator, left.denominator * right.numerator);
}

export function product(left: Ratio, right: Ratio): Ratio {
  return reduced(left.numerator * right.numerator, left.denominator * right.denominator);
}

/** `value × ratio`, rounded up to `decimals`. */
export function timesRoundedUp(value: Decimal, ratio: Ratio, decimals: number): Decimal {
  const dividend = scaled(value.units * ratio.numerator, decimals);
  return amount(ceilingOf(dividend, scaled(ratio.denominator, value.scale)), decimals);
}

/** `value × ratio`, rounded down to `decimals`. */
export function timesRoundedDown(value: Decimal, ratio: Ratio, decimals: number): Decimal {
  const dividend = scaled(-value.units * ratio.numerator, decimals);
  return amount(-ceilingOf(dividend, scaled(ratio.denominator, value.scale)), decimals);
}

function scaled(units: bigint, decimals: number): bigint {
  return decimals === 0 ? units : units * tenTo(decimals);
}

const MOST_DECIMALS = 9;

/** For people: "0.25", or the fraction itself, "1/3", when no short decimal says it exactly. */
export function ratioText({ numerator, denominator }: Ratio): string {
  const steps = scaled(numerator, MOST_DECIMALS);
  if (steps % denominator === 0n) return decimalText({ units: steps / denominator, scale: MOST_DECIMALS });
  return `${String(numerator)}/${String(denominator)}`;
}

function reduced(numerator: bigint, denominator: bigint): Ratio {
  const shared = commonDivisor(
    numerator < 0n ? -numerator : numerator,
    denominator < 0n ? -denominator : denominator,
  );
  const sign = denominator < 0n ? -1n : 1n;
  return { numerator: (sign * numerator) / shared, denominator: (sign * denominator) / shared };
}

function commonDivisor(left: bigint, right: bigint): bigint {
  let [larger, smaller] = [left, right];
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller];
  return larger === 0n ? 1n : larger;
}
