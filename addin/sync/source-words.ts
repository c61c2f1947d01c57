/** What is said of a source's sheet: what was put into it, what a refresh changed, and why not. English. */
import type { HostRefusal, RefreshReport } from "../host/workbook.ts";
import { count, rows } from "./counts.ts";

export const refusalWords: Readonly<Record<HostRefusal, string>> = {
  "cell-edit-mode": "Excel is busy: finish editing the cell, then refresh again.",
  "excel-busy":
    "Excel is busy, or another workbook is in front: bring this workbook to the front, then refresh again.",
  "sheet-protected": "The sheet is protected, so it stays as it is.",
  "sheet-gone": "The sheet has been deleted.",
  "table-gone": "Its table was deleted, renamed or turned into a range. Insert the rows in a new sheet.",
  "no-room":
    "Something in the sheet cannot be moved to make room for the new rows, such as another table. They were not added.",
  "not-writable": "Excel refused to write all of it. Refresh again; what is right already stays.",
};

const insertRefusals: Readonly<Record<HostRefusal, string>> = {
  "cell-edit-mode": "Excel is busy: finish editing the cell, then insert again.",
  "excel-busy":
    "Excel is busy, or another workbook is in front: bring this workbook to the front, then insert again.",
  "sheet-protected": "The workbook is protected, so the rows were not inserted.",
  "sheet-gone": "The new sheet was deleted before all rows were in it.",
  "table-gone": "The new table was deleted before all rows were in it.",
  "no-room": "Excel found no room for the rows, so they were not inserted.",
  "not-writable":
    "Excel refused to insert the rows. Bring this workbook to the front, see that no chart is selected, and insert again.",
};

export function insertRefusal(refusal: HostRefusal, leftSheet: string | null): string {
  const words = insertRefusals[refusal];
  return leftSheet === null ? words : `${words} “${leftSheet}” is incomplete: delete it.`;
}

export function lostWords(headings: readonly string[]): string {
  const lost = headings.map((heading) => `“${heading}”`).join(" and ");
  return `The sheet no longer has the heading ${lost}, by which its rows are known. Restore it, then refresh again.`;
}

const obstacleWords = {
  "no-room": "no room below the table",
  "totals-row": "the table has a totals row",
} as const;

/** Old suggestions would look like those of now. `isSuggestion`: the sheet says how much to order. */
function goneWords(gone: number, isSuggestion: boolean): string {
  const are = count(gone, "row is", "rows are");
  const stay = gone === 1 ? "it stays" : "they stay";
  return `${are} no longer in the source; ${stay}${isSuggestion ? " with To Order 0" : ""}`;
}

export function reportWords(report: RefreshReport, isSuggestion: boolean): string {
  const { changed, added, gone, notAdded, obstacle } = report;
  const parts = [
    changed > 0 ? `${rows(changed)} changed` : "",
    added > 0 ? `${rows(added)} added` : "",
    gone > 0 ? goneWords(gone, isSuggestion) : "",
    notAdded > 0
      ? `${count(notAdded, "new row", "new rows")} could not be added: ${obstacleWords[obstacle ?? "no-room"]}`
      : "",
  ].filter((part) => part !== "");
  return parts.length === 0 ? "Everything is up to date." : `${parts.join(", ")}.`;
}
