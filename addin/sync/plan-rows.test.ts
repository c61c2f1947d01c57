import { expect, test } from "vitest";
import type { Intake } from "../../shared/intake/intake.ts";
import { MOST_LINES, NO_RULES_CHOSEN } from "../../shared/wire/lines.ts";
import type { PlanRequest } from "../../shared/wire/plan.ts";
import type { ProblemDocument } from "../../shared/wire/problem-document.ts";
import { planRows } from "./plan-rows.ts";

function selected(count: number): Intake {
  const blank = { kind: "manual", store: "", needDate: "", document: "", line: "", notes: "" } as const;
  return {
    sheet: { id: "s1", name: "Shortages" },
    tableId: null,
    headingRow: 1,
    columns: {},
    own: {},
    firstColumn: 0,
    lastColumn: 6,
    ignoredHeadings: [],
    identities: new Map(),
    problems: [],
    made: [],
    skipped: { blank: 0, totals: 0, unasked: 0, hidden: 0 },
    firstUnasked: null,
    questions: [],
    lines: Array.from({ length: count }, (_, index) => ({
      ...blank,
      row: index + 2,
      item: "CHAIR-OAK",
      quantity: "1",
    })),
  };
}

const asking = (count: number) => ({
  intake: selected(count),
  rules: NO_RULES_CHOSEN,
  answered: new Set<string>(),
});

test("more rows than one press takes are told with the number, without troubling the service", async () => {
  const asked: PlanRequest[] = [];
  const plan = (request: PlanRequest) => {
    asked.push(request);
    return Promise.resolve({ kind: "unreachable", why: "down" } as const);
  };
  const { work } = await planRows({ plan }, asking(MOST_LINES + 1));
  expect(work.kind === "rejected" && work.why).toMatch(
    /^20,001 rows are selected, and one press takes up to 20,000/,
  );
  expect(asked).toEqual([]);
  expect(await planRows({ plan }, asking(MOST_LINES))).toMatchObject({ work: { kind: "unplanned" } });
});

test("a request that the service will not have is not taken for a service that is away", async () => {
  const problem: ProblemDocument = {
    type: "about:blank",
    title: "Not understood",
    status: 422,
    code: "request-invalid",
    detail: "The rules are unknown.",
  };
  const plan = () => Promise.resolve({ kind: "refused", problem } as const);
  expect(await planRows({ plan }, asking(1))).toMatchObject({
    work: { kind: "rejected", why: "The rules are unknown." },
  });
});
