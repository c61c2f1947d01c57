/** How wide the columns are: as wide as their content needs, or as the person at the grid made them. In pixels. */
import { intersect, type Area } from "../../host/model/area.ts";
import type { Sheet } from "../../host/model/sheet.ts";

const [NARROWEST, WIDEST, PADDING] = [64, 240, 14];
const ROWS_MEASURED = 500;

export class ColumnWidths {
  readonly #sheets = new WeakMap<Sheet, Map<number, number>>();
  readonly #chosen = new WeakMap<Sheet, Set<number>>();
  readonly #measure: (text: string) => number;

  /** `font` as CSS writes it, in the weight of table headings: what fits in bold fits. */
  constructor(font: string) {
    const context = document.createElement("canvas").getContext("2d");
    if (context !== null) context.font = `600 ${font}`;
    this.#measure = (text) => context?.measureText(text).width ?? text.length * 7;
  }

  of(sheet: Sheet, column: number): number {
    return this.#sheets.get(sheet)?.get(column) ?? NARROWEST;
  }

  choose(sheet: Sheet, column: number, width: number): void {
    this.#chosen.set(sheet, (this.#chosen.get(sheet) ?? new Set()).add(column));
    this.#set(sheet, column, width);
  }

  /** Makes room for what was written in an area; columns never shrink under somebody's eyes. */
  makeRoom(sheet: Sheet, area: Area): void {
    const used = sheet.usedArea();
    const filled = used === null ? null : intersect(area, used);
    if (used === null || filled === null) return;
    const rowCount = Math.min(filled.rowCount, ROWS_MEASURED);
    const whole = sheet.texts({ ...used, row: filled.row, rowCount }).filter((row) => !isTitle(row));
    for (let offset = 0; offset < filled.columnCount; offset += 1) {
      const column = filled.column + offset;
      if (this.#chosen.get(sheet)?.has(column) === true) continue;
      const needed = Math.max(0, ...whole.map((row) => this.#needs(row[column - used.column] ?? "")));
      if (needed > this.of(sheet, column)) this.#set(sheet, column, Math.min(WIDEST, Math.ceil(needed)));
    }
  }

  #needs(text: string): number {
    return text === "" ? 0 : this.#measure(text.replaceAll("\n", " ")) + PADDING;
  }

  #set(sheet: Sheet, column: number, width: number): void {
    const widths = this.#sheets.get(sheet) ?? new Map<number, number>();
    this.#sheets.set(sheet, widths.set(column, width));
  }
}

/** A title over the sheet runs on over the empty cells beside it, so it needs no room of its own. */
function isTitle(row: readonly string[]): boolean {
  return row.length > 1 && row.filter((text) => text !== "").length === 1;
}
