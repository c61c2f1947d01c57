/**
 * The grid: a view of the active sheet, drawn by Tabulator. The workbook model is the truth; the grid shows it and
 * turns what people do (select, type, paste) into changes of the model.
 */
import {
  TabulatorFull as Tabulator,
  type CellComponent,
  type ColumnDefinition,
  type RowComponent,
} from "tabulator-tables";
import "tabulator-tables/dist/css/tabulator.min.css";
import { areaAddress, cellArea, columnName, type Area } from "../host/model/area.ts";
import type { Sheet } from "../host/model/sheet.ts";
import type { Workbook } from "../host/model/workbook.ts";

const FEWEST_ROWS = 60;
const FEWEST_COLUMNS = 16;
const WIDTHS = { empty: 72, narrowest: 52, widest: 210, character: 7.2, padding: 16 } as const;

interface GridRow {
  /** As Excel numbers it, from 1: it is what the row header shows. */
  id: number;
  [column: string]: string | number;
}

export class Grid {
  readonly #workbook: Workbook;
  readonly #table: Tabulator;
  #sheet: Sheet;
  #columns = 0;
  /** Which rows of which sheet are drawn. */
  #shape = "";
  #isReady = false;
  /** Set while the grid follows the model, so that it does not answer its own change. */
  #isFollowing = false;

