/** What a row leaves empty, the line of the document it names says: a sheet need not repeat it. */
import { decimalText, isAboveZero } from "../quantity/decimal.ts";
import type { DraftLine } from "../row/draft-line.ts";
import type { CoverageRules } from "./check-coverage.ts";
import { checkQuantity } from "./check-quantity.ts";
import type { KnownLine } from "./known-line.ts";
import { remainingOf } from "./line-balance.ts";

export function completeLine(
  row: DraftLine,
  known: KnownLine | null,
  rules: Pick<CoverageRules, "coveredRows">,
): DraftLine {
  if (known === null) return row;
  const quantity = quantityOf(row.quantity, known, rules);
  return {
    ...row,
    kind: known.kind,
    document: known.document,
    line: known.line,
    item: row.item.trim() === "" ? known.item : row.item,
    store: row.store.trim() === "" ? known.store : row.store,
    needDate: row.needDate.trim() === "" ? (known.needDate ?? "") : row.needDate,
    quantity,
    unit: unitOf(row, known, quantity),
  };
}

/** What the line says is in its stock unit. That nothing converts its own unit is told of the line, not of the row. */
function unitOf(row: DraftLine, known: KnownLine, quantity: string): string | undefined {
  return quantity === row.quantity && known.unconverted === null ? row.unit : undefined;
}

/** Nothing left is told as covered, with the orders that cover it, not as a missing quantity or one of 0. */
function quantityOf(
  text: string,
  known: KnownLine,
  { coveredRows }: Pick<CoverageRules, "coveredRows">,
): string {
  const remaining = remainingOf(known);
  if (text.trim() === "") return decimalText(isAboveZero(remaining) ? remaining : known.quantity);
  const typed = checkQuantity(text);
  const isZero = !typed.ok && typed.problem.code === "quantity-zero";
  // Who wants more all the same says how many: 0 is no answer to that.
  const isCovered = isZero && !isAboveZero(remaining) && coveredRows !== "make-anyway";
  return isCovered ? decimalText(known.quantity) : text;
}
