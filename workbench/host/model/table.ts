/** An Excel table: a named area with a heading row and perhaps a totals row. */
import { cellArea, indexes, type Area } from "./area.ts";
import { isBlank, type CellValue } from "./cell.ts";
import { Filter } from "./filter.ts";
import type { ChangeSource, Sheet } from "./sheet.ts";
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

  /**
   * Whether something written there makes the table grow by itself: right below it, where nothing stood beside it
   * before, with no totals row in between.
   */
  isContinuedBy(at: Pick<Area, "row" | "column">, [first = []]: readonly (readonly unknown[])[]): boolean {
    const below = { ...this.area, row: this.area.row + this.area.rowCount, rowCount: 1 };
    if (this.showTotals || at.row !== below.row) return false;
    const isInside = (column: number): boolean =>
      column >= below.column && column < below.column + below.columnCount;
    const says = first.some((value, index) => value !== null && value !== "" && isInside(at.column + index));
    return says && this.sheet.map(below, isBlank).flat().every(Boolean);
  }

  /**
   * The rows right below become rows of the table; what it calculates in all others, it calculates in them, but for
   * columns into which something was written there.
   */
  takeIn(count: number, source: ChangeSource, isWritten: (column: number) => boolean = () => false): void {
    const { body, sheet } = this;
    this.area = { ...this.area, rowCount: this.area.rowCount + count };
    for (const column of indexes(body.column, body.columnCount).filter((at) => !isWritten(at))) {
      const [formula, ...others] = new Set(
        sheet.map({ ...body, column, columnCount: 1 }, (cell) => cell.formula).flat(),
      );
      if (typeof formula !== "string" || others.length > 0) continue;
      const added = indexes(body.row + body.rowCount, count);
      for (const row of added.filter((at) => isBlank(sheet.cell(at, column))))
        sheet.write(cellArea(row, column), [[formula]], source);
    }
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
