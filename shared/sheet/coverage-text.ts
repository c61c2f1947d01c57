/** Coverage as a cell says it: "Part: 20 of 24 EA on MOs, with MO-0000021". English; the only place with these words. */
import { coverageStates, type CoverageState } from "../order/coverage-state.ts";
import type { LineCoverage, OrderCoverage } from "../wire/coverage.ts";

const words: Readonly<Record<CoverageState, string>> = {
  none: "None",
  part: "Part",
  full: "Full",
  over: "Over",
  done: "Done",
};

export function coverageText({ number, lines }: OrderCoverage): string {
  const [line] = lines;
  if (line === undefined) return "";
  if (lines.length > 1) return `${lines.length} lines: ${countsOf(lines)}`;
  if (line.coverage === "done") return words.done;
  const others = line.orders.filter((other) => other !== number);
  const beside = others.length === 0 ? "" : `, with ${others.join(", ")}`;
  return `${words[line.coverage]}: ${figuresOf(line)}${beside}`;
}

/** What is over is never told as a part of less than itself. */
function figuresOf({ toMake, covered, coverage, unit }: LineCoverage): string {
  if (coverage !== "over") return `${covered} of ${toMake} ${unit} on MOs`;
  return `${covered} ${unit} on MOs, ${toMake === "0" ? "none" : toMake} wanted`;
}

function countsOf(lines: OrderCoverage["lines"]): string {
  return coverageStates
    .map((state) => ({ state, count: lines.filter(({ coverage }) => coverage === state).length }))
    .filter(({ count }) => count > 0)
    .map(({ state, count }) => `${count} ${state}`)
    .join(", ");
}
