/** Cells of one kind, as areas: those in sight, blank ones, typed ones, calculated ones. */
import { indexes, intersect, type Area } from "./area.ts";
import { isBlank, type Cell } from "./cell.ts";
import type { Sheet } from "./sheet.ts";

export const SPECIAL_KINDS = ["Visible", "Blanks", "Constants", "Formulas"] as const;
export type SpecialKind = (typeof SPECIAL_KINDS)[number];

const isWanted: Readonly<Record<Exclude<SpecialKind, "Visible">, (cell: Cell) => boolean>> = {
  Blanks: isBlank,
  Constants: (cell) => cell.value !== "" && cell.formula === null,
  Formulas: (cell) => cell.formula !== null,
};

/** Looked for within the used area only, so that a whole column can be asked. */
export function specialCells(sheet: Sheet, area: Area, kind: SpecialKind): readonly Area[] {
  const used = sheet.usedArea(false);
  const within = used === null ? null : intersect(area, used);
  if (within === null) return [];
  if (kind === "Visible") return visibleAreas(sheet, within);
  const lines = indexes(within.row, within.rowCount).flatMap((row) => {
    const columns = indexes(within.column, within.columnCount);
    const wanted = columns.filter((column) => isWanted[kind](sheet.cell(row, column)));
    return runs(wanted).map(([column, columnCount]) => ({ row, column, rowCount: 1, columnCount }));
  });
  return stacked(lines);
}

function visibleAreas(sheet: Sheet, area: Area): readonly Area[] {
  const rows = indexes(area.row, area.rowCount).filter((row) => !sheet.hiddenRows.has(row));
  const columns = indexes(area.column, area.columnCount).filter((column) => !sheet.hiddenColumns.has(column));
  return runs(rows).flatMap(([row, rowCount]) =>
    runs(columns).map(([column, columnCount]) => ({ row, column, rowCount, columnCount })),
  );
}

/** Neighbouring numbers as first and count. */
function runs(sorted: readonly number[]): readonly (readonly [number, number])[] {
  const found: [number, number][] = [];
  for (const index of sorted) {
    const last = found.at(-1);
    if (last !== undefined && last[0] + last[1] === index) last[1] += 1;
    else found.push([index, 1]);
  }
  return found;
}

/** Rows of the same width right below each other become one area. */
function stacked(lines: readonly Area[]): readonly Area[] {
  const found: Area[] = [];
  for (const line of lines) {
    const above = found.findIndex(
      (area) =>
        area.column === line.column &&
        area.columnCount === line.columnCount &&
        area.row + area.rowCount === line.row,
    );
    const area = found[above];
    if (area === undefined) found.push(line);
    else found[above] = { ...area, rowCount: area.rowCount + 1 };
  }
  return found;
}
