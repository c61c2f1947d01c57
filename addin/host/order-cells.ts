/** MO numbers among rows that were read, and what stands beside them. Pure. */
import { cellText } from "../../shared/intake/cell-text.ts";
import { readHeadings } from "../../shared/intake/match-headings.ts";
import type { Cell, SheetRow } from "../../shared/intake/sheet-rows.ts";
import { parseMoNumber } from "../../shared/row/mo-number.ts";
import { watchedColumns, type WatchedColumn } from "../../shared/sheet/sheet-patch.ts";

export interface OrderCell {
  readonly sheetId: string;
  readonly row: number;
  readonly isHidden: boolean;
  readonly number: string;
  /** Sheet column, from 0. */
  readonly numberColumn: number;
  /** Null when there is no such heading. */
  readonly message: Place | null;
  readonly watched: Partial<Record<WatchedColumn, Place>>;
}

/** What stands there now, and in which sheet column, from 0. */
export interface Place {
  readonly column: number;
  readonly cell: Cell;
}

/** Indexes within the rows that were read. */
export interface ListColumns {
  readonly number: number;
  readonly message: number | null;
  readonly watched: Partial<Record<WatchedColumn, number>>;
}

/** The columns of the list that this row is the headings of; null when it is not: MO and MO Status must be among them. */
export function listColumns(row: SheetRow): ListColumns | null {
  const headings = readHeadings(row);
  const at = (meaning: WatchedColumn | "orderNumber" | "orderMessage"): number | undefined =>
    headings.find((heading) => heading.meaning === meaning)?.index;
  const number = at("orderNumber");
  if (number === undefined || at("orderStatus") === undefined) return null;
  const watched: Partial<Record<WatchedColumn, number>> = {};
  for (const name of watchedColumns) {
    const index = at(name);
    if (index !== undefined) watched[name] = index;
  }
  return { number, message: at("orderMessage") ?? null, watched };
}

export interface ReadSheet {
  readonly sheetId: string;
  /** The sheet column, from 0, of each row's first cell. */
  readonly firstColumn: number;
  readonly rows: readonly SheetRow[];
  readonly hidden: ReadonlySet<number>;
}

/** Several lists may stand below each other: each ends where the headings of the next begin (R36). */
export function* orderCellsInSteps(
  sheets: readonly ReadSheet[],
): Generator<undefined, readonly OrderCell[], undefined> {
  const cells: OrderCell[] = [];
  for (const sheet of sheets) {
    let list: ListColumns | null = null;
    for (const row of sheet.rows) {
      yield;
      const next = listColumns(row);
      list = next ?? list;
      const cell = next === null && list !== null ? orderCell(sheet, row, list) : null;
      if (cell !== null) cells.push(cell);
    }
  }
  return cells;
}

const EMPTY: Cell = { kind: "empty" };

function orderCell(
  { sheetId, firstColumn, hidden }: ReadSheet,
  { row, cells }: SheetRow,
  columns: ListColumns,
): OrderCell | null {
  const number = parseMoNumber(cellText(cells[columns.number] ?? EMPTY));
  if (number === null) return null;
  const at = (index: number): Place => ({ column: firstColumn + index, cell: cells[index] ?? EMPTY });
  const watched: OrderCell["watched"] = {};
  for (const name of watchedColumns) {
    const index = columns.watched[name];
    if (index !== undefined) watched[name] = at(index);
  }
  return {
    sheetId,
    row,
    isHidden: hidden.has(row),
    number,
    numberColumn: firstColumn + columns.number,
    message: columns.message === null ? null : at(columns.message),
    watched,
  };
}
