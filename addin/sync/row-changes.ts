/** What became of the rows between the preview and the press: only what was previewed is made. Pure. */
import type { Intake } from "../../shared/intake/intake.ts";
import type { DraftField, DraftLine } from "../../shared/row/draft-line.ts";

export type RowChange =
  | {
      readonly kind: "changed";
      readonly row: number;
      readonly field: ComparedField;
      readonly before: string;
      readonly now: string;
    }
  /** No row to make any more: deselected, hidden, emptied, moved, or on an MO by now. */
  | { readonly kind: "gone"; readonly row: number }
  | { readonly kind: "new"; readonly row: number };

const compared = [
  "item",
  "quantity",
  "unit",
  "store",
  "needDate",
  "document",
  "line",
  "notes",
] as const satisfies readonly DraftField[];
export type ComparedField = (typeof compared)[number];

/** Empty when the press means exactly the rows of the preview, where they stood. */
export function rowChanges(previewed: Intake, now: Intake): readonly RowChange[] {
  const before = byRow(previewed);
  const after = byRow(now);
  const isElsewhere = previewed.sheet.id !== now.sheet.id;
  const gone = previewed.lines.filter(({ row }) => isElsewhere || !after.has(row));
  const stillThere = isElsewhere ? [] : now.lines;
  return [
    ...stillThere.flatMap((line) => {
      const old = before.get(line.row);
      return old === undefined ? [] : changesOf(old, line);
    }),
    ...gone.map(({ row }) => ({ kind: "gone", row }) as const),
    ...now.lines
      .filter(({ row }) => isElsewhere || !before.has(row))
      .map(({ row }) => ({ kind: "new", row }) as const),
  ];
}

function changesOf(old: DraftLine, line: DraftLine): readonly RowChange[] {
  const { row } = line;
  return compared.flatMap((field) =>
    old[field] === line[field]
      ? []
      : [{ kind: "changed", row, field, before: old[field] ?? "", now: line[field] ?? "" } as const],
  );
}

function byRow({ lines }: Intake): ReadonlyMap<number, DraftLine> {
  return new Map(lines.map((line) => [line.row, line]));
}
