/** A cell as the planner sees it. */
import type { Cell } from "./sheet-rows.ts";

export function cellText(cell: Cell): string {
  switch (cell.kind) {
    case "empty":
      return "";
    case "text":
      return cell.text;
    case "number":
    case "boolean":
    case "error":
      return cell.shown;
  }
}

export function isBlank(cell: Cell): boolean {
  return cell.kind === "empty" || cellText(cell).trim() === "";
}
