/** Writes what is to stand beside MO numbers, sheet by sheet: one that is protected does not keep the others waiting. */
import type { SheetStatuses } from "./status-blocks.ts";
import { isBusy, type HostRefusal, type StatusPaintReport } from "./workbook.ts";
import { writeBlocks } from "./write-blocks.ts";

export async function writeStatuses(
  context: Excel.RequestContext,
  bySheet: readonly SheetStatuses[],
): Promise<StatusPaintReport> {
  const painted: string[] = [];
  let refused: HostRefusal | null = null;
  for (const { sheetId, blocks, hidden, numbers } of bySheet) {
    const { refusal } = await writeBlocks(context, { sheetId, blocks, hidden }, () => undefined);
    if (refusal === null) painted.push(...numbers);
    // A busy host is busy for all sheets, and everything will be tried again.
    if (isBusy(refusal)) return { painted, refusal };
    refused ??= refusal;
  }
  return { painted, refusal: refused };
}
