/** A source's rows as cells of a sheet, and what has to be written so that a sheet of before shows what is true now. */
import { cellText } from "../intake/cell-text.ts";
import type { Cell, SheetRow } from "../intake/sheet-rows.ts";
import { dateSerial, knownDate } from "../quantity/calendar-date.ts";
import type { Source, SourceName } from "../wire/sources.ts";

/** As XoroERP names them. */
export const sourceTitles: Readonly<Record<SourceName, string>> = {
  "short-inventory-planner": "Short Inventory Planner",
  "item-inventory-snapshot": "Item Inventory Snapshot",
  "sales-order-lines": "Sales Orders",
  "purchase-order-lines": "Purchase Orders",
};

type Column = Source["columns"][number];

/** Days as Excel counts them, amounts as numbers; everything else is text. */
export function sourceCell(text: string, { type }: Pick<Column, "type">): string | number {
  if (text === "" || type === "text") return text;
  return type === "number" ? Number(text) : dateSerial(knownDate(text));
}

export interface CellChange {
  /** As Excel numbers it. */
  readonly row: number;
  /** Within the rows that were read, from 0. */
  readonly index: number;
  readonly value: string | number;
}

export interface SourceChanges {
  readonly cells: readonly CellChange[];
  /** Rows the sheet does not have yet, as the source tells them. */
  readonly added: readonly (readonly string[])[];
  /** Rows of the sheet that the source no longer has. */
  readonly gone: readonly number[];
}

/** Null when the sheet has lost a column that its rows are known by. */
export function sourceChanges(
  source: Source,
  headings: readonly string[],
  rows: readonly SheetRow[],
): SourceChanges | null {
  const places = source.columns.map(({ heading }) => headings.indexOf(heading));
  if (source.key.some((column) => places[column] === -1)) return null;
  const keyOf = (told: readonly string[]): string => JSON.stringify(source.key.map((column) => told[column]));
  const now = new Map(source.rows.map((told) => [keyOf(told), told]));
  const cells: CellChange[] = [];
  const gone: number[] = [];
  for (const { row, cells: before } of rows) {
    const key = JSON.stringify(source.key.map((column) => textAt(before, places[column] ?? -1)));
    const told = now.get(key);
    if (told === undefined) gone.push(row);
    else
      for (const [index, value] of differing(source, { places, told, before }))
        cells.push({ row, index, value });
    now.delete(key);
  }
  return { cells, added: [...now.values()], gone };
}

interface Compared {
  readonly places: readonly number[];
  readonly told: readonly string[];
  readonly before: readonly Cell[];
}

function differing({ columns }: Source, { places, told, before }: Compared): [number, string | number][] {
  return columns.flatMap((column, at) => {
    const [index, value] = [places[at] ?? -1, sourceCell(told[at] ?? "", column)];
    if (index === -1 || column.isTyped || isSame(before[index], value)) return [];
    return [[index, value]];
  });
}

function isSame(cell: Cell | undefined, value: string | number): boolean {
  if (cell?.kind === "number") return cell.number === value;
  return (cell === undefined ? "" : cellText(cell)) === value;
}

function textAt(cells: readonly Cell[], index: number): string {
  const cell = cells[index];
  return cell === undefined ? "" : cellText(cell);
}
