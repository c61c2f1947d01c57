import { describe, expect, test } from "vitest";
import type { ProblemCode } from "../../../shared/row/problem.ts";
import { problemAt } from "../../../shared/row/problem.ts";
import { toWireProblem } from "../../../shared/wire/lines.ts";
import { groupProblems } from "./problem-groups.ts";

const problem = (row: number, code: ProblemCode, value = `x${row}`) =>
  toWireProblem({ row, ...problemAt({ field: "quantity", value }, code) });

const shapes = (...problems: ReturnType<typeof problem>[]) =>
  groupProblems(problems).map((entry) =>
    entry.kind === "one" ? entry.problem.row : entry.problems.map(({ row }) => row),
  );

describe("problems of many rows", () => {
  test("are one when they are alike, whatever stands in the cells", () => {
    const alike = [2, 3, 5, 8].map((row) => problem(row, "quantity-unreadable"));
    expect(shapes(problem(1, "quantity-zero"), ...alike)).toEqual([1, [2, 3, 5, 8]]);
  });

  test("stand there one by one while they are few", () => {
    const alike = [2, 3, 5].map((row) => problem(row, "quantity-unreadable"));
    expect(shapes(...alike)).toEqual([2, 3, 5]);
  });
});
