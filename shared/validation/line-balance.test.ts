import { expect, test } from "vitest";
import { decimal, decimalText } from "../quantity/decimal.ts";
import { remainingOf, shippedOfOtherStock } from "./line-balance.ts";

test.each([
  { before: "8", shipped: "20", made: "0", other: "20", why: "nothing was made, so it came from elsewhere" },
  { before: "8", shipped: "32", made: "24", other: "8", why: "what was made was shipped" },
  { before: "8", shipped: "8", made: "24", other: "8", why: "what was made is in stock" },
  { before: "8", shipped: "20", made: "10", other: "10", why: "2 more than was made went out" },
  { before: "8", shipped: "3", made: "0", other: "3", why: "5 came back" },
])("$other are of other stock: $why", ({ before, shipped, made, other }) => {
  const line = { before: decimal(before), shipped: decimal(shipped), made: decimal(made) };
  expect(decimalText(shippedOfOtherStock(line))).toBe(other);
});

test.each([
  { of: "32", before: "0", done: "8", covered: "0", made: "0", left: "24", why: "8 are shipped" },
  { of: "32", before: "8", done: "8", covered: "24", made: "0", left: "0", why: "24 are on an MO" },
  { of: "32", before: "8", done: "8", covered: "24", made: "24", left: "0", why: "they are made" },
  { of: "32", before: "8", done: "20", covered: "24", made: "24", left: "0", why: "12 of them are shipped" },
  { of: "32", before: "8", done: "32", covered: "24", made: "24", left: "0", why: "all of them are shipped" },
  {
    of: "10",
    before: "0",
    done: "4",
    covered: "4",
    made: "4",
    left: "6",
    why: "the 4 made are the 4 shipped",
  },
  {
    of: "10",
    before: "0",
    done: "7",
    covered: "4",
    made: "4",
    left: "3",
    why: "3 more were shipped than made",
  },
  {
    of: "10",
    before: "0",
    done: "12",
    covered: "4",
    made: "4",
    left: "0",
    why: "more went out than ordered",
  },
])("of $of, $left are left: $why", ({ of, before, done, covered, made, left }) => {
  const line = { quantity: decimal(of), done: decimal(done), covered: decimal(covered) };
  const orders = { made: decimal(made), doneBefore: decimal(before) };
  expect(decimalText(remainingOf({ ...line, ...orders }))).toBe(left);
});
