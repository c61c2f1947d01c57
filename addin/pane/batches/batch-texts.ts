/** The words of the batches' tab and of undo. English; one such file per language. */
import type { BatchState } from "../../../shared/order/undo-batch.ts";
import type { BatchOrder, BatchSummary } from "../../../shared/wire/batch-history.ts";
import { count } from "../texts.ts";

export const stateWords: Record<BatchState, string> = {
  done: "Made",
  cancelled: "Stopped",
  "part-undone": "Undone in part",
  undone: "Undone",
};

export const plainOrders = (number: number): string => count(number, "order", "orders");

/** "10 orders, 2 rows refused", and what is left of them. */
export function countsOf({
  created,
  refused,
  orders,
  unfinished,
  cancelled,
}: BatchSummary): readonly string[] {
  const below = orders - created;
  return [
    plainOrders(created),
    below > 0 ? `${below.toLocaleString("en-US")} more below or by splitting` : "",
    refused > 0 ? `${count(refused, "row", "rows")} refused` : "",
    unfinished > 0 ? `${unfinished.toLocaleString("en-US")} to be finished` : "",
    cancelled > 0 ? `${cancelled.toLocaleString("en-US")} cancelled` : "",
  ].filter((text) => text !== "");
}

/** "23 Nov 2026, 14:02", in the planner's own time. */
export function momentWords(instant: string): string {
  return new Date(instant).toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "short" });
}

/** "10 EA CHAIR-OAK · row 2", or whom it is made for. */
export function whatIsMade({ quantity, unit, item, row, parent }: BatchOrder): string {
  const place = row === null ? (parent === null ? "" : ` · for ${parent}`) : ` · row ${String(row)}`;
  return `${quantity} ${unit} ${item}${place}`;
}

export const undoTexts = {
  excelUndo:
    "Undo in Excel (Ctrl+Z) takes back what stands in cells, never orders; and it cannot bring these orders back.",
  makeAgain:
    "Their rows show Cancelled and keep the number, so Create passes them by. To make these rows again, clear their MO cells; the message keeps the old number.",
  nothingBack: "Nothing of this batch can be taken back.",
  tryAgain: "Trying again is safe: undoing twice changes nothing more.",
} as const;
