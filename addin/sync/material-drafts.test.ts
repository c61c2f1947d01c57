import { describe, expect, test } from "vitest";
import type { LineProblem, Order } from "../../shared/wire/order.ts";
import { changesOf, draftOf, newLine, typed, withProblems, type DraftLine } from "./material-drafts.ts";

const material = (position: number, item: string, quantity: string): Order["materials"][number] => ({
  position,
  item,
  quantity,
  unit: "EA",
  description: "",
  instruction: "",
  issuedQuantity: "0",
  edit: null,
});
const lines: readonly DraftLine[] = [material(1, "SEAT", "10"), material(4, "SCREW", "80")].map((seen) => ({
  key: String(seen.position),
  seen,
  item: seen.item,
  quantity: seen.quantity,
  unit: seen.unit,
  isRemoved: false,
  problems: [],
}));
const edited = (index: number, more: Partial<DraftLine>): readonly DraftLine[] =>
  lines.map((line, at) => (at === index ? { ...line, ...more } : line));

describe("what is sent of edited materials", () => {
  test("is nothing as long as nothing is changed, an empty new line included", () => {
    expect(changesOf([...lines, newLine("new")])).toEqual([]);
  });

  test("is each changed line as it was seen and as it is to be", () => {
    const from = { item: "SCREW", quantity: "80", unit: "EA" };
    expect(changesOf(edited(1, { quantity: "90" }))).toEqual([
      { position: 4, from, to: { item: "SCREW", quantity: "90", unit: "EA" } },
    ]);
    expect(changesOf(edited(1, { isRemoved: true }))).toEqual([{ position: 4, from, to: null }]);
  });

  test("leaves the unit of another component to that component, unless one is typed", () => {
    const [, screw = newLine("none")] = lines;
    const other = typed(screw, { item: "GLUE" });
    expect(changesOf([other])[0]?.to).toEqual({ item: "GLUE", quantity: "80" });
    expect(changesOf([typed(other, { unit: "KG" })])[0]?.to).toMatchObject({ unit: "KG" });
    expect(changesOf([typed(other, { item: "SCREW" })])).toEqual([]);
  });

  test("comes back with its problems at the lines that were changed", () => {
    const problem: LineProblem = {
      line: 0,
      field: "quantity",
      code: "quantity-zero",
      value: "0",
      params: {},
      message: "0",
    };
    const told = withProblems(edited(1, { quantity: "0" }), [problem]);
    expect(told.map(({ problems }) => problems.length)).toEqual([0, 1]);
  });

  test("begins as the order's own lines", () => {
    const order = { materials: [material(4, "SCREW", "80")] };
    expect(draftOf(order)).toEqual([{ ...lines[1] }]);
  });
});
