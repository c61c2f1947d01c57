/** The words of the batches' tab and of undo. English; one such file per language. */
import type { BatchState } from "../../../shared/order/undo-batch.ts";
import type { BatchOrder, BatchSummary } from "../../../shared/wire/batch-history.ts";
import { count, mos, rows } from "../texts.ts";

export const stateWords: Record<BatchState, string> = {
  done: "Created",
  cancelled: "Cancelled: nothing created",
  "part-undone": "Undone in part",
  undone: "Undone",
};

/** "10 MOs, 2 rows refused", and what is left of them. */
export function countsOf({
  created,
  refused,
  orders,
  unfinished,
  cancelled,
}: BatchSummary): readonly string[] {
  const below = orders - created;
  return [
    mos(created),
    below > 0 ? `${below.toLocaleString("en-US")} more for sub-assemblies or by splitting` : "",
    refused > 0 ? `${rows(refused)} refused` : "",
    unfinished > 0 ? `${unfinished.toLocaleString("en-US")} unfinished` : "",
    cancelled > 0 ? `${cancelled.toLocaleString("en-US")} cancelled` : "",
  ].filter((text) => text !== "");
}

/** "10 EA CHAIR-OAK · row 2", or whom it is made for. */
export function whatIsMade({ quantity, unit, item, row, parent }: BatchOrder): string {
  const place = row === null ? (parent === null ? "" : ` · for ${parent}`) : ` · row ${String(row)}`;
  return `${quantity} ${unit} ${item}${place}`;
}

/** "2 MOs stay". */
export const stayWords = (number: number): string => count(number, "MO stays", "MOs stay");

export const undoTexts = {
  excelUndo:
    "Undo in Excel (Ctrl+Z) only takes back what stands in cells. It never cancels MOs, and it cannot bring these MOs back.",
  makeAgain:
    "Their rows show Cancelled and keep the number, so Create skips them. To make these rows again, clear their MO cells; the message keeps the old number.",
  nothingBack: "Nothing in this batch can be taken back.",
  tryAgain: "Trying again is safe: undoing twice changes nothing more.",
} as const;
