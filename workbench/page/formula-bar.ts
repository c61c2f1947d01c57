/** The address of the selection and the content of its first cell, which can be edited there. */
import { areaAddress, cellArea } from "../host/model/area.ts";
import type { Workbook } from "../host/model/workbook.ts";
import { element } from "./element.ts";
import type { Grid } from "./grid.ts";

export function showFormulaBar(workbook: Workbook, grid: Grid): void {
  const name = element("name-box");
  const formula = element("formula");
  if (!(formula instanceof HTMLInputElement)) throw new Error("#formula is an input");
  const first = () => {
    const [area] = workbook.selection;
    return cellArea(area?.row ?? 0, area?.column ?? 0);
  };
  const show = (): void => {
    const at = first();
    const { formula: written, value } = workbook.active.cell(at.row, at.column);
    name.textContent = workbook.selection.map(areaAddress).join(", ");
    formula.value = written ?? String(value);
  };
  workbook.listen(show);
  show();
  formula.addEventListener("keydown", (event) => {
    if (event.key === "Enter") {
      workbook.active.write(first(), [[formula.value]], "local");
      grid.focus();
    } else if (event.key === "Escape") {
      show();
      grid.focus();
    }
  });
}
