/** Coverage as a cell says it: "Part: 20 of 24, with MO-0000021". English; the only place with these words. */
import { coverageStates, type CoverageState } from "../order/coverage-state.ts";
import type { OrderCoverage } from "../wire/coverage.ts";

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
  const { toMake, covered, coverage, orders } = line;
  if (coverage === "done") return words.done;
  const others = orders.filter((other) => other !== number);
  const beside = others.length === 0 ? "" : `, with ${others.join(", ")}`;
  return `${words[coverage]}: ${covered} of ${toMake}${beside}`;
}

function countsOf(lines: OrderCoverage["lines"]): string {
  return coverageStates
    .map((state) => ({ state, count: lines.filter(({ coverage }) => coverage === state).length }))
    .filter(({ count }) => count > 0)
    .map(({ state, count }) => `${count} ${state}`)
    .join(", ");
}
