/** Copy, cut and paste between the grid and the clipboard, as blocks of tab-separated text. */
import type { SheetGrid } from "../grid/sheet-grid.ts";
import type { Typist } from "../grid/type-into.ts";
import { emptied, filledAreas } from "../selection/filled-areas.ts";
import { areasOf, pickOf, type Pick, type Place } from "../selection/pick.ts";
import type { Selection } from "../selection/selection.ts";
import { fromTsv, toTsv } from "./tsv.ts";

interface ClipboardPorts {
  readonly grid: SheetGrid;
  readonly selection: Selection;
  readonly type: Typist;
}

/** Answers how to paste text at the active cell, for whoever has no clipboard. */
export function connectClipboard(ports: ClipboardPorts): (text: string) => void {
  const { grid, selection, type } = ports;
  // Browsers send these to the focused element or to the body, whichever they find: ask who has the focus instead.
  const listen = (kind: "copy" | "cut" | "paste", act: (clipboard: DataTransfer) => void): void =>
    document.addEventListener(kind, (event) => {
      if (document.activeElement !== grid.element || event.clipboardData === null) return;
      event.preventDefault();
      act(event.clipboardData);
    });
  const paste = (text: string): void => (text === "" ? undefined : pasteText(ports, text));
  listen("paste", (clipboard) => paste(clipboard.getData("text/plain")));
  listen("copy", (clipboard) => clipboard.setData("text/plain", copied(ports)));
  listen("cut", (clipboard) => {
    clipboard.setData("text/plain", copied(ports));
    for (const area of filledAreas(grid.sheet, areasOf(selection.pick)))
      type(grid.sheet, area, emptied(area));
  });
  return paste;
}

function pasteText({ grid, selection, type }: ClipboardPorts, text: string): void {
  const rows = fromTsv(text);
  const { row, column } = topLeft(selection.pick);
  type(grid.sheet, { row, column }, rows);
  selection.set(pickOf([{ row, column, rowCount: rows.length, columnCount: rows[0]?.length ?? 1 }]));
}

function topLeft(pick: Pick): Place {
  const last = areasOf(pick).at(-1);
  return { row: last?.row ?? 0, column: last?.column ?? 0 };
}

/** As Excel copies filtered rows: only those that are seen. */
function copied({ grid, selection }: ClipboardPorts): string {
  const { sheet } = grid;
  const blocks = filledAreas(sheet, areasOf(selection.pick)).map((area) =>
    sheet.texts(area).filter((_, index) => !sheet.hiddenRows.has(area.row + index)),
  );
  return toTsv(blocks.flat());
}
