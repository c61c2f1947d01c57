/** Over the grid: the address of what is picked, where another can be typed, and the content of the active cell. */
import { areaAddress, cellArea, parseArea } from "../../host/model/area.ts";
import type { Workbook } from "../../host/model/workbook.ts";
import { byId } from "../element.ts";
import { editText } from "../grid/edit-text.ts";
import type { SheetGrid } from "../grid/sheet-grid.ts";
import type { Typist } from "../grid/type-into.ts";
import { areasOf, pickOf } from "../selection/pick.ts";
import type { Selection } from "../selection/selection.ts";

export interface FormulaBarPorts {
  readonly workbook: Workbook;
  readonly grid: SheetGrid;
  readonly selection: Selection;
  readonly type: Typist;
  readonly whileEditing: (isEditing: boolean) => void;
}

export function showFormulaBar(ports: FormulaBarPorts): void {
  const { workbook, selection } = ports;
  const name = byId("name-box", HTMLInputElement);
  const content = byId("cell-content", HTMLInputElement);
  const show = (): void => {
    const { row, column } = selection.active;
    const { sheet } = ports.grid;
    if (document.activeElement !== name) name.value = areasOf(selection.pick).map(areaAddress).join(", ");
    if (document.activeElement !== content) content.value = editText(sheet.cell(row, column));
  };
  selection.whenChanged(show);
  workbook.listen((event) => event.kind === "changed" && show());
  goToTypedAddress(ports, name, show);
  editActiveCell(ports, content, show);
  show();
}

function goToTypedAddress(
  { grid, selection }: FormulaBarPorts,
  name: HTMLInputElement,
  show: () => void,
): void {
  name.addEventListener("focus", () => name.select());
  name.addEventListener("blur", show);
  name.addEventListener("keydown", ({ key }) => {
    if (key !== "Enter" && key !== "Escape") return;
    const areas = name.value.split(/[,;]/).flatMap((part) => parseArea(part.trim()) ?? []);
    grid.element.focus();
    if (key === "Escape" || areas.length === 0) return;
    selection.set(pickOf(areas));
    grid.scrollTo(selection.active);
  });
}

function editActiveCell(ports: FormulaBarPorts, content: HTMLInputElement, show: () => void): void {
  const { grid, selection, type, whileEditing } = ports;
  let before = "";
  let place = selection.active;
  content.addEventListener("focus", () => {
    [before, place] = [content.value, selection.active];
    whileEditing(true);
  });
  content.addEventListener("blur", () => {
    whileEditing(false);
    if (content.value !== before) type(grid.sheet, cellArea(place.row, place.column), [[content.value]]);
    show();
  });
  content.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") content.value = before;
    if (key === "Enter" || key === "Escape") grid.element.focus();
  });
}
