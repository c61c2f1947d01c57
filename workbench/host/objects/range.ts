/** Excel.Range: an area of a sheet. */
import { HostError } from "../host-error.ts";
import {
  areaAddress,
  around,
  cellArea,
  COLUMNS,
  intersect,
  parseArea,
  ROWS,
  type Area,
} from "../model/area.ts";
import { shownText, valueType } from "../model/cell.ts";
import type { Sheet } from "../model/sheet.ts";
import { isHostObject, isList, numberOf, rangeOf, tableFor, textOf } from "./arguments.ts";
import { bag } from "./bag.ts";
import type { HostContext } from "./host-context.ts";
import {
  NOTHING,
  object,
  value,
  type Answer,
  type Argument,
  type HostObject,
  type Json,
} from "./host-object.ts";

export function rangeObject(context: HostContext, sheet: Sheet, area: Area): HostObject {
  const range = (other: Area): HostObject => rangeObject(context, sheet, other);
  return {
    type: "Range",
    range: { sheet, area },
    scalars: scalars(sheet, area),
    setters: setters(sheet, area),
    links: {
      Worksheet: () => context.worksheet(sheet),
      Format: () =>
        bag(
          "RangeFormat",
          { WrapText: false, HorizontalAlignment: "General", ColumnWidth: 64, RowHeight: 15 },
          formatLinks,
        ),
    },
    methods: { ...places(area, range), ...contents({ context, sheet, area, range }) },
  };
}

const formatLinks = {
  Fill: () => bag("RangeFill", { Color: "" }),
  Font: () => bag("RangeFont", { Bold: false, Color: "#000000", Italic: false, Name: "Calibri", Size: 11 }),
};

function scalars(sheet: Sheet, area: Area): Record<string, () => Json> {
  const cells = (read: (cell: ReturnType<Sheet["cell"]>) => Json): Json =>
    isUnbounded(area) ? null : sheet.map(area, read);
  const rows = Array.from({ length: Math.min(area.rowCount, 1_000_000) }, (_, index) => area.row + index);
  return {
    Address: () => sheet.address(area),
    AddressLocal: () => sheet.address(area),
    CellCount: () => area.rowCount * area.columnCount,
    ColumnCount: () => area.columnCount,
    ColumnHidden: () => false,
    ColumnIndex: () => area.column,
    Formulas: () => cells((cell) => cell.formula ?? cell.value),
    HasSpill: () => false,
    Hidden: () => rows.every((row) => sheet.hiddenRows.has(row)),
    IsEntireColumn: () => area.rowCount === ROWS,
    IsEntireRow: () => area.columnCount === COLUMNS,
    NumberFormat: () => cells((cell) => cell.numberFormat),
    RowCount: () => area.rowCount,
    RowHidden: () => mixed(rows.map((row) => sheet.hiddenRows.has(row))),
    RowIndex: () => area.row,
    Text: () => cells(shownText),
    ValueTypes: () => cells(valueType),
    Values: () => cells((cell) => cell.value),
  };
}

/** Whole rows and columns are answered with null instead of a million values, as Excel does (R34). */
function isUnbounded({ rowCount, columnCount }: Area): boolean {
  return rowCount === ROWS || columnCount === COLUMNS;
}

/** True, false, or null when some are and some are not. */
function mixed(answers: readonly boolean[]): boolean | null {
  if (answers.every((answer) => answer)) return true;
  return answers.some((answer) => answer) ? null : false;
}

function setters(sheet: Sheet, area: Area): Record<string, (given: Json) => void> {
  const writable = (): void => {
    if (sheet.isProtected) throw new HostError("AccessDenied", "The sheet is protected.");
  };
  const write = (given: Json): void => {
    writable();
    sheet.write(area, tableFor(given, area), "addin");
  };
  return {
    Values: write,
    Formulas: write,
    NumberFormat: (given) => {
      writable();
      sheet.format(
        area,
        tableFor(given, area).map((row) => row.map(String)),
      );
    },
    RowHidden: (given) => {
      writable();
      sheet.setHidden(
        Array.from({ length: area.rowCount }, (_, index) => area.row + index),
        given === true,
      );
    },
  };
}

type Methods = Record<string, (...given: readonly Argument[]) => Answer>;

