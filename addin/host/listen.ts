/** Hears that something may have changed in the workbook. Events are hints: whoever hears one reads again (R36). */
import { isUnknownMember } from "./host-errors.ts";
import type { Unsubscribe } from "./workbook.ts";

type Hear = (hint: "selection" | "cells") => void;

/** Calls `hear` when the selection moves, and when cells change where the host can tell. */
export async function listenToExcel(hear: Hear): Promise<Unsubscribe> {
  const stopSelection = await listenToSelection(hear);
  const stopCells = await listenToCells(hear).catch(nothingToStop);
  return () => {
    stopSelection();
    stopCells();
  };
}

function listenToSelection(hear: Hear): Promise<Unsubscribe> {
  return Excel.run(async (context) => {
    const registered = context.workbook.onSelectionChanged.add(() => {
      hear("selection");
      return Promise.resolve();
    });
    await context.sync();
    return () => registered.remove();
  });
}

function listenToCells(hear: Hear): Promise<Unsubscribe> {
  if (!Office.context.requirements.isSetSupported("ExcelApi", "1.9")) return Promise.resolve(() => undefined);
  return Excel.run(async (context) => {
    const registered = context.workbook.worksheets.onChanged.add((event) => hearOthers(event, hear));
    await context.sync();
    return () => registered.remove();
  });
}

/** Without news of cells the pane still reads again whenever the selection moves, and on Refresh. */
function nothingToStop(error: unknown): Unsubscribe {
  if (!isUnknownMember(error)) throw error;
  return () => undefined;
}

/** Our own paints are no news. */
function hearOthers(event: Excel.WorksheetChangedEventArgs, hear: (hint: "cells") => void): Promise<void> {
  if (event.triggerSource !== "ThisLocalAddin") hear("cells");
  return Promise.resolve();
}
