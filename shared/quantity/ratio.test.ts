import fc from "fast-check";
import { expect, test } from "vitest";
import { compare, decimal, decimalText, divideRoundingUp, multiply } from "./decimal.ts";
import { ONE, product, quotient, ratioOf, timesRoundedDown, timesRoundedUp } from "./ratio.ts";

const amount = fc.integer({ min: 1, max: 1_000_000 }).map((n) => decimal((n / 100).toFixed(2)));

test("a third of three thirds is exact: nothing is rounded on the way", () => {
  const third = quotient(ONE, ratioOf(decimal("3")));
  expect(decimalText(timesRoundedUp(decimal("9"), third, 0))).toBe("3");
  expect(decimalText(timesRoundedUp(decimal("10"), third, 2))).toBe("3.34");
  expect(decimalText(timesRoundedDown(decimal("10"), third, 2))).toBe("3.33");
});

test("a share taken as a ratio is the same as one exact division", () => {
  fc.assert(
    fc.property(fc.tuple(amount, amount, amount), fc.nat(4), ([made, per, output], decimals) => {
      const ratio = quotient(ratioOf(per), ratioOf(output));
      const direct = divideRoundingUp(multiply(made, per), output, decimals);
      expect(compare(timesRoundedUp(made, ratio, decimals), direct)).toBe(0);
    }),
  );
});

test("multiplying ratios and dividing by the same gives back what was there", () => {
  fc.assert(
    fc.property(amount, amount, (left, right) => {
      const [one, other] = [ratioOf(left), ratioOf(right)];
      expect(quotient(product(one, other), other)).toEqual(one);
    }),
  );
});
