/** Hiding rows, as a filter does. */
import type { Sheet } from "../../host/model/sheet.ts";
import type { Workbook } from "../../host/model/workbook.ts";
import { filledAreas } from "../selection/filled-areas.ts";

/** Only rows with something in them: a whole column must not hide a million rows. */
export function hideSelectedRows({ active, selection }: Workbook): void {
  const rows = filledAreas(active, selection).flatMap(({ row, rowCount }) =>
    Array.from({ length: rowCount }, (_, offset) => row + offset),
  );
  active.setHidden(rows, true);
}

export function showAllRows(sheet: Sheet): void {
  sheet.setHidden([...sheet.hiddenRows], false);
}
