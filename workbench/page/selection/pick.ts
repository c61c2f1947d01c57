/**
 * What is picked in the grid: areas, of which the last one is still being drawn between its anchor (the active cell)
 * and its head. Plain values; the workbook model is told the areas.
 */
import { around, cellArea, COLUMNS, ROWS, type Area } from "../../host/model/area.ts";

export interface Place {
  readonly row: number;
  readonly column: number;
}

export type PickKind = "cells" | "rows" | "columns";

export interface Pick {
  /** Areas picked before, with Ctrl. */
  readonly earlier: readonly Area[];
  readonly kind: PickKind;
  readonly anchor: Place;
  readonly head: Place;
}

export function pickAt(place: Place, kind: PickKind = "cells"): Pick {
  return { earlier: [], kind, anchor: place, head: place };
}

/** Ctrl: one more area, beside those that are there. */
export function pickAlso(pick: Pick, place: Place, kind: PickKind): Pick {
  return { earlier: areasOf(pick), kind, anchor: place, head: place };
}

/** Shift, or the mouse being dragged: the last area reaches to here. */
export function pickTo(pick: Pick, head: Place): Pick {
  return { ...pick, head };
}

export function pickAll(active: Place): Pick {
  return {
    earlier: [],
    kind: "rows",
    anchor: { ...active, row: 0 },
    head: { row: ROWS - 1, column: active.column },
  };
}

/** A selection that came from elsewhere: the add-in, a test, another sheet. */
export function pickOf(areas: readonly Area[]): Pick {
  const last = areas.at(-1) ?? cellArea(0, 0);
  const { row, column, rowCount, columnCount } = last;
  return {
    earlier: areas.slice(0, -1),
    kind: columnCount === COLUMNS ? "rows" : rowCount === ROWS ? "columns" : "cells",
    anchor: { row, column },
    head: { row: row + rowCount - 1, column: column + columnCount - 1 },
  };
}

export function areasOf(pick: Pick): readonly Area[] {
  return [...pick.earlier, lastArea(pick)];
}

function lastArea({ kind, anchor, head }: Pick): Area {
  const drawn = around(cellArea(anchor.row, anchor.column), cellArea(head.row, head.column));
  if (kind === "rows") return { ...drawn, column: 0, columnCount: COLUMNS };
  if (kind === "columns") return { ...drawn, row: 0, rowCount: ROWS };
  return drawn;
}

export function sameAreas(left: readonly Area[], right: readonly Area[]): boolean {
  return left.length === right.length && left.every((area, index) => isSame(area, right[index]));
}

function isSame(left: Area, right: Area | undefined): boolean {
  return (
    left.row === right?.row &&
    left.column === right.column &&
    left.rowCount === right.rowCount &&
    left.columnCount === right.columnCount
  );
}
