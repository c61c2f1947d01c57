/** What needs attention: row, column, value, what is wrong and what to do; a click leads to the cell (R64). */
import { Button } from "@fluentui/react-components";
import {
  ChevronDown16Regular,
  ChevronRight16Regular,
  ErrorCircle16Filled,
  Warning16Filled,
} from "@fluentui/react-icons";
import { useId, useState } from "react";
import type { Intake } from "../../../shared/intake/intake.ts";
import { fieldWords, NOTHING_TO_DO } from "../../../shared/row/problem-sentences.ts";
import { problemTitles } from "../../../shared/row/problem-titles.ts";
import type { WireProblem } from "../../../shared/wire/lines.ts";
import { usePlanner } from "../rows/planner-context.ts";
import { groupProblems, type ProblemEntry } from "./problem-groups.ts";
import { Said } from "./said.tsx";
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
        entries={groupProblems(problems)}
        estimate={76}
        keyOf={keyOf}
        render={(entry) =>
          entry.kind === "one" ? (
            <ProblemButton intake={intake} problem={entry.problem} />
          ) : (
            <ProblemGroup intake={intake} {...entry} />
          )
        }
      />
    </section>
  );
}

function keyOf(entry: ProblemEntry): string {
  const { row, field, code } = entry.kind === "one" ? entry.problem : entry.first;
  return entry.kind === "one" ? `${String(row)} ${field} ${code}` : `${field} ${code}`;
}

interface OneProps {
  readonly intake: Intake;
  readonly problem: WireProblem;
}

/** The column it is about, and the way to its cell. */
function useCell({ intake, problem }: OneProps) {
  const planner = usePlanner();
  const found = intake.columns[problem.field];
  const column = (found ?? intake.columns.item)?.column ?? intake.firstColumn;
  return {
    heading: found?.heading ?? fieldWords[problem.field],
    show: () => planner.showCell(intake.sheet.id, problem.row, column),
  };
}

function ProblemButton({ intake, problem }: OneProps) {
  const { heading, show } = useCell({ intake, problem });
  return (
    <button type="button" className={`problem ${classOf(problem)}`} onClick={show}>
      <span className="problem-place">
        <Mark problem={problem} />
        <span className="fact">{`Row ${problem.row} · ${heading}`}</span>
        <Value problem={problem} />
      </span>
      <span>
        <Said text={problem.message} />
      </span>
      <Fix problem={problem} />
    </button>
  );
}

/** So many rows stand there at once; the rest when they are asked for. */
const SHOWN = 6;

type Many = Extract<ProblemEntry, { kind: "many" }>;

function ProblemGroup({ intake, first, problems }: Many & { readonly intake: Intake }) {
  const [isOpen, setOpen] = useState(false);
  const { heading } = useCell({ intake, problem: first });
  const title = useId();
  return (
    <div className={`problem is-group ${classOf(first)}`} role="group" aria-labelledby={title}>
      <span className="problem-place">
        <Mark problem={first} />
        <span id={title}>
          {`${problems.length.toLocaleString("en-US")} × ${problemTitles[first.code]} · ${heading}`}
        </span>
      </span>
      <Fix problem={first} />
      <VirtualList
        label="Rows"
        entries={isOpen ? problems : problems.slice(0, SHOWN)}
        estimate={26}
        keyOf={(problem) => String(problem.row)}
        render={(problem) => <ProblemRow intake={intake} problem={problem} />}
      />
      {problems.length > SHOWN ? (
        <Button
          size="small"
          appearance="subtle"
          aria-expanded={isOpen}
          icon={isOpen ? <ChevronDown16Regular /> : <ChevronRight16Regular />}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? "Show fewer" : `Show all ${problems.length.toLocaleString("en-US")} rows`}
        </Button>
      ) : null}
    </div>
  );
}

function ProblemRow({ intake, problem }: OneProps) {
  const { show } = useCell({ intake, problem });
  return (
    <button type="button" className="problem-row" title={problem.message} onClick={show}>
      <span className="link fact">{`Row ${problem.row}`}</span>
      <Value problem={problem} />
    </button>
  );
}

function classOf({ severity }: WireProblem): string {
  return severity === "error" ? "is-error" : "is-warning";
}

function Mark({ problem: { severity } }: { readonly problem: WireProblem }) {
  return severity === "error" ? (
    <ErrorCircle16Filled aria-label="Error" />
  ) : (
    <Warning16Filled aria-label="Warning" />
  );
}

function Value({ problem: { value } }: { readonly problem: WireProblem }) {
  return value === "" ? null : <code title={value}>{value}</code>;
}

function Fix({ problem: { fix } }: { readonly problem: WireProblem }) {
  return fix === NOTHING_TO_DO ? null : (
    <span className="quiet">
      <Said text={fix} />
    </span>
  );
}
