/** An Excel table: a named area with a heading row and perhaps a totals row. */
import type { Area } from "./area.ts";
import type { Sheet } from "./sheet.ts";

interface NewTable {
  readonly id: string;
  readonly name: string;
  readonly sheet: Sheet;
  readonly area: Area;
}

export class Table {
  showTotals = false;

  readonly id: string;
  readonly name: string;
  readonly sheet: Sheet;
  area: Area;

  constructor({ id, name, sheet, area }: NewTable) {
    this.id = id;
    this.name = name;
    this.sheet = sheet;
    this.area = area;
  }

  get headings(): Area {
    return { ...this.area, rowCount: 1 };
  }

  /** The rows between headings and totals; an empty table still has one. */
  get body(): Area {
    const rowCount = Math.max(1, this.area.rowCount - 1 - (this.showTotals ? 1 : 0));
    return { ...this.area, row: this.area.row + 1, rowCount };
  }

  get totals(): Area {
    return { ...this.area, row: this.area.row + this.area.rowCount - 1, rowCount: 1 };
  }

  columnNames(): readonly string[] {
    return this.sheet.texts(this.headings)[0] ?? [];
  }

  /** Takes the column to its right into the table. Cells further right stay where they are. */
  addColumn(name: string, values: readonly (readonly (string | number | boolean)[])[] | null): number {
    const index = this.area.columnCount;
    this.area = { ...this.area, columnCount: index + 1 };
    const at = { row: this.area.row, column: this.area.column + index };
    this.sheet.write(at, values ?? [[name]], "addin");
    return index;
  }

  rowsInserted(row: number, count: number): void {
    if (row <= this.area.row) this.area = { ...this.area, row: this.area.row + count };
    else if (row < this.area.row + this.area.rowCount)
      this.area = { ...this.area, rowCount: this.area.rowCount + count };
  }

  rowsDeleted(row: number, count: number): void {
    if (row + count <= this.area.row) this.area = { ...this.area, row: this.area.row - count };
    else if (row < this.area.row + this.area.rowCount)
      this.area = { ...this.area, rowCount: this.area.rowCount - count };
  }
}
