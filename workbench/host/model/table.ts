/** An Excel table: a named area with a heading row and perhaps a totals row. */
import type { Area } from "./area.ts";
import { isBlank, type CellValue } from "./cell.ts";
import { Filter } from "./filter.ts";
import type { Sheet } from "./sheet.ts";
import type { Shift } from "./shift.ts";

interface NewTable {
  readonly id: string;
  readonly name: string;
  readonly sheet: Sheet;
  readonly area: Area;
}

type ColumnValues = readonly (readonly CellValue[])[];

export class Table {
  name: string;
  showHeaders = true;
  showTotals = false;
  readonly id: string;
  readonly sheet: Sheet;
  readonly filter: Filter;
  #area: Area;
  /** A column keeps its id when others are put before it: office.js finds it by that. */
  #columnIds: number[] = [];
  #nextColumnId = 1;

  constructor({ id, name, sheet, area }: NewTable) {
    this.id = id;
    this.name = name;
    this.sheet = sheet;
    this.#area = area;
    this.area = area;
    this.filter = new Filter(sheet, () => this.#withoutTotals());
  }

  get area(): Area {
    return this.#area;
  }

  set area(area: Area) {
    this.#area = area;
    this.#columnIds = Array.from(
      { length: area.columnCount },
      (_, index) => this.#columnIds[index] ?? this.#newId(),
    );
  }

  get columnIds(): readonly number[] {
    return this.#columnIds;
  }

  get headings(): Area {
    return { ...this.area, rowCount: 1 };
  }

  /** The rows between headings and totals; an empty table still has one. */
  get body(): Area {
    const headings = this.showHeaders ? 1 : 0;
    const rowCount = Math.max(1, this.area.rowCount - headings - (this.showTotals ? 1 : 0));
    return { ...this.area, row: this.area.row + headings, rowCount };
  }

  get totals(): Area {
    return { ...this.area, row: this.area.row + this.area.rowCount - 1, rowCount: 1 };
  }

  columnNames(): readonly string[] {
    return this.sheet.texts(this.headings)[0] ?? [];
  }

  /** At the right edge; see insertColumn. */
  addColumn(name: string, values: ColumnValues | null): number {
    return this.insertColumn(this.area.columnCount, values ?? [[name]]);
  }

  /** Which cells must move to make room for a column there; null when an empty column can simply be taken in. */
  shiftFor(index: number): Shift | null {
    const at = { ...this.area, column: this.area.column + index, columnCount: 1 };
    const isTaken = this.sheet
      .map(at, (cell) => !isBlank(cell))
      .flat()
      .includes(true);
    return index < this.area.columnCount || isTaken ? { at, axis: "columns" } : null;
  }

  insertColumn(index: number, values: ColumnValues): number {
    const { area, sheet } = this;
    const ids = this.#columnIds.toSpliced(index, 0, this.#newId());
    const shift = this.shiftFor(index);
    if (shift !== null) sheet.insert(shift, "addin");
    this.#columnIds = ids;
    this.area = { ...area, columnCount: area.columnCount + 1 };
    sheet.write({ row: area.row, column: area.column + index }, values, "addin");
    return index;
  }

  deleteColumn(index: number): void {
    const { area } = this;
    this.#columnIds.splice(index, 1);
    const at = { ...area, column: area.column + index, columnCount: 1 };
    this.sheet.delete({ at, axis: "columns" }, "addin");
  }

  /** Counted from 0 in the body; cells below the table move down with its end. */
  insertRows(index: number, rows: ColumnValues): void {
    const { area, body } = this;
    const at = { ...area, row: body.row + index, rowCount: rows.length };
    this.sheet.insert({ at, axis: "rows" }, "addin");
    this.area = { ...area, rowCount: area.rowCount + rows.length };
    this.sheet.write(at, rows, "addin");
  }

  deleteRows(index: number, count: number): void {
    const at = { ...this.area, row: this.body.row + index, rowCount: count };
    this.sheet.delete({ at, axis: "rows" }, "addin");
  }

  #withoutTotals(): Area {
    return { ...this.area, rowCount: this.area.rowCount - (this.showTotals ? 1 : 0) };
  }

  #newId(): number {
    this.#nextColumnId += 1;
    return this.#nextColumnId - 1;
  }
}
