/** Picking with the keys, as in Excel. Tab is not taken: it leads out of the grid, to the next part of the page. */
import type { SheetGrid } from "../grid/sheet-grid.ts";
import { DIRECTIONS, jumpFrom, lastCell, pageFrom, stepFrom, type Direction } from "./moves.ts";
import { pickAll, pickAt, pickTo, type Pick, type Place } from "./pick.ts";
import type { Selection } from "./selection.ts";

export function pickByKeys(grid: SheetGrid, selection: Selection): void {
  grid.element.addEventListener("keydown", (event) => {
    if (event.target !== grid.element || event.altKey) return;
    const picked = pickedBy(event, grid, selection.pick);
    if (picked === null) return;
    event.preventDefault();
    selection.set(picked);
    if (!isSelectAll(event)) grid.scrollTo(seenPlace(picked));
  });
}

function pickedBy(event: KeyboardEvent, grid: SheetGrid, pick: Pick): Pick | null {
  const isCommand = event.ctrlKey || event.metaKey;
  if (isSelectAll(event)) return pickAll(pick.anchor);
  if (event.key === " " && event.shiftKey) return { ...pick, kind: "rows" };
  if (event.key === " " && isCommand) return { ...pick, kind: "columns" };
  if (event.key === "Enter" && !isCommand) {
    const rows = event.shiftKey ? -1 : 1;
    return pickAt(stepFrom(grid.sheet, pick.anchor, { rows, columns: 0 }));
  }
  const from = event.shiftKey ? pick.head : pick.anchor;
  const place = placeFor(event.key, from, { grid, isCommand });
  if (place === null) return null;
  return event.shiftKey ? pickTo(pick, place) : pickAt(place);
}

function isSelectAll({ ctrlKey, metaKey, key }: KeyboardEvent): boolean {
  return (ctrlKey || metaKey) && key.toLowerCase() === "a";
}

interface Where {
  readonly grid: SheetGrid;
  readonly isCommand: boolean;
}

function placeFor(key: string, from: Place, { grid, isCommand }: Where): Place | null {
  const { sheet } = grid;
  const direction: Direction | undefined = DIRECTIONS[key];
  if (direction !== undefined)
    return isCommand ? jumpFrom(sheet, from, direction) : stepFrom(sheet, from, direction);
  switch (key) {
    case "Home":
      return isCommand ? { row: 0, column: 0 } : { row: from.row, column: 0 };
    case "End":
      return isCommand ? lastCell(sheet) : { row: from.row, column: lastCell(sheet).column };
    case "PageDown":
      return pageFrom(sheet, from, grid.pageRows);
    case "PageUp":
      return pageFrom(sheet, from, -grid.pageRows);
    default:
      return null;
  }
}

/** The corner that moved; for whole rows and columns only along the side they are drawn. */
function seenPlace({ kind, anchor, head }: Pick): Place {
  if (kind === "rows") return { row: head.row, column: anchor.column };
  return kind === "columns" ? { row: anchor.row, column: head.column } : head;
}
