/** A filter: rows whose shown text is not among the wanted ones are hidden. It never moves or changes a cell. */
import { cellArea, indexes, type Area } from "./area.ts";
import type { Sheet } from "./sheet.ts";

export class Filter {
  readonly #wanted = new Map<number, ReadonlySet<string>>();
  readonly #sheet: Sheet;
  /** Headings and rows; read anew each time, because rows come and go. */
  readonly #area: () => Area;

  constructor(sheet: Sheet, area: () => Area) {
    this.#sheet = sheet;
    this.#area = area;
  }

  get area(): Area {
    return this.#area();
  }

  get isFiltering(): boolean {
    return this.#wanted.size > 0;
  }

  /** Columns are counted from the left edge of the filtered area. */
  apply(column: number, texts: readonly string[]): void {
    this.#wanted.set(column, new Set(texts));
    this.reapply();
  }

  clear(column?: number): void {
    if (column === undefined) this.#wanted.clear();
    else this.#wanted.delete(column);
    this.reapply();
  }

  reapply(): void {
    const { row: headings, column: left, rowCount } = this.area;
    const rows = indexes(headings + 1, rowCount - 1);
    const isWanted = (row: number): boolean =>
      [...this.#wanted].every(([column, texts]) => {
        const [[text = ""] = []] = this.#sheet.texts(cellArea(row, left + column));
        return texts.has(text);
      });
    this.#sheet.setHidden(rows.filter(isWanted), false);
    this.#sheet.setHidden(
      rows.filter((row) => !isWanted(row)),
      true,
    );
  }
}
