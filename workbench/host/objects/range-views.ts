/** Methods of a range that look at what is in it: tables, merges, visible rows, cells of a kind. */
import { HostError } from "../host-error.ts";
import { areaAddress, cellArea, COLUMNS, contains, indexes, intersect, type Area } from "../model/area.ts";
import type { Sheet } from "../model/sheet.ts";
import { SPECIAL_KINDS, specialCells } from "../model/special-cells.ts";
import { isAbsent, isHostObject, isList, wordOf } from "./arguments.ts";
import {
  missing,
  object,
  value,
  type Argument,
  type HostObject,
  type Json,
  type Methods,
} from "./host-object.ts";
import type { RangePlace } from "./range-place.ts";

export function rangeViews({ context, sheet, area }: RangePlace): Methods {
  const merged = (): readonly Area[] => sheet.mergedAreas.filter((other) => intersect(other, area) !== null);
  const special = (kind: Argument, valueType: Argument): readonly Area[] => {
    if (!isAbsent(valueType)) throw missing({ type: "Range" }, "getSpecialCells with a value type");
    return specialCells(sheet, area, wordOf(kind, SPECIAL_KINDS));
  };
  const orNull = (areas: readonly Area[]): HostObject | null =>
    areas.length === 0 ? null : context.areas(sheet, areas);
  return {
    GetTables: (fullyContained) => {
      const isIn = fullyContained === true ? contains : intersect;
      return object(context.tables(sheet.tables.filter((table) => Boolean(isIn(area, table.area)))));
    },
    GetMergedAreasOrNullObject: () => object(orNull(merged())),
    GetSpecialCells: (kind, valueType) => {
      const found = orNull(special(kind, valueType));
      if (found === null) throw new HostError("ItemNotFound", "There are no such cells.");
      return object(found);
    },
    GetSpecialCellsOrNullObject: (kind, valueType) => object(orNull(special(kind, valueType))),
    GetVisibleView: () => object(visibleView(sheet, area)),
    GetRowProperties: (given) => value(rowProperties(sheet, area, given)),
  };
}

function visibleView(sheet: Sheet, area: Area): HostObject {
  const rows = indexes(area.row, area.rowCount).filter((row) => !sheet.hiddenRows.has(row));
  const columns = indexes(area.column, area.columnCount).filter((column) => !sheet.hiddenColumns.has(column));
  const read = (cell: (row: number, column: number) => Json): Json =>
    rows.map((row) => columns.map((column) => cell(row, column)));
  return {
    type: "RangeView",
    scalars: {
      RowCount: () => rows.length,
      ColumnCount: () => columns.length,
      Values: () => read((row, column) => sheet.cell(row, column).value),
      Formulas: () => read((row, column) => sheet.cell(row, column).formula ?? sheet.cell(row, column).value),
      NumberFormat: () => read((row, column) => sheet.cell(row, column).numberFormat),
      Text: () => read((row, column) => sheet.texts(cellArea(row, column))[0]?.[0] ?? ""),
      CellAddresses: () => read((row, column) => areaAddress(cellArea(row, column))),
    },
  };
}

/** Of the properties Excel knows for rows, the ones about place and visibility. */
function rowProperties(sheet: Sheet, area: Area, given: Argument): Json {
  const isOptions = typeof given === "object" && given !== null && !isHostObject(given) && !isList(given);
  const asked = isOptions ? Object.keys(given) : [];
  const known: Record<string, (row: number) => Json> = {
    rowIndex: (row) => row,
    rowHidden: (row) => sheet.hiddenRows.has(row),
    address: (row) => sheet.address({ ...area, row, rowCount: 1, column: 0, columnCount: COLUMNS }),
  };
  return indexes(area.row, area.rowCount).map((row) => {
    const properties = asked.map((name): [string, Json] => {
      const read = known[name];
      if (read === undefined) throw missing({ type: "Range" }, `getRowProperties({${name}})`);
      return [name, read(row)];
    });
    return Object.fromEntries(properties);
  });
}
