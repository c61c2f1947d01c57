/** The field over the active cell while somebody types into it. */
import { cellArea } from "../../host/model/area.ts";
import { editText } from "./edit-text.ts";
import { stepFrom } from "../selection/moves.ts";
import { emptied, filledAreas } from "../selection/filled-areas.ts";
import { areasOf, pickAt, type Place } from "../selection/pick.ts";
import type { Selection } from "../selection/selection.ts";
import type { SheetGrid } from "./sheet-grid.ts";
import type { Typist } from "./type-into.ts";

export interface EditorPorts {
  readonly grid: SheetGrid;
  readonly selection: Selection;
  readonly type: Typist;
  /** While a cell is edited, Excel takes no calls from add-ins (R30). */
  readonly whileEditing: (isEditing: boolean) => void;
}

export function editCells(ports: EditorPorts): void {
  const { grid, selection } = ports;
  grid.element.addEventListener("dblclick", (event) => {
    const hit = grid.hitAt(event.clientX, event.clientY);
    if (hit?.kind === "cells") openEditor(ports, null);
  });
  grid.element.addEventListener("keydown", (event) => {
    if (event.target !== grid.element || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "F2") openEditor(ports, null);
    else if (event.key === "Backspace" || event.key === "Delete") clearPicked(ports);
    else if (event.key.length === 1 && !(event.key === " " && event.shiftKey)) openEditor(ports, event.key);
    else return;
    event.preventDefault();
  });
  selection.whenChanged(() => grid.element.querySelector<HTMLElement>(".cell-editor")?.blur());
}

/** `typed` replaces what is there; null opens the cell with its content. */
function openEditor(ports: EditorPorts, typed: string | null): void {
  const { grid, selection, type, whileEditing } = ports;
  const { sheet } = grid;
  const place = selection.active;
  grid.scrollTo(place);
  const box = grid.boxOf(cellArea(place.row, place.column));
  if (box === null) return;
  const before = editText(sheet.cell(place.row, place.column));
  const field = editorField(box, typed ?? before);
  let isOpen = true;
  const close = (isKept: boolean, next: Place | null): void => {
    if (!isOpen) return;
    isOpen = false;
    whileEditing(false);
    field.remove();
    if (isKept && field.value !== before) type(sheet, place, [[field.value]]);
    if (next === null) return;
    grid.element.focus({ preventScroll: true });
    selection.set(pickAt(next));
    grid.scrollTo(next);
  };
  field.addEventListener("blur", () => close(true, null));
  field.addEventListener("keydown", (event) => {
    const next = nextPlace(event, grid, place);
    if (next === null) return;
    event.preventDefault();
    close(event.key !== "Escape", next);
  });
  whileEditing(true);
  grid.holder.append(field);
  field.focus({ preventScroll: true });
  field.setSelectionRange(field.value.length, field.value.length);
}

function editorField(box: { top: number; left: number; width: number }, text: string): HTMLInputElement {
  const field = document.createElement("input");
  field.className = "cell-editor";
  field.ariaLabel = "Content of the cell";
  field.autocomplete = "off";
  field.spellcheck = false;
  field.value = text;
  field.style.top = `${String(box.top)}px`;
  field.style.left = `${String(box.left)}px`;
  field.style.minWidth = `${String(box.width)}px`;
  return field;
}

function nextPlace({ key, shiftKey }: KeyboardEvent, { sheet }: SheetGrid, place: Place): Place | null {
  const step = shiftKey ? -1 : 1;
  if (key === "Escape") return place;
  if (key === "Enter") return stepFrom(sheet, place, { rows: step, columns: 0 });
  return key === "Tab" ? stepFrom(sheet, place, { rows: 0, columns: step }) : null;
}

function clearPicked({ grid, selection, type }: EditorPorts): void {
  for (const area of filledAreas(grid.sheet, areasOf(selection.pick))) type(grid.sheet, area, emptied(area));
}
