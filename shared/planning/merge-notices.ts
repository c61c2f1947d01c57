/** What rows that are merged are told: another day than their own, and what was rounded of all of them together. */
import { compare, decimal, subtract } from "../quantity/decimal.ts";
import { problemAt, type Problem, type ProblemDetail } from "../row/problem.ts";
import type { CheckedLine } from "../validation/check-lines.ts";
import { roundToUnit } from "../validation/check-quantity.ts";
import { askedFor, type DemandLine } from "../validation/demand-line.ts";

/** By row. */
export type MergeNotices = ReadonlyMap<number, readonly ProblemDetail[]>;

export function mergeNotices(demands: readonly DemandLine[]): MergeNotices {
  const notices = new Map<number, readonly ProblemDetail[]>();
  for (const demand of demands)
    for (const row of demand.merged ?? []) notices.set(row.row, noticesFor(row, demand));
  return notices;
}

/** What was rounded of the row alone does not happen. */
export function withNotices(checked: CheckedLine, notices: MergeNotices): CheckedLine {
  const told = checked.ok ? notices.get(checked.demand.row) : undefined;
  if (!checked.ok || told === undefined) return checked;
  const { row } = checked.demand;
  const own = checked.warnings.filter(({ code }) => code !== "quantity-rounded");
  return { ...checked, warnings: [...own, ...told.map((notice): Problem => ({ row, ...notice }))] };
}

/** What converting rows may have left of thirds and sevenths: nobody asked for so little. */
const TOO_LITTLE = decimal("0.000001");

function noticesFor(row: DemandLine, order: DemandLine): readonly ProblemDetail[] {
  const isTold = row.row === order.row && compare(subtract(order.quantity, askedFor(order)), TOO_LITTLE) > 0;
  const rounded = isTold ? roundToUnit(askedFor(order), order.item.unit).warnings : [];
  return row.needDate === order.needDate ? rounded : [...rounded, movedNeed(row, order)];
}

const MOST_NAMED = 3;

function movedNeed({ needDate }: DemandLine, order: DemandLine): ProblemDetail {
  const earlier = (order.merged ?? []).filter((one) => one.needDate === order.needDate);
  const named = earlier.slice(0, MOST_NAMED).map(({ row }) => String(row));
  const rows = earlier.length > MOST_NAMED ? [...named, "…"] : named;
  const params = { need: order.needDate ?? "", rows: rows.join(", ") };
  const at = { field: "needDate", value: needDate ?? "" } as const;
  return problemAt(at, "need-date-moved", { severity: "warning", params });
}
