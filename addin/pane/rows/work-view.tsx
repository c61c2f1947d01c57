/** What is going on, one view for each name of it. */
import {
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  Button,
  ProgressBar,
} from "@fluentui/react-components";
import type { PressProgress } from "../../../shared/wire/batch.ts";
import type { Work } from "../../sync/planner-state.ts";
import { EmptyView } from "./empty-view.tsx";
import { usePlanner, usePlannerState } from "./planner-context.ts";
import { SelectionView } from "./selection-view.tsx";
import { SkeletonRows } from "../parts/skeleton-rows.tsx";
import { hostRefusals, orders, otherRows, refusals, rows } from "../texts.ts";

export function WorkView() {
  const { work } = usePlannerState();
  switch (work.kind) {
    case "reading":
      return <SkeletonRows label="Reading the selection" />;
    case "nothing-selected":
      return <EmptyView />;
    case "not-understood":
      if (work.refusal === "nothing-selected") return <EmptyView />;
      return (
        <Notice
          intent="warning"
          title={refusals[work.refusal].title}
          text={`${refusals[work.refusal].fix} (Sheet ${work.sheetName})`}
        />
      );
    case "other-rows":
      return <Notice intent="warning" {...otherRows[work.wanted]} />;
    case "host-busy":
      return <Notice intent="info" title="Excel is busy" text={hostRefusals[work.refusal]} />;
    case "planning":
      return <SelectionView intake={work.intake} plan={null} />;
    case "planned":
      return <SelectionView intake={work.intake} plan={work.plan} />;
    case "unplanned":
      return <OfflineView work={work} />;
    case "sending":
    case "painting":
      return <BusyView work={work} />;
    case "fault":
      return <FaultView details={work.details} />;
  }
}

interface NoticeProps {
  readonly intent: "info" | "warning" | "error";
  readonly title: string;
  readonly text: string;
}

function Notice({ intent, title, text }: NoticeProps) {
  return (
    <MessageBar intent={intent} layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{title}</MessageBarTitle>
        {text}
      </MessageBarBody>
    </MessageBar>
  );
}

function OfflineView({ work }: { readonly work: Extract<Work, { kind: "unplanned" }> }) {
  const planner = usePlanner();
  return (
    <>
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>The service cannot be reached</MessageBarTitle>
          {`${rows(work.intake.lines.length)} are read and wait here. Your sheet is untouched; the preview comes as soon as the service answers. (${work.why})`}
        </MessageBarBody>
        <MessageBarActions>
          <Button size="small" onClick={() => planner.hurry()}>
            Try now
          </Button>
        </MessageBarActions>
      </MessageBar>
      <SelectionView intake={work.intake} plan={null} isWaiting />
    </>
  );
}

function BusyView({ work }: { readonly work: Extract<Work, { kind: "sending" | "painting" }> }) {
  const planner = usePlanner();
  const total =
    work.press.request.lines.length + new Set(work.press.unsent.map((problem) => problem.row)).size;
  const isWaiting = work.kind === "sending" && work.tries > 0;
  const done = work.kind === "painting" ? work.painted / Math.max(1, total) : doneOf(work.progress);
  const text =
    work.kind === "sending"
      ? `Creating ${orders(work.press.request.lines.length)}`
      : `Writing ${work.painted} of ${rows(total)}`;
  return (
    <section className="card" aria-live="polite">
      <h2>{text}</h2>
      <ProgressBar aria-label={text} {...(done === undefined ? {} : { value: done })} />
      {work.kind === "sending" ? <SendingLine progress={work.progress} /> : null}
      {work.kind === "painting" && work.waitsForCell ? (
        <p>{hostRefusals["cell-edit-mode"]} The orders are made; their numbers follow.</p>
      ) : null}
      {isWaiting ? (
        <>
          <p>{`No answer yet (try ${work.tries + 1}). Trying again is safe: nothing is made twice. This was started at ${work.press.pressedAt}.`}</p>
          <Button size="small" onClick={() => planner.hurry()}>
            Try now
          </Button>
        </>
      ) : null}
    </section>
  );
}

function doneOf(progress: PressProgress | null): number | undefined {
  return progress === null || progress.total === 0 ? undefined : progress.done / progress.total;
}

const stageWords: Partial<Record<PressProgress["state"], string>> = {
  waiting: "Waiting for another press",
  planning: "Planning",
  writing: "Writing",
};

/** How far the service is, and the way out: all of it or nothing is made. */
function SendingLine({ progress }: { readonly progress: PressProgress | null }) {
  const planner = usePlanner();
  const stage = progress === null ? undefined : stageWords[progress.state];
  const done = doneOf(progress) ?? 0;
  const share = done === 0 ? "" : `, ${Math.floor(done * 100)} %`;
  return (
    <div className="list-line">
      <span className="quiet">{stage === undefined ? "" : `${stage}${share}`}</span>
      <Button size="small" onClick={() => planner.giveUp()}>
        Cancel
      </Button>
    </div>
  );
}

function FaultView({ details }: { readonly details: string }) {
  const planner = usePlanner();
  return (
    <MessageBar intent="error" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>Something unexpected happened</MessageBarTitle>
        Nothing you selected is lost. An order that was being created is finished when you try again.
        <pre className="details">{details}</pre>
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={() => void navigator.clipboard.writeText(details)}>
          Copy details
        </Button>
        <Button size="small" appearance="primary" onClick={() => planner.restart()}>
          Try again
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
