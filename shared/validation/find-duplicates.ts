/** The same row twice is nearly always a repeated paste; two different rows for one item are two needs (R11). */
import { codeKey } from "./facts.ts";
import type { DraftLine } from "../row/draft-line.ts";

/**
 * By row number: the earlier row it repeats. Rows repeat each other when they name the same line of the same
 * document, or, without a document line, when item, quantity, store, date and document are all the same.
 */
export function findDuplicates(lines: readonly DraftLine[]): ReadonlyMap<number, number> {
  const firstRow = new Map<string, number>();
  const duplicates = new Map<number, number>();
  for (const line of lines) {
    if (line.item.trim() === "") continue;
    const key = identity(line);
    const earlier = firstRow.get(key);
    if (earlier === undefined) firstRow.set(key, line.row);
    else duplicates.set(line.row, earlier);
  }
  return duplicates;
}

function identity(line: DraftLine): string {
  const hasDocumentLine = line.document.trim() !== "" && line.line.trim() !== "";
  const parts = hasDocumentLine
    ? [line.kind, line.document, line.line, line.item]
    : [line.kind, line.document, line.line, line.item, line.quantity, line.store, line.needDate];
  return JSON.stringify(parts.map(codeKey));
}
