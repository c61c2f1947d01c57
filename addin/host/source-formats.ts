/** How a source's columns are formatted, so that item codes keep their zeros (R46) and days look like days. */
import type { Source } from "../../shared/wire/sources.ts";

const TEXT_FORMAT = "@";
const DATE_FORMAT = "yyyy-mm-dd";

/** Null: as Excel shows numbers. */
export function formatOf({ type }: Pick<Source["columns"][number], "type">): string | null {
  if (type === "number") return null;
  return type === "text" ? TEXT_FORMAT : DATE_FORMAT;
}

/** One format stands for all cells of the range, however many; the typings know only a table of formats. */
export function setFormat(range: Excel.Range, format: string): void {
  const cells: { numberFormat: unknown } = range;
  cells.numberFormat = format;
}
