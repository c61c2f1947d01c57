/** The picked areas as far as anything is in them: a whole column is a million cells, most of them empty. */
import { intersect, type Area } from "../../host/model/area.ts";
import type { Sheet } from "../../host/model/sheet.ts";

export function filledAreas(sheet: Sheet, areas: readonly Area[]): readonly Area[] {
  const used = sheet.usedArea();
  return used === null ? [] : areas.flatMap((area) => intersect(area, used) ?? []);
}

/** Nothing, in the shape of an area. */
export function emptied({ rowCount, columnCount }: Area): readonly (readonly string[])[] {
  return Array.from({ length: rowCount }, () => Array.from({ length: columnCount }, () => ""));
}
