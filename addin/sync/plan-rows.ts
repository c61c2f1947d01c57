/** What the rows that were read would make, asked of the service. */
import type { Intake } from "../../shared/intake/intake.ts";
import { MOST_LINES, type Rules } from "../../shared/wire/lines.ts";
import { forRows } from "./chosen-rules.ts";
import { ASKED_ANEW, isForOtherRows } from "./covered-answer.ts";
import type { Work } from "./planner-state.ts";
import type { ServiceClient } from "./clients/service-client.ts";

export interface Asking {
  readonly intake: Intake;
  readonly rules: Rules;
  /** The covered rows that were shown when somebody decided what becomes of them. */
  readonly answered: ReadonlySet<string>;
}

export interface Answer {
  readonly work: Extract<Work, { kind: "planned" | "unplanned" | "rejected" }>;
  /** Those that are left of what was chosen: some choices are for certain rows only. */
  readonly rules: Rules;
}

export async function planRows(
  client: Pick<ServiceClient, "plan">,
  { intake, rules: chosen, answered }: Asking,
): Promise<Answer> {
  const rules = forRows(chosen, intake);
  const rowCount = intake.lines.length;
  if (rowCount === 0) return { work: { kind: "planned", intake, plan: NOTHING_TO_MAKE }, rules };
  if (rowCount > MOST_LINES) return { work: { kind: "rejected", intake, why: tooMany(rowCount) }, rules };
  const asked = await client.plan({ lines: [...intake.lines], rules });
  if (asked.kind === "unreachable") return { work: { kind: "unplanned", intake }, rules };
  if (asked.kind === "refused")
    return { work: { kind: "rejected", intake, why: asked.problem.detail }, rules };
  const isAnswered = rules.coveredRows !== ASKED_ANEW.coveredRows;
  return isAnswered && isForOtherRows(answered, intake, asked.answer)
    ? planRows(client, { intake, rules: { ...rules, ...ASKED_ANEW }, answered })
    : { work: { kind: "planned", intake, plan: asked.answer }, rules };
}

const NOTHING_TO_MAKE = { rows: [], ready: 0, refused: 0, load: [] };

function tooMany(rowCount: number): string {
  const [most, selected] = [MOST_LINES, rowCount].map((count) => count.toLocaleString("en-US"));
  return `${selected} rows are selected, and one press takes up to ${most}. Select fewer rows now, and the rest afterwards.`;
}
