/** Hears that something may have changed in the workbook. Events are hints: whoever hears one reads again (R36). */
import type { Unsubscribe } from "./workbook.ts";

/** Calls `hear` when the selection moves, and when cells change while ExcelApi 1.9 is there to tell. */
export async function listenToExcel(hear: (hint: "selection" | "cells") => void): Promise<Unsubscribe> {
  return Excel.run(async (context) => {
    const selection = context.workbook.onSelectionChanged.add(() => {
      hear("selection");
      return Promise.resolve();
    });
    const canHearCells = Office.context.requirements.isSetSupported("ExcelApi", "1.9");
    const cells = canHearCells
      ? context.workbook.worksheets.onChanged.add((event) => hearOthers(event, hear))
      : null;
    await context.sync();
    return () => {
      selection.remove();
      cells?.remove();
    };
  });
}

/** Our own paints are no news. */
function hearOthers(event: Excel.WorksheetChangedEventArgs, hear: (hint: "cells") => void): Promise<void> {
  if (event.triggerSource !== "ThisLocalAddin") hear("cells");
  return Promise.resolve();
}
