import { Big } from "big.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  add,
  compare,
  decimal,
  decimalFromNumber,
  decimalText,
  divideRoundingUp,
  divideRoundingDown,
  multiply,
  parseDecimal,
  roundUp,
  subtract,
  type Decimal,
} from "./decimal.ts";

const cents = fc.integer({ min: 1, max: 1_000_000_000 }).map((n) => decimal((n / 100).toFixed(2)));

const written = fc
  .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 20n }), fc.nat(12))
  .map(([isNegative, digits, scale]) => `${isNegative ? "-" : ""}${String(digits)}.${"0".repeat(scale)}7`);

describe("exact amounts", () => {
  test.each(["12", "12.5", "-3", ".5", "0.000001"])("%s is an amount", (text) => {
    expect(parseDecimal(text)).not.toBeNull();
  });

  test.each(["", "12 pcs", "1e3", "1,200", "1 200", "NaN", "--1", "٣"])("%j is not an amount", (text) => {
    expect(parseDecimal(text)).toBeNull();
  });

  test("0.1 + 0.2 is 0.3", () => {
    expect(decimalText(add(decimal("0.1"), decimal("0.2")))).toBe("0.3");
  });

  test("a sheet's 0.57999999999999996 is 0.58 (R48)", () => {
    expect(decimalText(decimalFromNumber(0.58 - 5e-17) ?? decimal("0"))).toBe("0.58");
    expect(decimalText(decimalFromNumber(0.1 + 0.2) ?? decimal("0"))).toBe("0.3");
  });

  test("text has no exponent and no trailing zeros", () => {
    expect(decimalText(decimal("1000000000000000000000"))).toBe("1000000000000000000000");
    expect(decimalText(decimal("2.50"))).toBe("2.5");
    expect(decimalText(decimal("-0"))).toBe("0");
  });

  test("rounding goes up, and only when something is left over", () => {
    expect(decimalText(roundUp(decimal("2.001"), 2))).toBe("2.01");
    expect(decimalText(roundUp(decimal("2.01"), 2))).toBe("2.01");
    expect(decimalText(roundUp(decimal("12.4"), 0))).toBe("13");
  });

  test("10 ÷ 3 at two decimals is 3.34, and 9 ÷ 3 is 3", () => {
    expect(decimalText(divideRoundingUp(decimal("10"), decimal("3"), 2))).toBe("3.34");
    expect(decimalText(divideRoundingUp(decimal("9"), decimal("3"), 2))).toBe("3");
  });

  test("a rounded quotient is never too little and never a whole step too much", () => {
    fc.assert(
      fc.property(cents, cents, fc.integer({ min: 0, max: 4 }), (numerator, denominator, decimals) => {
        const quotient = divideRoundingUp(numerator, denominator, decimals);
        const oneStepLess = subtract(quotient, decimal((10 ** -decimals).toFixed(decimals)));
        expect(compare(multiply(quotient, denominator), numerator)).toBeGreaterThanOrEqual(0);
        expect(compare(multiply(oneStepLess, denominator), numerator)).toBe(-1);
      }),
    );
  });

  test("every function agrees with a general decimal library", () => {
    const same = (ours: Decimal, theirs: Big): void => {
      expect(decimalText(ours)).toBe(theirs.eq(0) ? "0" : theirs.toFixed());
    };
    fc.assert(
      fc.property(written, written, fc.nat(5), (left, right, decimals) => {
        const [ours, other] = [decimal(left), decimal(right)];
        const [theirs, theirOther] = [new Big(left), new Big(right)];
        same(ours, theirs);
        same(add(ours, other), theirs.plus(theirOther));
        same(subtract(ours, other), theirs.minus(theirOther));
        same(multiply(ours, other), theirs.times(theirOther));
        expect(compare(ours, other)).toBe(theirs.cmp(theirOther));
        if (theirs.gt(0)) same(roundUp(ours, decimals), theirs.round(decimals, Big.roundUp));
      }),
    );
  });

  test("rounding a quotient down is never too much and never a whole step too little", () => {
    expect(decimalText(divideRoundingDown(decimal("10"), decimal("3"), 2))).toBe("3.33");
    expect(decimalText(divideRoundingDown(decimal("9"), decimal("3"), 2))).toBe("3");
    expect(decimalText(divideRoundingDown(decimal("-10"), decimal("3"), 0))).toBe("-4");
  });
});
