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
  expect(coverageState(line)).toBe(state);
});
