/** What needs attention: row, column, value, what is wrong and what to do; a click leads to the cell (R64). */
import { ErrorCircle16Filled, Warning16Filled } from "@fluentui/react-icons";
import type { Intake } from "../../../shared/intake/intake.ts";
import { fieldWords, NOTHING_TO_DO } from "../../../shared/row/problem-sentences.ts";
import type { WireProblem } from "../../../shared/wire/lines.ts";
import { usePlanner } from "../rows/planner-context.ts";
import { VirtualList } from "./virtual-list.tsx";

interface ProblemListProps {
  readonly intake: Intake;
  readonly problems: readonly WireProblem[];
}

export function ProblemList({ intake, problems }: ProblemListProps) {
  return (
    <section>
      <h3>Needs attention</h3>
      <VirtualList
        label="Problems"
        entries={problems}
        estimate={76}
        keyOf={(problem) => `${String(problem.row)} ${problem.field} ${problem.code}`}
        render={(problem) => <ProblemButton intake={intake} problem={problem} />}
      />
    </section>
  );
}

function ProblemButton({ intake, problem }: { readonly intake: Intake; readonly problem: WireProblem }) {
  const planner = usePlanner();
  const column = intake.columns[problem.field] ?? intake.columns.item;
  const isError = problem.severity === "error";
  const show = (): void =>
    planner.showCell(intake.sheet.id, problem.row, column?.column ?? intake.firstColumn);
  return (
    <button type="button" className={`problem ${isError ? "is-error" : "is-warning"}`} onClick={show}>
      <span className="problem-place">
        {isError ? <ErrorCircle16Filled aria-label="Error" /> : <Warning16Filled aria-label="Warning" />}
        {`Row ${problem.row} · ${column?.heading ?? fieldWords[problem.field]}`}
        {problem.value === "" ? null : <code title={problem.value}>{problem.value}</code>}
      </span>
      <span>{problem.message}</span>
      {problem.fix === NOTHING_TO_DO ? null : <span className="quiet">{problem.fix}</span>}
    </button>
  );
}
