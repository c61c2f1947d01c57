/** Hears that something may have changed in the workbook. Events are hints: whoever hears one reads again (R36). */
import { isUnknownMember } from "./host-errors.ts";
import type { OwnWrites } from "./own-writes.ts";
import { touches, type ReadPlace } from "./read-place.ts";
import { soonerOrLater } from "./while-busy.ts";

type Hear = (hint: "selection" | "cells") => void;

export interface Listener {
  readonly hear: Hear;
  readonly ownWrites: OwnWrites;
  /** What was read last. */
  readonly readPlace: () => ReadPlace | null;
}

/** Calls `hear` when the selection moves, and when cells change where the host can tell. */
export async function listenToExcel(listener: Listener): Promise<void> {
  await soonerOrLater(lateHint(() => listenToSelection(listener), listener.hear, "selection"));
  await soonerOrLater(lateHint(() => listenToCells(listener), listener.hear, "cells"));
}

/** An attempt that is not the first may have missed something. */
function lateHint(
  attempt: () => Promise<void>,
  hear: Hear,
  hint: "selection" | "cells",
): () => Promise<void> {
  let tries = 0;
  return async () => {
    tries += 1;
    await attempt();
    if (tries > 1) hear(hint);
  };
}

function listenToSelection({ hear }: Listener): Promise<void> {
  return Excel.run(async (context) => {
    context.workbook.onSelectionChanged.add(() => {
      hear("selection");
      return Promise.resolve();
    });
    await context.sync();
  });
}

/** Without news of cells the pane still reads again whenever the selection moves, and on Refresh. */
async function listenToCells(listener: Listener): Promise<void> {
  if (!Office.context.requirements.isSetSupported("ExcelApi", "1.9")) return;
  try {
    await Excel.run(async (context) => {
      context.workbook.worksheets.onChanged.add((event) => hearOthers(event, listener));
      await context.sync();
    });
  } catch (error) {
    if (!isUnknownMember(error)) throw error;
  }
}

/** Our own paints are no news, and of what co-authors do only what touches the rows that were read (R65). */
function hearOthers(
  event: Excel.WorksheetChangedEventArgs,
  { hear, ownWrites, readPlace }: Listener,
): Promise<void> {
  const isFarAway = event.source === Excel.EventSource.remote && !touches(event, readPlace());
  if (!ownWrites.mayBeBehind(event.triggerSource) && !isFarAway) hear("cells");
  return Promise.resolve();
}