  constructor(place: HTMLElement, workbook: Workbook) {
    this.#workbook = workbook;
    this.#sheet = workbook.active;
    this.#table = new Tabulator(place, this.#options());
    this.#table.on("tableBuilt", () => {
      this.#isReady = true;
      this.#showSheet();
    });
    this.#table.on("rangeChanged", () => this.#selectionToModel());
    this.#table.on("rangeAdded", () => this.#selectionToModel());
    this.#table.on("cellEdited", (cell) => this.#edit(cell));
    workbook.listen((event) => {
      if (event.kind === "selected" && workbook.active !== this.#sheet) this.#showSheet();
      else if (event.kind === "changed" && event.change.sheet === this.#sheet) this.#refresh();
      if (event.kind === "selected" && !this.#isFollowing) this.#showSelection();
    });
    place.addEventListener("paste", (event) => this.#paste(event));
    place.addEventListener("copy", (event) => this.#copy(event));
  }

  focus(): void {
    this.#table.element.focus();
  }

  #options() {
    return {
      height: "100%",
      index: "id",
      data: [],
      columns: [],
      layout: "fitData" as const,
      selectableRange: true,
      selectableRangeColumns: true,
      selectableRangeRows: true,
      selectableRangeClearCells: false,
      editTriggerEvent: "dblclick" as const,
      clipboard: false,
      rowFormatter: markRow,
      rowHeader: {
        resizable: false,
        frozen: true,
        width: 44,
        hozAlign: "center" as const,
        field: "id",
        headerSort: false,
      },
      columnDefaults: {
        headerSort: false,
        headerHozAlign: "center" as const,
        resizable: "header" as const,
        editor: "input" as const,
      },
    };
  }

  #showSheet(): void {
    if (!this.#isReady) return;
    this.#sheet = this.#workbook.active;
    this.#columns = 0;
    this.#shape = "";
    this.#refresh();
  }

  /** Rows that are there already are updated in place, so that scrolling and selecting go on undisturbed. */
  #refresh(): void {
    if (!this.#isReady) return;
    const used = this.#sheet.usedArea() ?? cellArea(0, 0);
    const columns = Math.max(FEWEST_COLUMNS, used.column + used.columnCount + 2);
    const rows = Math.max(FEWEST_ROWS, used.row + used.rowCount + 20);
    const isNewShape = columns !== this.#columns;
    this.#columns = columns;
    const visible = Array.from({ length: rows }, (_, row) => row).filter(
      (row) => !this.#sheet.hiddenRows.has(row),
    );
    const shape = `${this.#sheet.id} ${visible.join()}`;
    const data = visible.map((row) => this.#gridRow(row));
    this.#isFollowing = true;
    if (isNewShape) this.#table.setColumns(this.#columnDefinitions(columns));
    const drawn = shape === this.#shape ? this.#table.updateData(data) : this.#table.replaceData(data);
    this.#shape = shape;
    if (!isNewShape) this.#widen();
    void drawn.then(() => {
      for (const row of this.#table.getRows("visible")) row.reformat();
      this.#isFollowing = false;
      this.#showSelection();
    });
  }

  #gridRow(row: number): GridRow {
    const texts = this.#sheet.texts({ row, column: 0, rowCount: 1, columnCount: this.#columns })[0] ?? [];
    return { id: row + 1, ...Object.fromEntries(texts.map((text, column) => [`c${String(column)}`, text])) };
  }

  #columnDefinitions(count: number): ColumnDefinition[] {
    return Array.from({ length: count }, (_, column) => ({
      title: columnName(column),
      field: `c${String(column)}`,
      width: this.#widthOf(column),
      formatter: (cell: CellComponent) => this.#showCell(cell, column),
    }));
  }

  /** Results have been painted: a column that is too narrow for them grows, none shrinks under somebody's eyes. */
  #widen(): void {
    for (const column of this.#table.getColumns()) {
      const index = Number(column.getField().slice(1));
      const wanted = Number.isNaN(index) ? 0 : this.#widthOf(index);
      if (wanted > column.getWidth() && wanted !== WIDTHS.empty) column.setWidth(wanted);
    }
  }

  /** Wide enough for what the first rows show. */
  #widthOf(column: number): number {
    const texts = this.#sheet.texts({ row: 0, column, rowCount: FEWEST_ROWS, columnCount: 1 });
    const longest = Math.max(
      ...texts.map(([text = ""]) => Math.max(...text.split("\n").map((line) => line.length))),
    );
    if (longest === 0) return WIDTHS.empty;
    return Math.min(WIDTHS.widest, Math.max(WIDTHS.narrowest, longest * WIDTHS.character + WIDTHS.padding));
  }

  #headingRow(): number {
    return this.#sheet.usedArea()?.row ?? 0;
  }

  #showCell(cell: CellComponent, column: number): HTMLElement {
    const row = rowOf(cell);
    const at = cell.getElement();
    const model = this.#sheet.cell(row, column);
    at.dataset.address = areaAddress(cellArea(row, column));
    at.classList.toggle("is-number", typeof model.value === "number");
    at.classList.toggle("is-heading", row === this.#headingRow() && model.value !== "");
    at.classList.toggle("is-table", this.#sheet.tableAt(cellArea(row, column)) !== null);
    const text = document.createElement("span");
    text.textContent = String(cell.getValue() ?? "");
    return text;
  }

  #edit(cell: CellComponent): void {
    const column = Number(cell.getField().slice(1));
    this.#sheet.write(cellArea(rowOf(cell), column), [[String(cell.getValue() ?? "")]], "local");
  }

  #selectionToModel(): void {
    if (this.#isFollowing) return;
    const areas = this.#table.getRanges().flatMap((range) => {
      const rows = range.getRows().map((row) => Number(row.getIndex()) - 1);
      const columns = range.getColumns().map((column) => Number(column.getField().slice(1)));
      return rows.length === 0 || columns.length === 0 || columns.some(Number.isNaN)
        ? []
        : [spanOf(rows, columns)];
    });
    if (areas.length === 0 || JSON.stringify(areas) === JSON.stringify(this.#workbook.selection)) return;
    this.#isFollowing = true;
    this.#workbook.select(this.#sheet, areas);
    this.#isFollowing = false;
  }

  /** The add-in selected a cell, or the sheet was switched: show it in the grid. */
  #showSelection(): void {
    const [area] = this.#workbook.selection;
    if (!this.#isReady || area === undefined || this.#workbook.active !== this.#sheet) return;
    const first = this.#table.getRow(area.row + 1);
    const last = this.#table.getRow(Math.min(area.row + area.rowCount, this.#lastRow()));
    if (!isRow(first) || !isRow(last)) return;
    const start = first.getCell(`c${String(Math.min(area.column, this.#columns - 1))}`);
    const end = last.getCell(`c${String(Math.min(area.column + area.columnCount, this.#columns) - 1)}`);
    this.#isFollowing = true;
    const [range, ...others] = this.#table.getRanges();
    for (const other of others) other.remove();
    if (range === undefined) this.#table.addRange(start, end);
    else range.setBounds(start, end);
    this.#isFollowing = false;
    void first.scrollTo("nearest", false).catch(() => undefined);
  }

  #lastRow(): number {
    return Number(this.#table.getRows().at(-1)?.getIndex() ?? 0);
  }

  /** A block of cells as spreadsheets put it on the clipboard: tabs between cells, lines between rows. */
  #paste(event: ClipboardEvent): void {
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (text === "" || event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    const [area = cellArea(0, 0)] = this.#workbook.selection;
    const rows = text
      .replace(/\r?\n$/, "")
      .split(/\r?\n/)
      .map((line) => line.split("\t"));
    const width = Math.max(...rows.map((row) => row.length));
    this.#sheet.write(
      area,
      rows.map((row) => Array.from({ length: width }, (_, index) => row[index] ?? "")),
      "local",
    );
  }

  #copy(event: ClipboardEvent): void {
    if (event.target instanceof HTMLInputElement) return;
    const [area] = this.#workbook.selection;
    if (area === undefined) return;
    event.clipboardData?.setData(
      "text/plain",
      this.#sheet
        .texts(area)
        .map((row) => row.join("\t"))
        .join("\n"),
    );
    event.preventDefault();
  }
}

function markRow(row: RowComponent): void {
  row.getElement().dataset.row = String(row.getIndex());
}

function rowOf(cell: CellComponent): number {
  return Number(cell.getRow().getIndex()) - 1;
}

function spanOf(rows: readonly number[], columns: readonly number[]): Area {
  const [row, column] = [Math.min(...rows), Math.min(...columns)];
  return {
    row,
    column,
    rowCount: Math.max(...rows) - row + 1,
    columnCount: Math.max(...columns) - column + 1,
  };
}

/** Tabulator answers false for a row that a filter hides, whatever its typings say. */
function isRow(row: RowComponent | false): row is RowComponent {
  return row !== false;
}
