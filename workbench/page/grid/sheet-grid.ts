/** The grid: a view of the active sheet. The workbook model is the truth; this only draws it and follows its changes. */
import type { CellComponent, Tabulator } from "tabulator-tables";
import { cellArea, intersect, parseArea, type Area } from "../../host/model/area.ts";
import type { Sheet, SheetChange } from "../../host/model/sheet.ts";
import type { Workbook } from "../../host/model/workbook.ts";
import type { PickKind, Place } from "../selection/pick.ts";
import { ColumnWidths } from "./column-widths.ts";
import { showCell } from "./show-cell.ts";
import { indexOfRow, shownColumnCount, shownRows } from "./shown-part.ts";
import {
  buildTable,
  columnDefinitions,
  columnOf,
  ROW_HEADER_WIDTH,
  ROW_HEIGHT,
  type GridRow,
} from "./tabulator-set-up.ts";

/** Pixels inside the scrolled content. */
export interface Box {
  readonly top: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
}

export interface Hit extends Place {
  readonly kind: PickKind | "all";
}

export class SheetGrid {
  readonly element: HTMLElement;
  /** What scrolls. */
  readonly holder: HTMLElement;
  readonly #workbook: Workbook;
  readonly #table: Tabulator;
  readonly #widths: ColumnWidths;
  readonly #drawn = new Set<() => void>();
  #sheet: Sheet;
  #rows: readonly number[] = [];
  #columnCount = 0;
  #leastRow = 0;
  #changes: SheetChange[] = [];

  static async open(place: HTMLElement, workbook: Workbook): Promise<SheetGrid> {
    const table = await buildTable(place);
    const holder = place.querySelector<HTMLElement>(".tabulator-tableholder");
    if (holder === null) throw new Error("Tabulator built no table");
    leaveFocusToGrid(place, holder);
    return new SheetGrid({ place, holder, table, workbook });
  }

