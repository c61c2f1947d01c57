/** The last line: what the workbench has to say, and what is picked, in figures. */
import type { Sheet } from "../../host/model/sheet.ts";
import type { Workbook } from "../../host/model/workbook.ts";
import { byId } from "../element.ts";
import type { Notice } from "../grid/type-into.ts";
import { filledAreas } from "../selection/filled-areas.ts";

const NOTICE_MS = 6_000;

/** Says a sentence for a few seconds. */
export function noticeLine(): Notice {
  const line = byId("notice", HTMLElement);
  let timer = 0;
  return (sentence) => {
    window.clearTimeout(timer);
    line.textContent = sentence;
    timer = window.setTimeout(() => (line.textContent = ""), NOTICE_MS);
  };
}

export function showFigures(workbook: Workbook): void {
  const line = byId("figures", HTMLElement);
  const show = (): void => {
    line.textContent = figures(workbook).join(" · ");
  };
  workbook.listen(show);
  show();
}

function figures({ active, selection }: Workbook): readonly string[] {
  const values = seenValues(active, selection);
  const numbers = values.filter((value) => typeof value === "number");
  const hidden = active.hiddenRows.size;
  return [
    ...(hidden > 0 ? [`${hidden} rows hidden`] : []),
    ...(values.length > 1 ? [`Count ${values.length}`] : []),
    ...(numbers.length > 1 ? [`Sum ${round(numbers.reduce((sum, value) => sum + value, 0))}`] : []),
  ];
}

function seenValues(sheet: Sheet, areas: Workbook["selection"]) {
  return filledAreas(sheet, areas)
    .flatMap((area) => sheet.map(area, ({ value }, row) => (sheet.hiddenRows.has(row) ? "" : value)).flat())
    .filter((value) => value !== "");
}

function round(sum: number): string {
  return String(Number(sum.toPrecision(12)));
}
