/** Excel.Range: an area of a sheet. Its members are in three files: what is in it, where it leads, what can be done. */
import { COLUMNS, indexes, ROWS, type Area } from "../model/area.ts";
import { shownText, valueType, type Cell, type CellValue } from "../model/cell.ts";
import type { Sheet } from "../model/sheet.ts";
import { cellValue, isList, tableFor } from "./arguments.ts";
import type { HostContext } from "./host-context.ts";
import type { HostObject, Json, Scalars, Setters } from "./host-object.ts";
import { rangeChanges } from "./range-changes.ts";
import { rangeFormat } from "./range-format.ts";
import { rangePlaces } from "./range-places.ts";
import { rangeViews } from "./range-views.ts";
import { requireUnprotected, requireWritable } from "./writable.ts";

export function rangeObject(context: HostContext, sheet: Sheet, area: Area): HostObject {
  const range = (other: Area): HostObject => rangeObject(context, sheet, other);
  const place = { context, sheet, area, range };
  return {
    type: "Range",
    range: { sheet, area },
    scalars: scalars(sheet, area),
    setters: setters(sheet, area),
    links: { Worksheet: () => context.worksheet(sheet), Format: () => rangeFormat(sheet, area) },
    methods: { ...rangePlaces(place), ...rangeViews(place), ...rangeChanges(place) },
  };
}

function scalars(sheet: Sheet, area: Area): Scalars {
  const cells = (read: (cell: Cell) => Json): Json => (isUnbounded(area) ? null : sheet.map(area, read));
  const rowHidden = (): boolean | null => allHidden(sheet.hiddenRows, area.row, area.rowCount);
  const columnHidden = (): boolean | null => allHidden(sheet.hiddenColumns, area.column, area.columnCount);
  const formulas = (): Json => cells((cell) => cell.formula ?? cell.value);
  const numberFormats = (): Json => cells((cell) => cell.numberFormat);
  return {
    Address: () => sheet.address(area),
    AddressLocal: () => sheet.address(area),
    CellCount: () => cellCount(area),
    ColumnCount: () => area.columnCount,
    ColumnHidden: columnHidden,
    ColumnIndex: () => area.column,
    Formulas: formulas,
    FormulasLocal: formulas,
    HasSpill: () => false,
    Hidden: () => either(rowHidden(), columnHidden()),
    IsEntireColumn: () => area.rowCount === ROWS,
    IsEntireRow: () => area.columnCount === COLUMNS,
    NumberFormat: numberFormats,
    NumberFormatLocal: numberFormats,
    RowCount: () => area.rowCount,
    RowHidden: rowHidden,
    RowIndex: () => area.row,
    Text: () => cells(shownText),
    ValueTypes: () => cells(valueType),
    Values: () => cells((cell) => cell.value),
  };
}

/** Excel answers -1 when the number does not fit into 32 bits, as for a whole sheet. */
function cellCount({ rowCount, columnCount }: Area): number {
  const count = rowCount * columnCount;
  return count > 2 ** 31 - 1 ? -1 : count;
}

/** Whole rows and columns are answered with null instead of a million values, as Excel does (R34). */
function isUnbounded({ rowCount, columnCount }: Area): boolean {
  return rowCount === ROWS || columnCount === COLUMNS;
}

/** True, false, or null when some are and some are not. */
function allHidden(hidden: ReadonlySet<number>, first: number, count: number): boolean | null {
  const isWithin = (index: number): boolean => index >= first && index < first + count;
  const few = count < hidden.size ? indexes(first, count) : [...hidden];
  const within = few.filter((index) => hidden.has(index) && isWithin(index)).length;
  if (within === 0) return false;
  return within === count ? true : null;
}

function either(rows: boolean | null, columns: boolean | null): boolean | null {
  if (rows === true || columns === true) return true;
  return rows === null || columns === null ? null : false;
}

/**
 * A block over hidden and visible rows goes astray in Excel: its k-th row of values lands in the k-th visible row, and
 * the hidden ones keep what they had (office-js#224). A row written by itself arrives, hidden or not.
 */
function astray(
  { hiddenRows }: Sheet,
  { row }: Area,
  values: readonly (readonly (CellValue | null)[])[],
): readonly (readonly (CellValue | null)[])[] {
  if (values.length === 1) return values;
  let next = 0;
  return values.map((cells, index) => {
    if (hiddenRows.has(row + index)) return cells.map(() => null);
    next += 1;
    return values[next - 1] ?? cells;
  });
}

function setters(sheet: Sheet, area: Area): Setters {
  const write = (given: Json): void => {
    requireWritable(sheet, area);
    sheet.write(area, astray(sheet, area, tableFor(given, area)), "addin");
  };
  const format = (given: Json): void => {
    requireUnprotected(sheet);
    const one = isList(given) ? null : cellValue(given);
    if (area.rowCount === ROWS && one !== null) sheet.formatColumns(area, String(one));
    else
      sheet.format(
        area,
        tableFor(given, area).map((row) => row.map(String)),
      );
  };
  return {
    Values: write,
    Formulas: write,
    FormulasLocal: write,
    NumberFormat: format,
    NumberFormatLocal: format,
    RowHidden: (given) => {
      requireUnprotected(sheet);
      sheet.setHidden(indexes(area.row, area.rowCount), given === true);
    },
    ColumnHidden: (given) => {
      requireUnprotected(sheet);
      for (const column of indexes(area.column, area.columnCount)) {
        if (given === true) sheet.hiddenColumns.add(column);
        else sheet.hiddenColumns.delete(column);
      }
      sheet.changed(area, "addin", "layout");
    },
  };
}
