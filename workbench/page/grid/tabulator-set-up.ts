/**
 * Tabulator as a drawing board: it draws the rows in view, keeps the headers in place and lets columns be resized.
 * Selecting, editing and the clipboard are not its own here. Its range selection starts over whenever rows are set,
 * tells half-drawn ranges and hides itself while scrolling, and the workbook model must be the one that knows.
 */
import {
  FormatModule,
  FrozenColumnsModule,
  ResizeColumnsModule,
  ResizeTableModule,
  Tabulator,
  type CellComponent,
  type ColumnDefinition,
  type Options,
} from "tabulator-tables";
import { columnName } from "../../host/model/area.ts";

Tabulator.registerModule([FormatModule, FrozenColumnsModule, ResizeColumnsModule, ResizeTableModule]);

export const ROW_HEIGHT = 24;
export const ROW_HEADER_WIDTH = 44;

export type CellFormatter = (cell: CellComponent) => HTMLElement;

export interface GridRow {
  /** The row of the sheet, counted from 0. */
  readonly id: number;
}

export async function buildTable(place: HTMLElement): Promise<Tabulator> {
  const options = {
    height: "100%",
    index: "id",
    data: [],
    columns: [],
    layout: "fitData",
    rowHeight: ROW_HEIGHT,
    renderVerticalBuffer: 10 * ROW_HEIGHT,
    placeholder: "",
    columnDefaults: { resizable: "header", minWidth: 32 },
  } satisfies Options;
  const table = new Tabulator(place, options);
  await new Promise<void>((resolve) => table.on("tableBuilt", () => resolve()));
  return table;
}

export interface Columns {
  readonly count: number;
  readonly widthOf: (column: number) => number;
  readonly showCell: CellFormatter;
  readonly showRowNumber: CellFormatter;
}

export function columnDefinitions({ count, widthOf, showCell, showRowNumber }: Columns): ColumnDefinition[] {
  const numbers: ColumnDefinition = {
    title: "◢",
    field: "id",
    width: ROW_HEADER_WIDTH,
    cssClass: "row-number",
    frozen: true,
    resizable: false,
    formatter: showRowNumber,
  };
  const columns = Array.from({ length: count }, (_, column) => ({
    title: columnName(column),
    field: `c${String(column)}`,
    width: widthOf(column),
    formatter: showCell,
  }));
  return [numbers, ...columns];
}

/** The column of a cell or header, counted from 0; -1 for the row numbers. */
export function columnOf(field: string | null | undefined): number {
  return field?.startsWith("c") === true ? Number(field.slice(1)) : -1;
}
