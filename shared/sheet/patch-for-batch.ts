/** What became of a press, as it is painted into its rows: no row ends silently. */
import type { Intake } from "../intake/intake.ts";
import { statusWords } from "../order/status-words.ts";
import type { Problem } from "../row/problem.ts";
import { problemSentence } from "../row/problem-sentences.ts";
import type { BatchRow } from "../wire/batch.ts";
import type { RowPatch, SheetPatch } from "./sheet-patch.ts";

/** Where the rows stood when they were read: kept with the press, so that it can be painted after a reload too. */
export type PaintPlace = Omit<SheetPatch, "rows"> & {
  readonly identities: readonly (readonly [number, string])[];
};

export function placeOf(intake: Intake): PaintPlace {
  return {
    sheetId: intake.sheet.id,
    tableId: intake.tableId,
    headingRow: intake.headingRow,
    firstColumn: intake.firstColumn,
    lastColumn: intake.lastColumn,
    columns: intake.columns,
    identities: [...intake.identities],
  };
}

/** `unsent`: problems found before the press was sent; their rows are painted too. */
export function patchForBatch(
  { identities, ...place }: PaintPlace,
  rows: readonly BatchRow[],
  unsent: readonly Problem[] = [],
): SheetPatch {
  const identityOf = new Map(identities);
  const results = [...rows.map(patchRow), ...refusedHere(unsent)];
  return { ...place, rows: results.map((row) => ({ ...row, identity: identityOf.get(row.row) ?? "" })) };
}

type Painted = Omit<RowPatch, "identity">;

function patchRow(row: BatchRow): Painted {
  if (row.outcome === "refused") return refusal(row.row, row.problems);
  const warnings = row.warnings.map((warning) => problemSentence(warning).message);
  return {
    row: row.row,
    orderNumber: row.number,
    orderStatus: statusWords(row.status, row.holdReason),
    orderMessage: warnings.join(" "),
  };
}

function refusedHere(problems: readonly Problem[]): readonly Painted[] {
  const rows = [...new Set(problems.map((problem) => problem.row))];
  return rows.map((row) =>
    refusal(
      row,
      problems.filter((problem) => problem.row === row),
    ),
  );
}

function refusal(row: number, problems: readonly Pick<Problem, "code" | "value" | "params">[]): Painted {
  const sentences = problems.map((problem) => {
    const { message, fix } = problemSentence(problem);
    return `${message} ${fix}`;
  });
  // A damaged number is the only trace of its order: it is left to the planner to put right, and its status with it (R37).
  const isDamaged = problems.some(({ code }) => code === "order-number-damaged");
  return {
    row,
    orderNumber: null,
    orderStatus: isDamaged ? null : "Not created",
    orderMessage: sentences.join(" "),
  };
}
