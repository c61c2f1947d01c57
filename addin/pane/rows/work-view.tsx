/** What is going on, one view for each name of it. */
import {
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  Button,
} from "@fluentui/react-components";
import type { Work } from "../../sync/planner-state.ts";
import { BusyView } from "./busy-view.tsx";
import { EmptyView } from "./empty-view.tsx";
import { usePlanner, usePlannerState } from "./planner-context.ts";
import { SelectionView } from "./selection-view.tsx";
import { SkeletonRows } from "../parts/skeleton-rows.tsx";
import { count, hostRefusals, otherRows, refusals } from "../texts.ts";

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
      return <Notice intent="info" {...hostRefusals[work.refusal]} />;
    case "planning":
      return <SelectionView intake={work.intake} plan={null} />;
    case "planned":
    case "checking":
      return <SelectionView intake={work.intake} plan={work.plan} />;
    case "rejected":
      return <RejectedView work={work} />;
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
          {`${count(work.intake.lines.length, "row is", "rows are")} waiting here. Your sheet is untouched, and the preview comes as soon as the service answers.`}
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

function RejectedView({ work }: { readonly work: Extract<Work, { kind: "rejected" }> }) {
  return (
    <>
      <Notice intent="warning" title="These rows cannot be planned" text={work.why} />
      <SelectionView intake={work.intake} plan={null} isWaiting />
    </>
  );
}

function FaultView({ details }: { readonly details: string }) {
  const planner = usePlanner();
  return (
    <MessageBar intent="error" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>Something unexpected happened</MessageBarTitle>
        Nothing you selected is lost. MOs that were being created are finished when you try again.
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
