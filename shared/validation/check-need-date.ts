/** Text to the day the planner needs the goods, or none. */
import type { CalendarDate } from "../quantity/calendar-date.ts";
import { parseDate, type DateOrder } from "../quantity/parse-date.ts";
import { problemAt, type ProblemCode, type ProblemDetail } from "../row/problem.ts";

export interface NeedDateRules {
  readonly today: CalendarDate;
  /** How text dates such as 03/04/2027 are to be read; null asks. */
  readonly dateOrder: DateOrder | null;
  /** What becomes of a need date before today: its row is refused, or made as soon as possible. */
  readonly pastNeedDates: "refuse" | "as-soon-as-possible";
}

export type CheckedNeedDate =
  | { readonly ok: true; readonly needDate: CalendarDate | null }
  | { readonly ok: false; readonly problem: ProblemDetail };

export function checkNeedDate(text: string, rules: NeedDateRules): CheckedNeedDate {
  const value = text.trim();
  if (value === "") return { ok: true, needDate: null };
  const refused = (code: ProblemCode, params = {}): CheckedNeedDate => ({
    ok: false,
    problem: problemAt({ field: "needDate", value }, code, { params }),
  });
  const parsed = parseDate(value, rules.dateOrder);
  if (parsed.kind === "unreadable") return refused("need-date-unreadable");
  if (parsed.kind === "ambiguous") return refused("need-date-ambiguous");
  const isPast = parsed.date < rules.today;
  if (isPast && rules.pastNeedDates === "refuse") return refused("need-date-past", { today: rules.today });
  return { ok: true, needDate: parsed.date };
}
