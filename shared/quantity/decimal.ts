/**
 * Exact decimal amounts: a whole number of steps of 10⁻ˢᶜᵃˡᵉ. No quantity ever passes through floating point (R48).
 * Written here because planning does little else: it multiplies and rounds millions of times for a big press, and a
 * general decimal library would take most of its time. The tests compare every function with one.
 */

export interface Decimal {
  readonly units: bigint;
  /** Decimals, from 0. */
  readonly scale: number;
}

/** A number read from a spreadsheet is trusted to 15 significant digits: 0.57999999999999996 is 0.58 (R48). */
const SIGNIFICANT_DIGITS = 15;
const PLAIN = /^([+-]?)(\d*)(?:\.(\d*))?$/;
const WHOLE = /^\d{1,15}$/;
const NO_SIGN = /^[+-]/;
const TRAILING_ZEROS = /0+$/;

export const ZERO: Decimal = { units: 0n, scale: 0 };

/** Small whole amounts are most of a plan: each exists once, which keeps a big press small. */
const SMALL = 4096n;
const smallAmounts: readonly Decimal[] = Array.from({ length: Number(SMALL) }, (_, units) => ({
  units: BigInt(units),
  scale: 0,
}));

export function amount(units: bigint, scale: number): Decimal {
  if (scale === 0 && units >= 0n && units < SMALL) return smallAmounts[Number(units)] ?? { units, scale };
  return { units, scale };
}

/** Reads canonical text written by this product ("12.5"). Throws on anything else: that is a fault, not bad input. */
export function decimal(text: string): Decimal {
  const value = parseDecimal(text);
  if (value === null) throw new Error(`Not a decimal: "${text}"`);
  return value;
}

/** "12.5", "-3", ".5" become amounts; everything else, "12 pcs", "1e3" and "1,200" included, is null. */
export function parseDecimal(text: string): Decimal | null {
  if (WHOLE.test(text)) return amount(BigInt(text), 0);
  const parts = PLAIN.exec(text);
  if (parts === null) return null;
  const [, sign = "", whole = "", cents = ""] = parts;
  const fraction = cents.replace(TRAILING_ZEROS, "");
  if (whole === "" && cents === "") return null;
  const units = BigInt(`${whole}${fraction}`);
  return { units: sign === "-" ? -units : units, scale: fraction.length };
}

/** A finite spreadsheet number as an amount; NaN and infinities are null. */
export function decimalFromNumber(number: number): Decimal | null {
  if (!Number.isFinite(number)) return null;
  const [digits = "", exponent] = number.toExponential(SIGNIFICANT_DIGITS - 1).split("e");
  const scale = SIGNIFICANT_DIGITS - 1 - Number(exponent);
  const units = BigInt(digits.replace(".", ""));
  return scale >= 0
    ? parseDecimal(decimalText({ units, scale }))
    : { units: units * tenTo(-scale), scale: 0 };
}

/** Canonical text: no exponent, no trailing zeros. */
export function decimalText({ units, scale }: Decimal): string {
  const text = units.toString();
  if (scale === 0) return text;
  const digits = text.replace(NO_SIGN, "").padStart(scale + 1, "0");
  const fraction = digits.slice(-scale).replace(TRAILING_ZEROS, "");
  const sign = units < 0n ? "-" : "";
  return `${sign}${digits.slice(0, -scale)}${fraction === "" ? "" : `.${fraction}`}`;
}

export function add(left: Decimal, right: Decimal): Decimal {
  const scale = Math.max(left.scale, right.scale);
  return { units: unitsAt(left, scale) + unitsAt(right, scale), scale };
}

export function subtract(left: Decimal, right: Decimal): Decimal {
  const scale = Math.max(left.scale, right.scale);
  return { units: unitsAt(left, scale) - unitsAt(right, scale), scale };
}

export function multiply(left: Decimal, right: Decimal): Decimal {
  return { units: left.units * right.units, scale: left.scale + right.scale };
}

export function sum(values: Iterable<Decimal>): Decimal {
  let total = ZERO;
  for (const value of values) total = add(total, value);
  return total;
}

/** -1, 0 or 1, as for sorting. */
export function compare(left: Decimal, right: Decimal): -1 | 0 | 1 {
  if (left.scale === right.scale) return order(left.units, right.units);
  const scale = Math.max(left.scale, right.scale);
  return order(unitsAt(left, scale), unitsAt(right, scale));
}

function order(left: bigint, right: bigint): -1 | 0 | 1 {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

export function smaller(left: Decimal, right: Decimal): Decimal {
  return compare(left, right) <= 0 ? left : right;
}

export function larger(left: Decimal, right: Decimal): Decimal {
  return compare(left, right) >= 0 ? left : right;
}

export function isAboveZero({ units }: Decimal): boolean {
  return units > 0n;
}

/** The smallest amount with at most `decimals` decimals that is not below `value`. 2.001 at 2 decimals is 2.01. */
export function roundUp(value: Decimal, decimals: number): Decimal {
  if (value.scale <= decimals) return value;
  return { units: ceilingOf(value.units, tenTo(value.scale - decimals)), scale: decimals };
}

/**
 * `numerator ÷ denominator`, rounded up to `decimals`. One exact step: 10 ÷ 3 at 2 decimals is 3.34, and
 * 9 ÷ 3 is 3, never 3.01. Throws when the denominator is not above zero.
 */
export function divideRoundingUp(numerator: Decimal, denominator: Decimal, decimals: number): Decimal {
  const [above, below] = asFraction(numerator, denominator);
  return { units: ceilingOf(above * tenTo(decimals), below), scale: decimals };
}

/** As `divideRoundingUp`, to the amount below: 10 ÷ 3 at 2 decimals is 3.33. */
export function divideRoundingDown(numerator: Decimal, denominator: Decimal, decimals: number): Decimal {
  const [above, below] = asFraction(numerator, denominator);
  return { units: -ceilingOf(-above * tenTo(decimals), below), scale: decimals };
}

/** Division of whole numbers towards the greater one; `divisor` is above zero. */
export function ceilingOf(dividend: bigint, divisor: bigint): bigint {
  if (divisor === 1n) return dividend;
  const quotient = dividend / divisor;
  return dividend > 0n && quotient * divisor !== dividend ? quotient + 1n : quotient;
}

const powers: bigint[] = Array.from({ length: 40 }, (_, exponent) => 10n ** BigInt(exponent));

export function tenTo(exponent: number): bigint {
  return powers[exponent] ?? 10n ** BigInt(exponent);
}

function unitsAt({ units, scale }: Decimal, wanted: number): bigint {
  return scale === wanted ? units : units * tenTo(wanted - scale);
}

function asFraction(numerator: Decimal, denominator: Decimal): readonly [bigint, bigint] {
  if (denominator.units <= 0n) throw new Error(`Cannot divide by ${decimalText(denominator)}`);
  const scale = Math.max(numerator.scale, denominator.scale);
  return [unitsAt(numerator, scale), unitsAt(denominator, scale)];
}
