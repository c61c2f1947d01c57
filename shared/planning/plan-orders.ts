/** Rows that were checked become planned orders, or say why not. Pure: the same rows, facts and day give the same plan. */
import type { CalendarDate } from "../quantity/calendar-date.ts";
import { checkLines, type CheckRules } from "../validation/check-lines.ts";
import type { DemandLine } from "../validation/demand-line.ts";
import type { DraftLine } from "../row/draft-line.ts";
import type { Facts } from "../validation/facts.ts";
import { problemAt, type Problem } from "../row/problem.ts";
import { chooseRevision } from "./choose-revision.ts";
import { explode } from "./explode.ts";
import { planDates } from "./plan-dates.ts";
import type { PlannedOrder } from "./planned-order.ts";

export type PlannedRow =
  | {
      readonly outcome: "ready";
      readonly row: number;
      readonly order: PlannedOrder;
      readonly warnings: readonly Problem[];
    }
  | { readonly outcome: "refused"; readonly row: number; readonly problems: readonly Problem[] };

/** One answer for each line, in the lines' order. */
export function planOrders(
  lines: readonly DraftLine[],
  facts: Facts,
  rules: CheckRules,
): readonly PlannedRow[] {
  return checkLines(lines, facts, rules).map((checked) => {
    if (!checked.ok) return { outcome: "refused", row: checked.row, problems: checked.problems };
    return planOrder(checked.demand, { facts, today: rules.today, warnings: checked.warnings });
  });
}

interface PlanFor {
  readonly facts: Facts;
  readonly today: CalendarDate;
  readonly warnings: readonly Problem[];
}

function planOrder(demand: DemandLine, { facts, today, warnings }: PlanFor): PlannedRow {
  const { scheduleDate, dueDate, warnings: lateness } = planDates(demand, today);
  const revision = chooseRevision(demand.item, scheduleDate);
  if (revision === null) return noValidBom(demand, scheduleDate);
  const exploded = explode(
    { item: demand.item, revision, quantity: demand.quantity, day: scheduleDate },
    facts,
  );
  const found = exploded.problems.map((problem): Problem => ({ row: demand.row, ...problem }));
  const errors = found.filter((problem) => problem.severity === "error");
  if (errors.length > 0) return { outcome: "refused", row: demand.row, problems: errors };
  if (exploded.materials.length === 0) return noValidBom(demand, scheduleDate);
  const { materials } = exploded;
  return {
    outcome: "ready",
    row: demand.row,
    order: {
      demand,
      scheduleDate,
      dueDate,
      bomRevision: revision,
      materials,
      operations: revision.operations,
    },
    warnings: [...warnings, ...lateness, ...found],
  };
}

function noValidBom(demand: DemandLine, day: CalendarDate): PlannedRow {
  const at = { field: "item", value: demand.item.number } as const;
  const problem = {
    row: demand.row,
    ...problemAt(at, "bom-not-valid", { params: { item: demand.item.number, day } }),
  };
  return { outcome: "refused", row: demand.row, problems: [problem] };
}
