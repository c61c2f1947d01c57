/** The sheet tabs. */
import { cellArea } from "../host/model/area.ts";
import type { Workbook } from "../host/model/workbook.ts";

export function showTabs(place: HTMLElement, workbook: Workbook): void {
  const draw = (): void => {
    const tabs = workbook.sheets.map((sheet) => {
      const tab = document.createElement("button");
      tab.type = "button";
      tab.role = "tab";
      tab.textContent = sheet.name;
      tab.dataset.sheet = sheet.name;
      tab.ariaSelected = String(sheet === workbook.active);
      tab.addEventListener("click", () => workbook.select(sheet, [cellArea(0, 0)]));
      return tab;
    });
    place.replaceChildren(...tabs);
  };
  workbook.listen((event) => {
    if (event.kind !== "changed") draw();
  });
  draw();
}