/** Methods that answer another place on the same sheet. */
function places(area: Area, range: (other: Area) => HostObject): Methods {
  const { row, column, rowCount, columnCount } = area;
  const at = (other: Area): Answer => {
    if (other.row < 0 || other.column < 0 || other.rowCount < 1 || other.columnCount < 1)
      throw new HostError("InvalidArgument", "There is no such range.");
    return object(range(other));
  };
  const common = (given: Argument): Area | null =>
    intersect(area, typeof given === "string" ? parsed(given) : rangeOf(given));
  return {
    GetCell: (r, c) => at(cellArea(row + numberOf(r), column + numberOf(c))),
    GetRow: (r) => at({ ...area, row: row + numberOf(r), rowCount: 1 }),
    GetColumn: (c) => at({ ...area, column: column + numberOf(c), columnCount: 1 }),
    GetLastCell: () => at(cellArea(row + rowCount - 1, column + columnCount - 1)),
    GetLastRow: () => at({ ...area, row: row + rowCount - 1, rowCount: 1 }),
    GetLastColumn: () => at({ ...area, column: column + columnCount - 1, columnCount: 1 }),
    GetEntireRow: () => at({ ...area, column: 0, columnCount: COLUMNS }),
    GetEntireColumn: () => at({ ...area, row: 0, rowCount: ROWS }),
    GetOffsetRange: (r, c) => at({ ...area, row: row + numberOf(r), column: column + numberOf(c) }),
    GetResizedRange: (r, c) =>
      at({ ...area, rowCount: rowCount + numberOf(r), columnCount: columnCount + numberOf(c) }),
    GetAbsoluteResizedRange: (r, c) => at({ ...area, rowCount: numberOf(r), columnCount: numberOf(c) }),
    GetBoundingRect: (given) => at(around(area, typeof given === "string" ? parsed(given) : rangeOf(given))),
    GetIntersection: (given) => {
      const both = common(given);
      if (both === null) throw new HostError("ItemNotFound", "The ranges have nothing in common.");
      return at(both);
    },
    GetIntersectionOrNullObject: (given) => {
      const both = common(given);
      return both === null ? object(null) : at(both);
    },
    _ValidateArraySize: () => NOTHING,
  };
}

interface Place {
  readonly context: HostContext;
  readonly sheet: Sheet;
  readonly area: Area;
  readonly range: (other: Area) => HostObject;
}

/** Methods that look into the sheet, or change it. */
function contents({ context, sheet, area, range }: Place): Methods {
  const used = (): Area | null => {
    const all = sheet.usedArea();
    return all === null ? null : intersect(all, area);
  };
  return {
    Select: () => {
      context.workbook.select(sheet, [area]);
      return NOTHING;
    },
    Clear: () => {
      if (sheet.isProtected) throw new HostError("AccessDenied", "The sheet is protected.");
      sheet.write(area, tableFor("", area), "addin");
      return NOTHING;
    },
    GetUsedRange: () => object(range(used() ?? cellArea(area.row, area.column))),
    GetUsedRangeOrNullObject: () => {
      const found = used();
      return object(found === null ? null : range(found));
    },
    GetTables: () =>
      object(context.tables(sheet.tables.filter((table) => intersect(table.area, area) !== null))),
    GetMergedAreasOrNullObject: () => {
      const merged = sheet.mergedAreas.filter((other) => intersect(other, area) !== null);
      return object(merged.length === 0 ? null : context.areas(sheet, merged));
    },
    GetVisibleView: () => object(visibleView(sheet, area)),
    GetRowProperties: (given) => value(rowProperties(sheet, area, given)),
  };
}

function visibleView(sheet: Sheet, area: Area): HostObject {
  const rows = Array.from({ length: area.rowCount }, (_, index) => area.row + index).filter(
    (row) => !sheet.hiddenRows.has(row),
  );
  const read = (cell: (area: Area) => Json): Json => rows.map((row) => cell({ ...area, row, rowCount: 1 }));
  return {
    type: "RangeView",
    scalars: {
      RowCount: () => rows.length,
      ColumnCount: () => area.columnCount,
      Values: () => read((row) => sheet.map(row, (cell) => cell.value)[0] ?? []),
      Text: () => read((row) => sheet.texts(row)[0] ?? []),
      CellAddresses: () =>
        read((row) => sheet.map(row, (_cell, r, c) => areaAddress(cellArea(r, c)))[0] ?? []),
    },
  };
}

/** Of the properties Excel knows for rows, the ones about place and visibility. */
function rowProperties(sheet: Sheet, area: Area, given: Argument): Json {
  const asked =
    typeof given === "object" && given !== null && !isHostObject(given) && !isList(given)
      ? Object.keys(given)
      : [];
  const known: Record<string, (row: number) => Json> = {
    rowIndex: (row) => row,
    rowHidden: (row) => sheet.hiddenRows.has(row),
    address: (row) => sheet.address({ ...area, row, rowCount: 1, column: 0, columnCount: COLUMNS }),
  };
  return Array.from({ length: area.rowCount }, (_, index) => {
    const properties = asked.map((name): [string, Json] => {
      const read = known[name];
      if (read === undefined) throw new HostError("NotImplemented", `Range.getRowProperties: ${name}`);
      return [name, read(area.row + index)];
    });
    return Object.fromEntries(properties);
  });
}

function parsed(address: Json): Area {
  const area = parseArea(textOf(address));
  if (area === null) throw new HostError("InvalidArgument", `There is no range "${textOf(address)}".`);
  return area;
}
