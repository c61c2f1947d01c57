/** One sheet: its cells, tables, hidden rows, merges and protection. The owner of its state. */
import { areaAddress, cellArea, COLUMNS, intersect, ROWS, type Area } from "./area.ts";
import { shownText, written, type Cell, type CellValue } from "./cell.ts";
import { Cells } from "./cells.ts";
import type { Filter } from "./filter.ts";
import { Formats } from "./formats.ts";
import { afterDelete, afterInsert, tears, type Shift } from "./shift.ts";
import type { Table } from "./table.ts";

/** Who changed it: the person at the grid, the add-in, or somebody in another session. */
export type ChangeSource = "local" | "addin" | "remote";

export interface SheetChange {
  readonly sheet: Sheet;
  readonly area: Area;
  readonly source: ChangeSource;
  /** Layout is what needs drawing again and is no change of data: hidden rows, number formats, tables. */
  readonly kind: "values" | "rows" | "layout";
  /** As Excel.DataChangeType names it; an edited range when absent. */
  readonly changeType?: string;
  /** What a single edited cell held before. */
  readonly before?: Cell;
}

type ChangeListener = (change: SheetChange) => void;

export class Sheet {
  readonly tables: Table[] = [];
  readonly hiddenRows = new Set<number>();
  readonly hiddenColumns = new Set<number>();
  readonly mergedAreas: Area[] = [];
  readonly formats = new Formats();
  /** The sheet's own filter, outside of tables. */
  filter: Filter | null = null;
  isProtected = false;
  isVisible = true;
  readonly #cells = new Cells();
  readonly #changed: ChangeListener;

  constructor(
    readonly id: string,
    public name: string,
    changed: ChangeListener,
  ) {
    this.#changed = changed;
  }

  cell(row: number, column: number): Cell {
    return this.#cells.get(row, column);
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

  /** Writes as if typed. Null leaves a cell as it is, as in office.js. What is put right below a table it takes in. */
  write(
    at: Pick<Area, "row" | "column">,
    values: readonly (readonly (CellValue | null)[])[],
    source: ChangeSource,
  ): void {
    const before = this.cell(at.row, at.column);
    const growing = source === "remote" ? [] : this.tables.filter((table) => table.isContinuedBy(at, values));
    values.forEach((cells, r) =>
      cells.forEach((value, c) => {
        if (value === null) return;
        const [row, column] = [at.row + r, at.column + c];
        this.#cells.set(row, column, written(value, this.cell(row, column)));
      }),
    );
    const [row, column, rowCount, columnCount] = [at.row, at.column, values.length, values[0]?.length ?? 0];
    const isOne = rowCount === 1 && columnCount === 1;
    const area = { row, column, rowCount, columnCount };
    this.#changed({ sheet: this, area, source, kind: "values", ...(isOne ? { before } : {}) });
    const isWritten = (c: number): boolean => values.some((cells) => (cells[c - column] ?? null) !== null);
    for (const table of growing) table.takeIn(rowCount, source, isWritten);
  }

  format(area: Area, numberFormats: readonly (readonly string[])[]): void {
    numberFormats.forEach((formats, r) =>
      formats.forEach((numberFormat, c) => {
        const [row, column] = [area.row + r, area.column + c];
        this.#cells.set(row, column, { ...this.cell(row, column), numberFormat });
      }),
    );
    this.changed(area, "addin", "layout");
  }

  formatColumns(area: Area, numberFormat: string): void {
    this.#cells.formatColumns(area, numberFormat);
    this.changed(area, "addin", "layout");
  }

  reorderRows(firstRow: number, order: readonly number[], source: ChangeSource): void {
    this.#cells.reorder(firstRow, order);
    const width = this.usedArea()?.columnCount ?? 1;
    this.changed({ row: firstRow, column: 0, rowCount: order.length, columnCount: width }, source, "rows");
  }

  insertRows(row: number, count: number, source: ChangeSource): void {
    this.insert({ at: { row, column: 0, rowCount: count, columnCount: COLUMNS }, axis: "rows" }, source);
  }

  deleteRows(row: number, count: number, source: ChangeSource): void {
    this.delete({ at: { row, column: 0, rowCount: count, columnCount: COLUMNS }, axis: "rows" }, source);
  }

  /** Makes room: cells, tables, merges, formats and hidden rows move on. */
  insert(shift: Shift, source: ChangeSource): void {
    this.#cells.insert(shift);
    this.#follow(shift, (area) => afterInsert(area, shift));
    this.#tellShift(shift, source, "Inserted");
  }

  delete(shift: Shift, source: ChangeSource): void {
    this.#cells.delete(shift);
    this.#follow(shift, (area) => afterDelete(area, shift));
    this.#tellShift(shift, source, "Deleted");
  }

  /** Whether a shift would go through a part of a table. */
  isTornBy(shift: Shift): boolean {
    return this.tables.some((table) => tears(table.area, shift));
  }

  setHidden(rows: readonly number[], hidden: boolean): void {
    for (const row of rows) {
      if (hidden) this.hiddenRows.add(row);
      else this.hiddenRows.delete(row);
    }
    this.changed(this.usedArea() ?? cellArea(0, 0), "local", "layout");
  }

  /** The smallest area around all values, and around formatted cells when these are asked for too. */
  usedArea(valuesOnly = true): Area | null {
    return this.#cells.usedArea(valuesOnly);
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

  #follow({ at, axis }: Shift, move: (area: Area) => Area | null): void {
    for (const table of [...this.tables]) {
      const area = move(table.area);
      if (area === null) this.tables.splice(this.tables.indexOf(table), 1);
      else table.area = area;
    }
    this.mergedAreas.splice(0, Infinity, ...this.mergedAreas.flatMap((area) => move(area) ?? []));
    this.formats.follow(move);
    const isWhole = axis === "rows" ? at.columnCount === COLUMNS : at.rowCount === ROWS;
    if (isWhole) renumber(axis === "rows" ? this.hiddenRows : this.hiddenColumns, axis, move);
  }

  #tellShift({ at, axis }: Shift, source: ChangeSource, what: "Inserted" | "Deleted"): void {
    const rows = at.columnCount === COLUMNS && axis === "rows" ? "Row" : null;
    const columns = at.rowCount === ROWS && axis === "columns" ? "Column" : null;
    const changeType = `${rows ?? columns ?? "Cell"}${what}`;
    this.#changed({ sheet: this, area: at, source, kind: "rows", changeType });
  }
}

/** Hidden rows keep hiding the same content when rows above them come or go. */
function renumber(hidden: Set<number>, axis: Shift["axis"], move: (area: Area) => Area | null): void {
  const before = [...hidden];
  hidden.clear();
  for (const index of before) {
    const whole = { row: 0, column: 0, rowCount: ROWS, columnCount: COLUMNS };
    const line = axis === "rows" ? { row: index, rowCount: 1 } : { column: index, columnCount: 1 };
    const moved = move({ ...whole, ...line });
    if (moved !== null) hidden.add(axis === "rows" ? moved.row : moved.column);
  }
}
