import { expect, test } from "vitest";
import { decimal } from "../quantity/decimal.ts";
import { coverageState } from "./coverage-state.ts";

test.each([
  { wanted: "32", done: "0", covered: "0", state: "none", why: "nobody makes any of it" },
  { wanted: "32", done: "8", covered: "20", state: "part", why: "4 are neither shipped nor on an order" },
  { wanted: "32", done: "8", covered: "24", state: "full", why: "all that is not shipped is on orders" },
  { wanted: "32", done: "8", covered: "24.5", state: "over", why: "more is on orders than anybody wants" },
  { wanted: "32", done: "32", covered: "24", state: "done", why: "all of it is shipped" },
  { wanted: "32", done: "40", covered: "0", state: "done", why: "more than all of it is shipped" },
])("a line is covered $state: $why", ({ wanted, done, covered, state }) => {
  const line = { wanted: decimal(wanted), done: decimal(done), covered: decimal(covered) };
  expect(coverageState({ ...line, expected: line.covered })).toBe(state);
});

test.each([
  { done: "20", covered: "24", expected: "0", state: "full", why: "12 of the 24 that were made are shipped" },
  { done: "20", covered: "24", expected: "12", state: "full", why: "the 12 made are shipped, 12 are left" },
  { done: "20", covered: "24", expected: "13", state: "over", why: "one more is to be made than is left" },
  { done: "8", covered: "33", expected: "0", state: "over", why: "more was made than was ordered" },
  { done: "8", covered: "20", expected: "0", state: "part", why: "4 are neither shipped nor made" },
])("a line of 32 whose MOs have made some is covered $state: $why", ({ done, covered, expected, state }) => {
  const [wanted, shipped] = [decimal("32"), decimal(done)];
  const onOrders = { covered: decimal(covered), expected: decimal(expected) };
  expect(coverageState({ wanted, done: shipped, ...onOrders })).toBe(state);
});
