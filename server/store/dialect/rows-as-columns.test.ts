import { expect, test } from "vitest";
import { rowsAsColumns } from "./rows-as-columns.ts";

test("a column that is the same in all rows is told once, whole numbers in one block, the rest one by one", () => {
  const { names, columns, rows } = rowsAsColumns([
    { status: "open", mo_id: 7, quantity: "2.5", line: null },
    { status: "open", mo_id: 8, quantity: "4", line: 3 },
  ]);
  expect(names).toEqual(["status", "mo_id", "quantity", "line"]);
  expect(columns).toEqual([
    { kind: "same", value: "open" },
    { kind: "numbers", values: Float64Array.of(7, 8) },
    { kind: "mixed", values: ["2.5", "4"] },
    { kind: "mixed", values: [null, 3] },
  ]);
  expect(rows).toBe(2);
});

test("text that a database cannot hold is replaced wherever it stands", () => {
  const { columns } = rowsAsColumns([
    { notes: "a\0", memo: "b\0" },
    { notes: "a\0", memo: "c" },
  ]);
  expect(columns).toEqual([
    { kind: "same", value: "a\uFFFD" },
    { kind: "mixed", values: ["b\uFFFD", "c"] },
  ]);
});
