/** The sheet tabs under the grid. */
import { cellArea } from "../../host/model/area.ts";
import type { Sheet } from "../../host/model/sheet.ts";
import type { Workbook } from "../../host/model/workbook.ts";
import { byId } from "../element.ts";

/** Each sheet opens where it was left. */
export function sheetSwitch(workbook: Workbook): (sheet: Sheet) => void {
  const left = new WeakMap<Sheet, Workbook["selection"]>();
  workbook.listen(({ kind }) => {
    if (kind === "selected") left.set(workbook.active, workbook.selection);
  });
  return (sheet) => {
    if (sheet !== workbook.active) workbook.select(sheet, left.get(sheet) ?? [cellArea(0, 0)]);
  };
}

export function showSheetTabs(workbook: Workbook, activate: (sheet: Sheet) => void): void {
  const place = byId("sheet-tabs", HTMLElement);
  const draw = (): void => {
    const hadFocus = place.contains(document.activeElement);
    const tabs = workbook.sheets.map((sheet) => tabOf(sheet, sheet === workbook.active));
    place.replaceChildren(...tabs);
    if (hadFocus) place.querySelector<HTMLElement>('[aria-selected="true"]')?.focus();
  };
  place.addEventListener("click", ({ target }) => {
    const sheet = workbook.sheets.find(
      (one) => target instanceof HTMLElement && one.name === target.dataset.sheet,
    );
    if (sheet !== undefined) activate(sheet);
  });
  place.addEventListener("keydown", ({ key }) => {
    const step = key === "ArrowRight" ? 1 : key === "ArrowLeft" ? -1 : 0;
    const { sheets, active } = workbook;
    const next = sheets[(sheets.indexOf(active) + step + sheets.length) % sheets.length];
    if (step !== 0 && next !== undefined) activate(next);
  });
  workbook.listen((event) => event.kind !== "changed" && draw());
  draw();
}

function tabOf({ name }: Sheet, isActive: boolean): HTMLElement {
  const tab = document.createElement("button");
  tab.type = "button";
  tab.role = "tab";
  tab.textContent = name;
  tab.dataset.sheet = name;
  tab.ariaSelected = String(isActive);
  tab.tabIndex = isActive ? 0 : -1;
  tab.setAttribute("aria-controls", "grid");
  return tab;
}
