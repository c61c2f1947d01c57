/** What became of the last presses: numbers, live statuses, and whatever did not get into the sheet. */
import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from "@fluentui/react-components";
import {
  CheckmarkCircle16Filled,
  Dismiss16Regular,
  ErrorCircle16Filled,
  Info16Filled,
  Warning16Filled,
} from "@fluentui/react-icons";
import { useMemo } from "react";
import { isBoughtLine } from "../../../shared/row/bought-line.ts";
import type { Batch } from "../../../shared/wire/batch.ts";
import type { Outcome } from "../../sync/planner-state.ts";
import { useHistoryState } from "../batches/history-context.ts";
import { UndoBatch } from "../batches/undo-batch.tsx";
import { count, mos, rows } from "../texts.ts";
import { OutsideSheet, outsideOf, whyOutside } from "./outside-sheet.tsx";
import { usePlanner, usePlannerState } from "./planner-context.ts";

type Made = Extract<Outcome["result"], { kind: "made" }>;

export function OutcomeCards() {
  const { outcomes } = usePlannerState();
  return (
    <div aria-live="polite" className="told">
      {outcomes.map((outcome) =>
        isFolded(outcome) ? (
          <Line key={outcome.press.request.key} outcome={outcome} />
        ) : (
          <Card key={outcome.press.request.key} outcome={outcome} />
        ),
      )}
    </div>
  );
}

/** Numbers that stand nowhere else stay in sight. */
function isFolded({ isFolded: isOld, result }: Outcome): boolean {
  return isOld && (result.kind !== "made" || outsideOf(result).length === 0);
}

function Dismiss({ outcome: { press } }: { readonly outcome: Outcome }) {
  const planner = usePlanner();
  return (
    <Button
      size="small"
      appearance="transparent"
      aria-label="Dismiss"
      icon={<Dismiss16Regular />}
      onClick={() => planner.dismissOutcome(press.request.key)}
    />
  );
}

/** Other rows are selected: what became of the ones before is one line. */
function Line({ outcome }: { readonly outcome: Outcome }) {
  const planner = usePlanner();
  const intent = useIntent(outcome);
  const Icon = icons[intent];
  const title = titleOf(outcome.result);
  return (
    <div className={`outcome-line is-${intent}`}>
      <Icon aria-hidden />
      <span className="ellipsis" title={title}>
        {title.replace(/( from .*)? \(batch .*\)$/, "")}
      </span>
      <Button
        size="small"
        appearance="subtle"
        onClick={() => planner.unfoldOutcome(outcome.press.request.key)}
      >
        Show
      </Button>
      <Dismiss outcome={outcome} />
    </div>
  );
}

const icons = {
  success: CheckmarkCircle16Filled,
  warning: Warning16Filled,
  error: ErrorCircle16Filled,
  info: Info16Filled,
} as const;

function Card({ outcome }: { readonly outcome: Outcome }) {
  const { result } = outcome;
  return (
    <MessageBar intent={useIntent(outcome)} layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{titleOf(result)}</MessageBarTitle>
        {result.kind === "made" ? <MadeText outcome={outcome} result={result} /> : null}
      </MessageBarBody>
      <MessageBarActions containerAction={<Dismiss outcome={outcome} />}>
        {result.kind === "made" ? <Undo batch={result.batch} /> : null}
      </MessageBarActions>
    </MessageBar>
  );
}

function titleOf(result: Outcome["result"]): string {
  if (result.kind === "refused") return `Nothing was created. ${result.message}`;
  const { state, created, orders, number } = result.batch;
  if (state === "cancelled") return `Cancelled: nothing created (batch ${number})`;
  if (created === 0) return `Nothing was created (batch ${number})`;
  const from = orders === created ? "" : ` from ${rows(created)}`;
  return `${mos(orders)} created${from} (batch ${number})`;
}

/** Only what is made whole, and stands in the sheet, is a success; what was taken back is neither good nor bad. */
function useIntent({ result, press }: Outcome): "success" | "warning" | "error" | "info" {
  const { undone } = useHistoryState();
  if (result.kind !== "made") return "error";
  const { created, state, number, refused } = result.batch;
  if ((undone.get(number)?.state ?? state) === "undone") return "info";
  const isWhole = created > 0 && state !== "cancelled" && refusedHere(press) + refused === 0;
  return isWhole && outsideOf(result).length === 0 ? "success" : "warning";
}

/** Rows that were never sent; what is bought was never meant to be. */
function refusedHere({ unsent }: Outcome["press"]): number {
  const refused = unsent.filter((problem) => problem.severity === "error" && !isBoughtLine(problem));
  return new Set(refused.map(({ row }) => row)).size;
}

interface MadeTextProps {
  readonly outcome: Outcome;
  readonly result: Made;
}

function MadeText({ outcome: { press }, result }: MadeTextProps) {
  const { batch, paint } = result;
  const attention = batch.state === "cancelled" ? 0 : refusedHere(press) + batch.refused;
  const outside = outsideOf(result);
  return (
    <div>
      <TakenBackNote batch={batch} />
      {attention > 0 ? `${count(attention, "row has", "rows have")} no MO; the reason is in the row. ` : null}
      {paint.moved.length > 0 ? `${rows(paint.moved.length)} had moved and were found again. ` : null}
      {outside.length > 0 ? <OutsideSheet rows={outside} why={whyOutside(result)} /> : null}
    </div>
  );
}

function TakenBackNote({ batch }: { readonly batch: Batch }) {
  const undo = useHistoryState().undone.get(batch.number);
  if (undo === undefined) return null;
  if (undo.state === "undone") return "All of them have been taken back. ";
  return `${mos(undo.cancelled.length)} taken back, ${mos(undo.stays.length)} could not be. `;
}

/** Offered as long as anything can be taken back: work has not started on one of them. */
function Undo({ batch }: { readonly batch: Batch }) {
  const { orders } = usePlannerState();
  const { undone } = useHistoryState();
  const numbers = useMemo(
    () => batch.rows.flatMap((row) => (row.outcome === "created" ? [row.number] : [])),
    [batch],
  );
  const state = undone.get(batch.number)?.state ?? batch.state;
  const isPossible = numbers.some((number) => {
    const status = orders.get(number)?.status ?? "open";
    return status === "open" || status === "released";
  });
  return <UndoBatch number={batch.number} state={state} isPossible={isPossible && state !== "undone"} />;
}