  private constructor(parts: {
    place: HTMLElement;
    holder: HTMLElement;
    table: Tabulator;
    workbook: Workbook;
  }) {
    this.element = parts.place;
    this.holder = parts.holder;
    this.#table = parts.table;
    this.#workbook = parts.workbook;
    this.#sheet = parts.workbook.active;
    const { fontSize, fontFamily } = getComputedStyle(parts.place);
    this.#widths = new ColumnWidths(`${fontSize} ${fontFamily}`);
    this.#showSheet();
    parts.workbook.listen((event) => {
      if (event.kind === "changed") this.#note(event.change);
      else if (parts.workbook.active !== this.#sheet) this.#showSheet();
    });
    parts.table.on("columnResized", (column) => {
      this.#widths.choose(this.#sheet, columnOf(column.getField()), column.getWidth());
      this.#redraw();
    });
  }

  get sheet(): Sheet {
    return this.#sheet;
  }

  /** How many whole rows fit in view. */
  get pageRows(): number {
    return Math.max(1, Math.floor(this.holder.clientHeight / ROW_HEIGHT) - 1);
  }

  /** Told after every drawing, so that what lies over the cells can be laid anew. */
  whenDrawn(listener: () => void): void {
    this.#drawn.add(listener);
  }

  /** Where an area lies; null when all its rows are hidden. */
  boxOf(area: Area): Box | null {
    const first = indexOfRow(this.#rows, area.row);
    const end = indexOfRow(this.#rows, area.row + area.rowCount);
    if (end <= first) return null;
    const endColumn = Math.min(area.column + area.columnCount, this.#columnCount);
    return {
      top: first * ROW_HEIGHT,
      left: ROW_HEADER_WIDTH + this.#widthOf(0, area.column),
      width: this.#widthOf(area.column, endColumn),
      height: (end - first) * ROW_HEIGHT,
    };
  }

  /** What lies at this point of the window. */
  hitAt(x: number, y: number): Hit | null {
    const element = document.elementFromPoint(x, y);
    const cell = element?.closest<HTMLElement>("[data-address]")?.dataset.address;
    const area = cell === undefined ? null : parseArea(cell);
    if (area !== null) return { kind: "cells", row: area.row, column: area.column };
    const row = element?.closest<HTMLElement>("[data-row]")?.dataset.row;
    if (row !== undefined) return { kind: "rows", row: Number(row) - 1, column: 0 };
    const header = element?.closest(".tabulator-col");
    if (header === null || header === undefined) return null;
    const column = columnOf(header.getAttribute("tabulator-field"));
    return column < 0 ? { kind: "all", row: 0, column: 0 } : { kind: "columns", row: 0, column };
  }

  scrollTo(place: Place): void {
    if (place.row > (this.#rows.at(-1) ?? 0)) {
      this.#leastRow = place.row;
      this.#draw();
    }
    const box = this.boxOf(cellArea(place.row, place.column));
    if (box === null) return;
    const { scrollTop, scrollLeft, clientHeight, clientWidth } = this.holder;
    if (box.top < scrollTop) this.holder.scrollTop = box.top;
    else if (box.top + box.height > scrollTop + clientHeight)
      this.holder.scrollTop = box.top + box.height - clientHeight;
    if (box.left - ROW_HEADER_WIDTH < scrollLeft) this.holder.scrollLeft = box.left - ROW_HEADER_WIDTH;
    else if (box.left + box.width > scrollLeft + clientWidth)
      this.holder.scrollLeft = box.left + box.width - clientWidth;
  }

  #showSheet(): void {
    this.#sheet = this.#workbook.active;
    this.#leastRow = 0;
    this.#columnCount = 0;
    this.#rows = [];
    this.#changes = [];
    const used = this.#sheet.usedArea();
    if (used !== null) this.#widths.makeRoom(this.#sheet, used);
    this.holder.scrollTop = 0;
    this.holder.scrollLeft = 0;
    this.#draw();
  }

  /** An add-in paints in many small steps; they are drawn together. */
  #note(change: SheetChange): void {
    if (change.sheet !== this.#sheet) return;
    if (this.#changes.length === 0) queueMicrotask(() => this.#draw());
    this.#changes.push(change);
  }

  #draw(): void {
    const changes = this.#changes;
    this.#changes = [];
    const before = this.#allWidths();
    for (const { area } of changes) this.#widths.makeRoom(this.#sheet, area);
    const rows = shownRows(this.#sheet, this.#leastRow);
    const columnCount = shownColumnCount(this.#sheet);
    if (columnCount !== this.#columnCount) this.#setColumns(columnCount);
    else if (before.some((width, column) => width !== this.#widths.of(this.#sheet, column))) this.#resize();
    if (isSameList(rows, this.#rows)) this.#redraw(changes);
    else this.#setRows(rows);
    this.element.ariaRowCount = String(rows.length + 1);
    this.element.ariaColCount = String(columnCount + 1);
    for (const listener of this.#drawn) listener();
  }

  #setColumns(columnCount: number): void {
    this.#columnCount = columnCount;
    const widthOf = (column: number): number => this.#widths.of(this.#sheet, column);
    const showCell = (cell: CellComponent): HTMLElement => this.#show(cell);
    this.#table.setColumns(columnDefinitions({ count: columnCount, widthOf, showCell, showRowNumber }));
    this.element.querySelector(".tabulator-col.row-number")?.setAttribute("aria-label", "All cells");
  }

  #setRows(rows: readonly number[]): void {
    this.#rows = rows;
    const data: GridRow[] = rows.map((id) => ({ id }));
    void this.#table.replaceData(data);
  }

  #resize(): void {
    for (const column of this.#table.getColumns()) {
      const index = columnOf(column.getField());
      if (index < 0) continue;
      const width = this.#widths.of(this.#sheet, index);
      if (column.getWidth() !== width) column.setWidth(width);
    }
  }

  /** Draws the rows of some changes anew, or all of them: a row that is out of view only when it comes in. */
  #redraw(changes: readonly SheetChange[] | null = null): void {
    for (const row of this.#table.getRows()) {
      const area = { ...cellArea(Number(row.getIndex()), 0), columnCount: this.#columnCount };
      if (changes === null || changes.some((change) => intersect(area, change.area) !== null)) row.reformat();
    }
    if (changes === null) for (const listener of this.#drawn) listener();
  }

  #show(cell: CellComponent): HTMLElement {
    const place = { row: Number(cell.getRow().getIndex()), column: columnOf(cell.getField()) };
    const widthOf = (column: number): number => this.#widths.of(this.#sheet, column);
    const room = { widthOf, columnCount: this.#columnCount };
    return showCell(cell.getElement(), { sheet: this.#sheet, place, room });
  }

  #allWidths(): readonly number[] {
    return Array.from({ length: this.#columnCount }, (_, column) => this.#widths.of(this.#sheet, column));
  }

  #widthOf(from: number, end: number): number {
    return this.#allWidths()
      .slice(from, end)
      .reduce((sum, width) => sum + width, 0);
  }
}

/** The grid as a whole takes the focus, not what scrolls inside it, which browsers would stop at all the same. */
function leaveFocusToGrid(grid: HTMLElement, holder: HTMLElement): void {
  holder.tabIndex = -1;
  holder.role = "rowgroup";
  holder.querySelector(".tabulator-table")?.setAttribute("role", "presentation");
  grid.removeAttribute("aria-owns");
}

function showRowNumber(cell: CellComponent): HTMLElement {
  const row = Number(cell.getRow().getIndex());
  const element = cell.getElement();
  element.role = "rowheader";
  element.dataset.row = String(row + 1);
  element.parentElement?.setAttribute("aria-rowindex", String(row + 2));
  const number = document.createElement("span");
  number.textContent = String(row + 1);
  return number;
}

function isSameList(left: readonly number[], right: readonly number[]): boolean {
  return left.length === right.length && left.every((value, index) => value === right[index]);
}
