/** The block of data around a place, up to the next empty row and column on each side (Ctrl+Shift+* in Excel). */
import { around, cellArea, intersect, type Area } from "./area.ts";
import { isBlank } from "./cell.ts";
import type { Sheet } from "./sheet.ts";

export function surroundingRegion(sheet: Sheet, start: Area): Area {
  const used = sheet.usedArea();
  if (used === null) return cellArea(start.row, start.column);
  const first = intersect(start, used) ?? cellArea(start.row, start.column);
  return grown(sheet, first, used);
}

function grown(sheet: Sheet, area: Area, used: Area): Area {
  const filled = intersect(widened(area), used);
  if (filled === null) return area;
  const cells = sheet
    .map(filled, (cell, row, column) => (isBlank(cell) ? [] : [cellArea(row, column)]))
    .flat(2);
  const next = cells.reduce(around, area);
  const isSame = next.rowCount === area.rowCount && next.columnCount === area.columnCount;
  return isSame ? area : grown(sheet, next, used);
}

/** By one cell on each side; used areas end at the edges of the sheet, so going over them does no harm. */
function widened({ row, column, rowCount, columnCount }: Area): Area {
  return { row: row - 1, column: column - 1, rowCount: rowCount + 2, columnCount: columnCount + 2 };
}
