/** Picking with the mouse: cells, whole rows by their numbers, columns by their letters; Shift extends, Ctrl adds. */
import type { Hit, SheetGrid } from "../grid/sheet-grid.ts";
import { pickAll, pickAlso, pickAt, pickTo, type Pick } from "./pick.ts";
import type { Selection } from "./selection.ts";

/** How near the edge, in pixels, a drag begins to scroll, and how far at a time. */
const EDGE = 20;

export function pickByMouse(grid: SheetGrid, selection: Selection): void {
  grid.element.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || isOwnControl(event)) return;
    const hit = grid.hitAt(event.clientX, event.clientY);
    if (hit === null) return;
    // No text is marked, and the focus goes to the grid and stays there.
    event.preventDefault();
    grid.element.focus({ preventScroll: true });
    const { left, top } = grid.holder.getBoundingClientRect();
    const inCells =
      event.clientX - left < grid.holder.clientWidth && event.clientY - top < grid.holder.clientHeight;
    if (!inCells) return;
    selection.set(pickedBy(selection.pick, hit, event));
    if (hit.kind !== "all") dragFrom(grid, selection, event.pointerId);
  });
}

function pickedBy(pick: Pick, hit: Hit, event: PointerEvent): Pick {
  if (hit.kind === "all") return pickAll(pick.anchor);
  if (event.shiftKey && hit.kind === pick.kind) return pickTo(pick, hit);
  return event.ctrlKey || event.metaKey ? pickAlso(pick, hit, hit.kind) : pickAt(hit, hit.kind);
}

/** Until the button is let go, wherever that happens: the pointer is held, so that the pane's frame cannot take it. */
function dragFrom(grid: SheetGrid, selection: Selection, pointerId: number): void {
  const stop = new AbortController();
  const { signal } = stop;
  const move = (event: PointerEvent): void => {
    if (!grid.element.hasPointerCapture(pointerId)) grid.element.setPointerCapture(pointerId);
    const { x, y } = scrollAtEdge(grid.holder, event);
    const hit = grid.hitAt(x, y);
    const { kind } = selection.pick;
    if (hit === null || hit.kind === "all") return;
    if (kind === hit.kind || hit.kind === "cells") selection.set(pickTo(selection.pick, hit));
  };
  grid.element.addEventListener("pointermove", move, { signal });
  for (const end of ["pointerup", "pointercancel"] as const)
    grid.element.addEventListener(end, () => stop.abort(), { signal });
  window.addEventListener("pointerup", () => stop.abort(), { signal });
}

/** The nearest point inside the cells; scrolls when the pointer is at their edge or beyond. */
function scrollAtEdge(holder: HTMLElement, { clientX, clientY }: PointerEvent): { x: number; y: number } {
  const { left, top } = holder.getBoundingClientRect();
  const [right, bottom] = [left + holder.clientWidth, top + holder.clientHeight];
  if (clientY > bottom - EDGE / 2) holder.scrollTop += EDGE;
  else if (clientY < top) holder.scrollTop -= EDGE;
  if (clientX > right - EDGE / 2) holder.scrollLeft += EDGE;
  else if (clientX < left + EDGE) holder.scrollLeft -= EDGE;
  return {
    x: Math.min(right - 2, Math.max(left + 2, clientX)),
    y: Math.min(bottom - 2, Math.max(top + 2, clientY)),
  };
}

function isOwnControl({ target }: PointerEvent): boolean {
  return target instanceof Element && target.closest("input, .tabulator-col-resize-handle") !== null;
}
