/** One sheet: its cells, tables, hidden rows and protection. The owner of its state. */
import { areaAddress, cellArea, intersect, type Area } from "./area.ts";
import { EMPTY, shownText, written, type Cell, type CellValue } from "./cell.ts";
import type { Table } from "./table.ts";

/** Who changed it: the person at the grid, the add-in, or somebody in another session. */
export type ChangeSource = "local" | "addin" | "remote";

export interface SheetChange {
  readonly sheet: Sheet;
  readonly area: Area;
  readonly source: ChangeSource;
  readonly kind: "values" | "rows" | "layout";
}

type ChangeListener = (change: SheetChange) => void;

export class Sheet {
  readonly tables: Table[] = [];
  readonly hiddenRows = new Set<number>();
  readonly mergedAreas: Area[] = [];
  isProtected = false;
  isVisible = true;
  readonly #cells = new Map<number, Map<number, Cell>>();
  readonly #changed: ChangeListener;

  constructor(
    readonly id: string,
    public name: string,
    changed: ChangeListener,
  ) {
    this.#changed = changed;
  }

  cell(row: number, column: number): Cell {
    return this.#cells.get(row)?.get(column) ?? EMPTY;
  }

  /** The displayed text of an area. */
  texts(area: Area): string[][] {
    return this.map(area, shownText);
  }

  map<Result>(area: Area, read: (cell: Cell, row: number, column: number) => Result): Result[][] {
    return Array.from({ length: area.rowCount }, (_, r) =>
      Array.from({ length: area.columnCount }, (_unused, c) =>
        read(this.cell(area.row + r, area.column + c), area.row + r, area.column + c),
      ),
    );
  }

  /** Writes as if typed. Null leaves a cell as it is, as in office.js. */
  write(
    at: Pick<Area, "row" | "column">,
    values: readonly (readonly (CellValue | null)[])[],
    source: ChangeSource,
  ): void {
    values.forEach((cells, r) =>
      cells.forEach((value, c) => {
        if (value === null) return;
        const [row, column] = [at.row + r, at.column + c];
        this.#put(row, column, written(value, this.cell(row, column)));
      }),
    );
    this.changed(
      { row: at.row, column: at.column, rowCount: values.length, columnCount: values[0]?.length ?? 0 },
      source,
      "values",
    );
  }

  format(area: Area, numberFormats: readonly (readonly string[])[]): void {
    numberFormats.forEach((formats, r) =>
      formats.forEach((numberFormat, c) => {
        const [row, column] = [area.row + r, area.column + c];
        this.#put(row, column, { ...this.cell(row, column), numberFormat });
      }),
    );
    this.changed(area, "addin", "layout");
  }

  /** Moves whole rows, as a sort does; cells keep their formats and formulas. */
  reorderRows(firstRow: number, order: readonly number[], source: ChangeSource): void {
    const moved = order.map((offset) => this.#cells.get(firstRow + offset));
    moved.forEach((cells, index) => {
      if (cells === undefined) this.#cells.delete(firstRow + index);
      else this.#cells.set(firstRow + index, cells);
    });
    this.changed(
      { row: firstRow, column: 0, rowCount: order.length, columnCount: this.usedArea()?.columnCount ?? 1 },
      source,
      "rows",
    );
  }

  insertRows(row: number, count: number, source: ChangeSource): void {
    this.#shiftRows(row, count);
    for (const table of this.tables) table.rowsInserted(row, count);
    this.changed({ row, column: 0, rowCount: count, columnCount: 1 }, source, "rows");
  }

  deleteRows(row: number, count: number, source: ChangeSource): void {
    for (let index = row; index < row + count; index += 1) this.#cells.delete(index);
    this.#shiftRows(row + count, -count);
    for (const table of this.tables) table.rowsDeleted(row, count);
    this.changed({ row, column: 0, rowCount: count, columnCount: 1 }, source, "rows");
  }

  setHidden(rows: readonly number[], hidden: boolean): void {
    for (const row of rows) {
      if (hidden) this.hiddenRows.add(row);
      else this.hiddenRows.delete(row);
    }
    this.changed(this.usedArea() ?? cellArea(0, 0), "local", "layout");
  }

  /** The smallest area that holds everything; null for an empty sheet. */
  usedArea(): Area | null {
    let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
    for (const [row, cells] of this.#cells) {
      for (const [column, cell] of cells) {
        if (cell.value === "" && cell.formula === null) continue;
        [top, left] = [Math.min(top, row), Math.min(left, column)];
        [bottom, right] = [Math.max(bottom, row), Math.max(right, column)];
      }
    }
    return bottom < 0
      ? null
      : { row: top, column: left, rowCount: bottom - top + 1, columnCount: right - left + 1 };
  }

  tableAt(area: Area): Table | null {
    return this.tables.find((table) => intersect(table.area, area) !== null) ?? null;
  }

  changed(area: Area, source: ChangeSource, kind: SheetChange["kind"]): void {
    this.#changed({ sheet: this, area, source, kind });
  }

  /** "'Sales order lines'!A1:B2": quoted when the name needs it. */
  address(area: Area): string {
    const name = /^[A-Za-z_]\w*$/.test(this.name) ? this.name : `'${this.name.replaceAll("'", "''")}'`;
    return `${name}!${areaAddress(area)}`;
  }

  #put(row: number, column: number, cell: Cell): void {
    const cells = this.#cells.get(row) ?? new Map<number, Cell>();
    this.#cells.set(row, cells.set(column, cell));
  }

  #shiftRows(from: number, by: number): void {
    const moving = [...this.#cells].filter(([row]) => row >= from);
    for (const [row] of moving) this.#cells.delete(row);
    for (const [row, cells] of moving) this.#cells.set(row + by, cells);
  }
}
