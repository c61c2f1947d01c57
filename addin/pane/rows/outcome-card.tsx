/** What became of presses, the last one first: numbers, live statuses, and whatever did not get into the sheet. */
import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from "@fluentui/react-components";
import { Dismiss16Regular } from "@fluentui/react-icons";
import type { BatchRow } from "../../../shared/wire/batch.ts";
import type { HostRefusal } from "../../host/workbook.ts";
import type { Outcome } from "../../sync/planner-state.ts";
import { plainOrders } from "../batches/batch-texts.ts";
import { useHistoryState } from "../batches/history-context.ts";
import { usePlanner, usePlannerState } from "./planner-context.ts";
import { orders, rows } from "../texts.ts";
import { UndoBatch } from "../batches/undo-batch.tsx";

type Made = Extract<Outcome["result"], { kind: "made" }>;

export function OutcomeCards() {
  const { outcomes } = usePlannerState();
  return (
    <div aria-live="polite">
      {outcomes.map((outcome) => (
        <OutcomeCard key={outcome.press.request.key} outcome={outcome} />
      ))}
    </div>
  );
}

function OutcomeCard({ outcome: { result, press } }: { readonly outcome: Outcome }) {
  const planner = usePlanner();
  const { undone } = useHistoryState();
  const refused = new Set(
    press.unsent.filter((problem) => problem.severity === "error").map((problem) => problem.row),
  ).size;
  return (
    <MessageBar intent={intentOf(result, refused)} layout="multiline">
      <MessageBarBody>
        {result.kind === "made" ? (
          <MadeText result={result} refused={refused} />
        ) : (
          <MessageBarTitle>{`Nothing was created. ${result.message}`}</MessageBarTitle>
        )}
      </MessageBarBody>
      <MessageBarActions
        containerAction={
          <Button
            appearance="transparent"
            aria-label="Dismiss"
            icon={<Dismiss16Regular />}
            onClick={() => planner.dismissOutcome(press.request.key)}
          />
        }
      >
        {result.kind === "made" && result.batch.created > 0 ? (
          <UndoBatch
            number={result.batch.number}
            state={undone.get(result.batch.number)?.state ?? result.batch.state}
          />
        ) : null}
      </MessageBarActions>
    </MessageBar>
  );
}

/** Only what is made whole, and stands in the sheet, is a success. */
function intentOf(result: Outcome["result"], refused: number): "success" | "warning" | "error" {
  if (result.kind !== "made") return "error";
  const { created, state } = result.batch;
  const isWhole = created > 0 && state !== "cancelled" && refused + result.batch.refused === 0;
  return isWhole && outsideOf(result).length === 0 ? "success" : "warning";
}

/** Rows whose results have no place in the sheet. */
function outsideOf({ batch, paint }: Made): readonly BatchRow[] {
  if (paint.refusal === null && paint.lost.length === 0) return [];
  const inSheet = new Set([...paint.painted, ...paint.moved.map(({ from }) => from)]);
  return batch.rows.filter((row) => !inSheet.has(row.row));
}

function MadeText({ result, refused }: { readonly result: Made; readonly refused: number }) {
  const { batch, paint } = result;
  const attention = batch.state === "cancelled" ? 0 : refused + batch.refused;
  const outside = outsideOf(result);
  return (
    <>
      <MessageBarTitle>
        {batch.state === "cancelled"
          ? "The press was cancelled: nothing was made"
          : batch.created === 0
            ? "Nothing was made"
            : `${orders(batch.orders)} made`}{" "}
        <span className="fact">{`(batch ${batch.number})`}</span>
      </MessageBarTitle>
      <TakenBackNote batch={batch} />
      {attention > 0
        ? `${rows(attention)} ${attention === 1 ? "needs" : "need"} attention; the reason is in the row. `
        : null}
      {paint.moved.length > 0 ? `${rows(paint.moved.length)} had moved and were found again. ` : null}
      {outside.length > 0 ? <OutsideSheet rows={outside} why={whyOutside(result)} /> : null}
    </>
  );
}

function TakenBackNote({ batch }: Pick<Made, "batch">) {
  const undo = useHistoryState().undone.get(batch.number);
  if (undo === undefined) return null;
  if (undo.state === "undone") return "All of them were taken back. ";
  return `${plainOrders(undo.cancelled.length)} taken back, ${plainOrders(undo.stays.length)} could not be. `;
}

/** Why, and what is left to do. */
const outsideWords: Record<HostRefusal | "rows-gone", string> = {
  "sheet-protected":
    "The sheet is protected, so these results could not be written. Take the protection off and type each number into the MO column of its row.",
  "sheet-gone": "The sheet is no longer there, so these results could not be written. Note the numbers.",
  "cell-edit-mode":
    "Somebody typed in a cell, so these results could not be written. Type each number into the MO column of its row.",
  "excel-busy":
    "Excel was busy, so these results could not be written. Type each number into the MO column of its row.",
  "table-gone": "The table is no longer there, so these results could not be written. Note the numbers.",
  "no-room":
    "There is no room beside these rows for the columns MO, MO Status and MO Message: another table, a pivot table or merged cells are in the way. Make room, head a column MO, and type each number into its row.",
  "not-writable":
    "Excel refused to write these results. Head a column MO beside these rows, and type each number into its row.",
  "rows-gone":
    "These rows are no longer in the sheet, so their results could not be written. Note the numbers.",
};

function whyOutside({ paint, fault }: Made): string {
  return fault === null
    ? outsideWords[paint.refusal ?? "rows-gone"]
    : `Excel failed twice to write these results (${fault}). Type each number into the MO column of its row.`;
}

/** Results that have no place in the sheet: shown here and ready to be copied, because the orders exist. */
function OutsideSheet({ rows: list, why }: { readonly rows: readonly BatchRow[]; readonly why: string }) {
  const isMade = list.some((row) => row.outcome === "created");
  const lines = list.map(
    (row) =>
      `Row ${String(row.row)}\t${row.outcome === "created" ? row.number : row.problems.map((problem) => problem.message).join(" ")}`,
  );
  return (
    <div>
      <p>{isMade ? `${why} The orders are made all the same:` : why}</p>
      <pre className="details">{lines.join("\n")}</pre>
      <Button size="small" onClick={() => void navigator.clipboard.writeText(lines.join("\n"))}>
        Copy rows and numbers
      </Button>
    </div>
  );
}
