/** The cells of a sheet, kept sparsely. */
import { COLUMNS, ROWS, type Area } from "./area.ts";
import { EMPTY, isBlank, type Cell } from "./cell.ts";
import type { Shift } from "./shift.ts";

type Place = readonly [row: number, column: number, cell: Cell];

export class Cells {
  readonly #rows = new Map<number, Map<number, Cell>>();
  /** Formats of whole columns, for cells that are not there yet. */
  readonly #columnFormats = new Map<number, string>();

  get(row: number, column: number): Cell {
    const cell = this.#rows.get(row)?.get(column);
    if (cell !== undefined) return cell;
    const numberFormat = this.#columnFormats.get(column);
    return numberFormat === undefined ? EMPTY : { ...EMPTY, numberFormat };
  }

  set(row: number, column: number, cell: Cell): void {
    const cells = this.#rows.get(row) ?? new Map<number, Cell>();
    this.#rows.set(row, cells.set(column, cell));
  }

  formatColumns({ column, columnCount }: Area, numberFormat: string): void {
    for (let index = column; index < column + columnCount; index += 1)
      this.#columnFormats.set(index, numberFormat);
    for (const [row, at, cell] of this.#places())
      if (at >= column && at < column + columnCount) this.set(row, at, { ...cell, numberFormat });
  }

  /** Moves whole rows, as a sort does; cells keep their formats and formulas. */
  reorder(firstRow: number, order: readonly number[]): void {
    const moved = order.map((offset) => this.#rows.get(firstRow + offset));
    moved.forEach((cells, index) => {
      if (cells === undefined) this.#rows.delete(firstRow + index);
      else this.#rows.set(firstRow + index, cells);
    });
  }

  insert({ at, axis }: Shift): void {
    const [down, right] = axis === "rows" ? [at.rowCount, 0] : [0, at.columnCount];
    this.#move(this.#behind({ at, axis }), down, right);
  }

  delete({ at, axis }: Shift): void {
    const [up, left] = axis === "rows" ? [-at.rowCount, 0] : [0, -at.columnCount];
    const isDeleted = ([row, column]: Place): boolean =>
      row < at.row + at.rowCount && column < at.column + at.columnCount;
    const behind = this.#behind({ at, axis });
    for (const [row, column] of behind.filter(isDeleted)) this.#rows.get(row)?.delete(column);
    this.#move(
      behind.filter((place) => !isDeleted(place)),
      up,
      left,
    );
  }

  /** The smallest area that holds everything, or all values; null for an empty sheet. */
  usedArea(valuesOnly: boolean): Area | null {
    let [top, left, bottom, right] = [ROWS, COLUMNS, -1, -1];
    for (const [row, column, cell] of this.#places()) {
      if (isBlank(cell) && (valuesOnly || cell.numberFormat === "General")) continue;
      [top, left] = [Math.min(top, row), Math.min(left, column)];
      [bottom, right] = [Math.max(bottom, row), Math.max(right, column)];
    }
    if (bottom < 0) return null;
    return { row: top, column: left, rowCount: bottom - top + 1, columnCount: right - left + 1 };
  }

  /** What a shift begins with: the cells in it, and those beyond it in its rows or columns. */
  #behind({ at, axis }: Shift): readonly Place[] {
    const [rowEnd, columnEnd] = [at.row + at.rowCount, at.column + at.columnCount];
    return [...this.#places()].filter(([row, column]) => {
      if (row < at.row || column < at.column) return false;
      return axis === "rows" ? column < columnEnd : row < rowEnd;
    });
  }

  #move(places: readonly Place[], down: number, right: number): void {
    for (const [row, column] of places) this.#rows.get(row)?.delete(column);
    for (const [row, column, cell] of places) this.set(row + down, column + right, cell);
  }

  *#places(): Generator<Place> {
    for (const [row, cells] of this.#rows) for (const [column, cell] of cells) yield [row, column, cell];
  }
}
