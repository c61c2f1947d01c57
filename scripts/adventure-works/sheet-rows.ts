/** The rows of a sheet of the workbench by their headings. */
import type { Workbench } from "../../test/support/workbench.ts";

export interface SheetRow {
  /** In the sheet, counted from 1. */
  readonly row: number;
  /** By heading. */
  readonly cells: Readonly<Record<string, string>>;
}

export async function sheetRows(bench: Workbench, sheet: string): Promise<readonly SheetRow[]> {
  const [headings = [], ...rows] = await bench.sees("A1:W1500", sheet);
  return rows
    .map((cells, index) => ({
      row: index + 2,
      cells: Object.fromEntries(headings.map((heading, column) => [heading, cells[column] ?? ""])),
    }))
    .filter(({ cells }) => Object.entries(cells).some(([heading, text]) => heading !== "" && text !== ""));
}
