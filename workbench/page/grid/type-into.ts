/** Writing as the person at the grid: everything typed, pasted or deleted goes through here. */
import type { Area } from "../../host/model/area.ts";
import type { CellValue } from "../../host/model/cell.ts";
import type { Sheet } from "../../host/model/sheet.ts";

export type Notice = (sentence: string) => void;

export type Typist = (
  sheet: Sheet,
  at: Pick<Area, "row" | "column">,
  values: readonly (readonly CellValue[])[],
) => void;

/** A protected sheet refuses people as it refuses add-ins. */
export function typist(notice: Notice): Typist {
  return (sheet, at, values) => {
    if (sheet.isProtected) notice("This sheet is protected. Unprotect it in the test tools to change it.");
    else sheet.write(at, values, "local");
  };
}
