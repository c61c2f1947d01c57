/** Results that have no place in the sheet: shown here and ready to be copied, because the MOs exist (R43). */
import { Button } from "@fluentui/react-components";
import type { BatchRow } from "../../../shared/wire/batch.ts";
import type { HostRefusal } from "../../host/workbook.ts";
import type { Outcome } from "../../sync/planner-state.ts";

type Made = Extract<Outcome["result"], { kind: "made" }>;
type Why = HostRefusal | "rows-gone";

/** Why, and what is left to do. */
const words: Record<Why, string> = {
  "sheet-protected":
    "The sheet is protected, so these results could not be written. Take the protection off and type each number into the MO column of its row.",
  "sheet-gone": "The sheet has been deleted, so these results could not be written. Note the numbers.",
  "cell-edit-mode":
    "A cell was being edited, so these results could not be written. Type each number into the MO column of its row.",
  "excel-busy":
    "Excel was busy, so these results could not be written. Type each number into the MO column of its row.",
  "table-gone": "The table has been deleted, so these results could not be written. Note the numbers.",
  "no-room":
    "There is no room beside these rows for the columns MO, MO Status and MO Message: another table, a pivot table or merged cells are in the way. Make room, add a heading MO, and type each number into its row.",
  "not-writable":
    "Excel refused to write these results. Add a heading MO beside these rows, and type each number into its row.",
  "rows-gone":
    "These rows are no longer in the sheet, so their results could not be written. Note the numbers.",
};

/** Rows whose results have no place in the sheet. */
export function outsideOf({ batch, paint }: Made): readonly BatchRow[] {
  if (paint.refusal === null && paint.lost.length === 0) return [];
  const inSheet = new Set([...paint.painted, ...paint.moved.map(({ from }) => from)]);
  return batch.rows.filter((row) => !inSheet.has(row.row));
}

export function whyOutside({ paint, fault }: Made): string {
  return fault === null
    ? words[paint.refusal ?? "rows-gone"]
    : `Excel failed twice to write these results (${fault}). Type each number into the MO column of its row.`;
}

export function OutsideSheet({ rows, why }: { readonly rows: readonly BatchRow[]; readonly why: string }) {
  const isMade = rows.some((row) => row.outcome === "created");
  const lines = rows.map((row) => `Row ${String(row.row)}\t${resultOf(row)}`);
  return (
    <div>
      <p>{isMade ? `${why} The MOs exist all the same:` : why}</p>
      <pre className="details">{lines.join("\n")}</pre>
      <Button size="small" onClick={() => void navigator.clipboard.writeText(lines.join("\n"))}>
        Copy rows and numbers
      </Button>
    </div>
  );
}

function resultOf(row: BatchRow): string {
  return row.outcome === "created" ? row.number : row.problems.map(({ message }) => message).join(" ");
}
