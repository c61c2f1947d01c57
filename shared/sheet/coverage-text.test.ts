import { expect, test } from "vitest";
import type { OrderCoverage } from "../wire/coverage.ts";
import { coverageText } from "./coverage-text.ts";

type Line = OrderCoverage["lines"][number];

const line = (fields: Partial<Line> = {}): Line => ({
  kind: "sales-order",
  document: "SO-7",
  line: "1",
  item: "CHAIR-OAK",
  unit: "EA",
  wanted: "32",
  done: "8",
  toMake: "24",
  covered: "24",
  remaining: "0",
  coverage: "full",
  orders: ["MO-0000013"],
  ...fields,
});
const text = (...lines: readonly Line[]) => coverageText({ number: "MO-0000013", lines: [...lines] });

test("a line says how much of what is to be made of it is on orders, shipped since or not", () => {
  expect(text(line())).toBe("Full: 24 of 24 EA on MOs");
  expect(text(line({ covered: "20", remaining: "4", coverage: "part" }))).toBe("Part: 20 of 24 EA on MOs");
  expect(text(line({ covered: "0", remaining: "24", coverage: "none", orders: [] }))).toBe(
    "None: 0 of 24 EA on MOs",
  );
  expect(text(line({ done: "20" }))).toBe("Full: 24 of 24 EA on MOs");
  expect(text(line({ done: "32", coverage: "done" }))).toBe("Done");
});

test("the orders it shares the line with are named", () => {
  const shared = line({ covered: "30", coverage: "over", orders: ["MO-0000013", "MO-0000021"] });
  expect(text(shared)).toBe("Over: 30 EA on MOs, 24 wanted, with MO-0000021");
});

test("a line that was cancelled wants none of what is still on orders", () => {
  expect(text(line({ wanted: "8", toMake: "0", covered: "4", coverage: "over" }))).toBe(
    "Over: 4 EA on MOs, none wanted",
  );
});

test("an order that rows were merged into counts its lines", () => {
  expect(text(line(), line(), line({ coverage: "part" }))).toBe("3 lines: 1 part, 2 full");
});

test("an order for nobody says nothing", () => {
  expect(text()).toBe("");
});
