import { expect, test } from "vitest";
import { decimal } from "../quantity/decimal.ts";
import { coverageState } from "./coverage-state.ts";

/** A line of 32, of which 8 were shipped before any MO was made for it. */
interface Line {
  readonly done: string;
  readonly covered: string;
  readonly made: string;
  readonly quantity?: string;
  readonly hasEnded?: boolean;
}

const stateOf = ({ quantity = "32", hasEnded = false, ...line }: Line) =>
  coverageState({
    quantity: decimal(quantity),
    hasEnded,
    doneBefore: decimal("8"),
    done: decimal(line.done),
    covered: decimal(line.covered),
    made: decimal(line.made),
  });

test.each([
  { done: "0", covered: "0", state: "none", why: "nobody makes any of it" },
  { done: "8", covered: "20", state: "part", why: "4 are neither shipped nor on an order" },
  { done: "8", covered: "24", state: "full", why: "all that is not shipped is on orders" },
  { done: "8", covered: "24.5", state: "over", why: "more is on orders than anybody wants" },
  { done: "14", covered: "24", state: "over", why: "6 more were shipped of other stock" },
  { done: "32", covered: "24", state: "done", why: "all of it is shipped" },
  { done: "40", covered: "0", state: "done", why: "more than all of it is shipped" },
])("a line is covered $state: $why", ({ state, ...line }) => {
  expect(stateOf({ ...line, made: "0" })).toBe(state);
});

test.each([
  { done: "20", covered: "24", made: "24", state: "full", why: "12 of the 24 that were made are shipped" },
  { done: "20", covered: "24", made: "12", state: "full", why: "the 12 made are shipped, 12 are left" },
  { done: "20", covered: "24", made: "11", state: "over", why: "one more is to be made than is left" },
  { done: "8", covered: "33", made: "33", state: "over", why: "more was made than was ordered" },
  { done: "8", covered: "20", made: "20", state: "part", why: "4 are neither shipped nor made" },
  { done: "28", covered: "20", made: "20", state: "part", why: "the 20 made are shipped, 4 are left" },
])("a line of 32 whose MOs have made some is covered $state: $why", ({ state, ...line }) => {
  expect(stateOf(line)).toBe(state);
});

test.each([
  { made: "0", state: "over", why: "nobody wants what is still to be made" },
  { made: "4", state: "done", why: "nothing is to be made any more" },
])("a line that was cancelled is covered $state: $why", ({ made, state }) => {
  expect(stateOf({ quantity: "8", done: "8", covered: "4", made, hasEnded: true })).toBe(state);
});
