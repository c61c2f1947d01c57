import { expect, test } from "vitest";
import { decimal, decimalText } from "../quantity/decimal.ts";
import { lineDifference } from "./line-difference.ts";

test.each([
  { was: "24", is: "34", covered: "24", by: "10", why: "all of it is on orders, and it wants 10 more" },
  { was: "24", is: "34", covered: "30", by: "4", why: "6 of the 10 are on orders already" },
  { was: "24", is: "34", covered: "40", by: "0", why: "more is on orders than it wants by now" },
  { was: "24", is: "34", covered: "5", by: "10", why: "the planner left the rest to others" },
  { was: "34", is: "14", covered: "34", by: "-20", why: "20 would be over" },
  { was: "24", is: "19", covered: "5", by: "0", why: "it still wants more than is on orders" },
  { was: "24", is: "19", covered: "21", by: "-2", why: "2 would be over" },
  { was: "24", is: "22", covered: "30", by: "-2", why: "6 were over on purpose" },
  { was: "24", is: "24", covered: "30", by: "0", why: "it wants what it wanted" },
])("orders of a line become $by more: $why", ({ was, is, covered, by }) => {
  const line = { was: decimal(was), is: decimal(is), covered: decimal(covered) };
  expect(decimalText(lineDifference(line))).toBe(by);
});
