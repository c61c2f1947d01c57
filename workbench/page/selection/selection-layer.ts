/** Draws the picked areas over the cells, and marks the headers beside them. */
import { cellArea, type Area } from "../../host/model/area.ts";
import { cellId } from "../grid/show-cell.ts";
import type { Box, SheetGrid } from "../grid/sheet-grid.ts";
import { columnOf } from "../grid/tabulator-set-up.ts";
import { areasOf } from "./pick.ts";
import type { Selection } from "./selection.ts";

export function drawSelection(grid: SheetGrid, selection: Selection): void {
  const layer = document.createElement("div");
  layer.className = "selection-layer";
  layer.ariaHidden = "true";
  grid.holder.append(layer);

  const draw = (): void => {
    const areas = areasOf(selection.pick);
    const { row, column } = selection.active;
    const boxes = areas.map((area) =>
      boxElement(grid.boxOf(area), areas.length > 1 ? "picked several" : "picked"),
    );
    layer.replaceChildren(...boxes, boxElement(grid.boxOf(cellArea(row, column)), "active-cell"));
    markHeaders(grid.element, areas);
    grid.element.setAttribute("aria-activedescendant", cellId(selection.active));
  };
  selection.whenChanged((isFromElsewhere) => {
    if (isFromElsewhere) grid.scrollTo(selection.active);
    draw();
  });
  grid.whenDrawn(draw);
  // Rows that come into view while scrolling bring row numbers that are not marked yet.
  grid.holder.addEventListener("scroll", () =>
    requestAnimationFrame(() => markHeaders(grid.element, areasOf(selection.pick))),
  );
  draw();
}

function boxElement(box: Box | null, className: string): HTMLElement {
  const element = document.createElement("div");
  element.className = className;
  if (box === null) element.hidden = true;
  else {
    element.style.top = `${String(box.top)}px`;
    element.style.left = `${String(box.left)}px`;
    element.style.width = `${String(box.width)}px`;
    element.style.height = `${String(box.height)}px`;
  }
  return element;
}

function markHeaders(grid: HTMLElement, areas: readonly Area[]): void {
  for (const number of grid.querySelectorAll<HTMLElement>("[data-row]")) {
    const row = Number(number.dataset.row) - 1;
    const isIn = areas.some((area) => row >= area.row && row < area.row + area.rowCount);
    number.classList.toggle("is-picked", isIn);
  }
  for (const header of grid.querySelectorAll(".tabulator-col")) {
    const column = columnOf(header.getAttribute("tabulator-field"));
    const isIn = areas.some((area) => column >= area.column && column < area.column + area.columnCount);
    header.classList.toggle("is-picked", column >= 0 && isIn);
  }
}
