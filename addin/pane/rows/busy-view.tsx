/** A press on its way: how far it is, how often it was tried, and the way out. */
import { Button, ProgressBar } from "@fluentui/react-components";
import type { PressProgress } from "../../../shared/wire/batch.ts";
import type { Work } from "../../sync/planner-state.ts";
import { unkeptPress, whyWaiting } from "../parts/press-texts.ts";
import { hostRefusals, mosOfPress, rows } from "../texts.ts";
import { usePlanner } from "./planner-context.ts";

export function BusyView({ work }: { readonly work: Extract<Work, { kind: "sending" | "painting" }> }) {
  const planner = usePlanner();
  const total =
    work.press.request.lines.length + new Set(work.press.unsent.map((problem) => problem.row)).size;
  const painted = work.kind === "painting" ? Math.min(work.painted, total) : 0;
  const done = work.kind === "painting" ? painted / Math.max(1, total) : doneOf(work.progress);
  const doing = work.press.isCancelled ? "Cancelling" : "Creating";
  const text =
    work.kind === "sending"
      ? `${doing} ${mosOfPress(work.press)}`
      : `Writing ${painted.toLocaleString("en-US")} of ${rows(total)}`;
  return (
    <section className="card" aria-live="polite">
      <h2>{text}</h2>
      <ProgressBar aria-label={text} {...(done === undefined ? {} : { value: done })} />
      {work.kind === "sending" ? <SendingLine work={work} /> : null}
      {work.kind === "painting" && work.waitsFor !== null ? (
        <p>{`${hostRefusals[work.waitsFor].text} The MOs have been created; their numbers follow.`}</p>
      ) : null}
      {work.kind === "sending" && !work.isKept ? <p>{unkeptPress}</p> : null}
      {work.kind === "sending" && work.tries > 0 ? (
        <>
          <p>{noAnswer(work)}</p>
          <Button size="small" onClick={() => planner.hurry()}>
            Try now
          </Button>
        </>
      ) : null}
    </section>
  );
}

function noAnswer({ press, tries, unanswered }: Extract<Work, { kind: "sending" }>): string {
  const since = `You pressed Create at ${press.pressedAt}.${unanswered === null ? "" : ` ${whyWaiting(unanswered)}`}`;
  return press.isCancelled
    ? `No answer yet (try ${String(tries + 1)}). The service will cancel it when it answers, or say that it was too late. ${since}`
    : `No answer yet (try ${String(tries + 1)}). Trying again is safe: nothing is created twice. ${since}`;
}

function doneOf(progress: PressProgress | null): number | undefined {
  return progress === null || progress.total === 0 ? undefined : progress.done / progress.total;
}

const stageWords: Partial<Record<PressProgress["state"], string>> = {
  waiting: "Waiting for another press to finish",
  planning: "Planning",
  writing: "Writing",
};

/** How far the service is, and the way out: all of it or nothing is made. */
function SendingLine({ work }: { readonly work: Extract<Work, { kind: "sending" }> }) {
  const planner = usePlanner();
  const { progress, press } = work;
  const stage = progress === null ? undefined : stageWords[progress.state];
  const done = doneOf(progress) ?? 0;
  const share = done === 0 ? "" : `, ${Math.floor(done * 100)} %`;
  return (
    <div className="list-line">
      <span className="quiet">{stage === undefined ? "" : `${stage}${share}`}</span>
      <Button size="small" disabledFocusable={press.isCancelled} onClick={() => planner.cancel()}>
        Cancel
      </Button>
    </div>
  );
}
