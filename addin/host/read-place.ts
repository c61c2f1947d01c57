/** Where the rows were that were read last, to tell whether a change somewhere in the workbook concerns them. Pure. */
import { toRuns, type Run } from "./runs.ts";
import type { Selection } from "./workbook.ts";

export interface ReadPlace {
  readonly sheetId: string;
  readonly runs: readonly Run[];
}

export function placeOfReading(selection: Selection): ReadPlace | null {
  if (selection.kind !== "rows") return null;
  const { sheet, headingCandidates, rows } = selection.rows;
  return { sheetId: sheet.id, runs: toRuns([...headingCandidates, ...rows].map(({ row }) => row)) };
}

export interface Change {
  readonly worksheetId: string;
  readonly address: string;
  readonly changeType: string;
}

/** Whatever moves rows or columns of the same sheet concerns them too. */
export function touches({ worksheetId, address, changeType }: Change, place: ReadPlace | null): boolean {
  if (worksheetId !== place?.sheetId) return false;
  const rows = changeType === "RangeEdited" ? rowsOfAddress(address) : null;
  return rows === null || place.runs.some((run) => rows.first <= run.last && run.first <= rows.last);
}

/** Of "B7:C9" and "7:9"; null for whole columns, and for what is no one block. */
function rowsOfAddress(address: string): Run | null {
  const [, first, last = first] = /^\$?[A-Z]*\$?(\d+)(?::\$?[A-Z]*\$?(\d+))?$/i.exec(address) ?? [];
  return first === undefined ? null : { first: Number(first), last: Number(last) };
}
