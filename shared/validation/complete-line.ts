/** What a row leaves empty, the line of the document it names says: a sheet need not repeat it. */
import { decimalText, isAboveZero } from "../quantity/decimal.ts";
import type { DraftLine } from "../row/draft-line.ts";
import { remainingOf, type KnownLine } from "./known-line.ts";

export function completeLine(row: DraftLine, known: KnownLine | null): DraftLine {
  if (known === null) return row;
  const remaining = remainingOf(known);
  return {
    ...row,
    line: row.line.trim() === "" ? known.line : row.line,
    item: row.item.trim() === "" ? known.item : row.item,
    store: row.store.trim() === "" ? known.store : row.store,
    needDate: row.needDate.trim() === "" ? (known.needDate ?? "") : row.needDate,
    // Nothing left is told as covered, not as a missing quantity.
    quantity:
      row.quantity.trim() === ""
        ? decimalText(isAboveZero(remaining) ? remaining : known.quantity)
        : row.quantity,
  };
}
