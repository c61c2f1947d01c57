/** What a row asks for, so that it can be known again after a sort, an insert or a moved column (R36, R37). */
import type { DraftField } from "../row/draft-line.ts";

/** Notes and our own columns may change without the row becoming another. */
export const identifyingFields = [
  "item",
  "quantity",
  "store",
  "needDate",
  "document",
  "line",
  "unit",
] as const satisfies readonly DraftField[];

/** `texts`: what the row's cells show; `indexes`: where the identifying fields stand, in the order above. */
export function rowIdentity(texts: readonly string[], indexes: readonly number[]): string {
  return JSON.stringify(indexes.map((index) => (texts[index] ?? "").trim()));
}
