/** How one cell looks: its displayed text, to the side its kind belongs to, over empty neighbours when it is long. */
import { areaAddress, cellArea, intersect } from "../../host/model/area.ts";
import { isError, shownText, type CellValue } from "../../host/model/cell.ts";
import type { Sheet } from "../../host/model/sheet.ts";
import type { Place } from "../selection/pick.ts";

export interface CellRoom {
  /** The widths of the columns from this cell's own to the last one shown. */
  readonly widthOf: (column: number) => number;
  readonly columnCount: number;
}

export function cellId(place: Place): string {
  return `cell-${areaAddress(cellArea(place.row, place.column))}`;
}

/** Marks the grid's element for the cell and answers what stands in it. */
export function showCell(
  element: HTMLElement,
  shown: { sheet: Sheet; place: Place; room: CellRoom },
): HTMLElement {
  const { sheet, place, room } = shown;
  const { value, numberFormat } = sheet.cell(place.row, place.column);
  const text = shownText(sheet.cell(place.row, place.column));
  element.id = cellId(place);
  element.dataset.address = areaAddress(cellArea(place.row, place.column));
  element.ariaColIndex = String(place.column + 2);
  element.classList.add(...classesOf(sheet, place), sideOf(value));
  element.classList.toggle("is-text-format", numberFormat === "@");
  const inside = document.createElement("span");
  inside.className = "cell-text";
  inside.textContent = text.replaceAll("\n", " ");
  const free = typeof value === "string" ? freeWidth(sheet, place, room) : 0;
  if (free > 0 && text !== "") {
    element.classList.add("runs-on");
    inside.style.maxWidth = `${String(free)}px`;
  }
  return inside;
}

function sideOf(value: CellValue): string {
  if (typeof value === "number") return "is-number";
  return typeof value === "boolean" || isError(value) ? "is-centered" : "is-text";
}

function classesOf(sheet: Sheet, { row, column }: Place): readonly string[] {
  const table = sheet.tableAt(cellArea(row, column));
  if (table === null) return [];
  if (intersect(table.headings, cellArea(row, column)) !== null) return ["in-table", "is-heading"];
  if (table.showTotals && intersect(table.totals, cellArea(row, column)) !== null)
    return ["in-table", "is-total"];
  return (row - table.area.row) % 2 === 0 ? ["in-table", "is-banded"] : ["in-table"];
}

/** The width of the cell and of the empty ones to its right; 0 when its neighbour is filled. */
function freeWidth(sheet: Sheet, { row, column }: Place, { widthOf, columnCount }: CellRoom): number {
  let end = column + 1;
  while (end < columnCount && shownText(sheet.cell(row, end)) === "") end += 1;
  if (end === column + 1) return 0;
  return Array.from({ length: end - column }, (_, offset) => widthOf(column + offset)).reduce(
    (sum, width) => sum + width,
    -12,
  );
}
