/** Excel.Worksheet and the collection of them. */
import { HostError } from "../host-error.ts";
import { cellArea, COLUMNS, parseArea, ROWS, type Area } from "../model/area.ts";
import type { Sheet } from "../model/sheet.ts";
import { numberOf, shownKey, textOf } from "./arguments.ts";
import { EVENT, WORKBOOK_TARGET, eventMethods } from "./events.ts";
import type { HostContext } from "./host-context.ts";
import { NOTHING, object, value, type Argument, type HostObject } from "./host-object.ts";
import { rangeObject } from "./range.ts";

export function worksheetObject(context: HostContext, sheet: Sheet): HostObject {
  return {
    type: "Worksheet",
    identity: { Id: sheet.id },
    scalars: {
      Id: () => sheet.id,
      Name: () => sheet.name,
      Position: () => context.workbook.sheets.indexOf(sheet),
      Visibility: () => (sheet.isVisible ? "Visible" : "Hidden"),
    },
    links: {
      Tables: () => context.tables(sheet.tables),
      Protection: () => ({ type: "WorksheetProtection", scalars: { Protected: () => sheet.isProtected } }),
    },
    methods: { ...worksheetMethods(context, sheet), ...worksheetEvents(context, sheet) },
  };
}

function worksheetEvents({ events }: HostContext, sheet: Sheet) {
  const types = { DataChanged: EVENT.changed, SelectionChanged: EVENT.selection, Activated: EVENT.activated };
  return eventMethods(events, sheet.id, types);
}

function worksheetMethods(context: HostContext, sheet: Sheet): HostObject["methods"] {
  const range = (area: Area): HostObject => rangeObject(context, sheet, area);
  const used = (): HostObject | null => {
    const area = sheet.usedArea();
    return area === null ? null : range(area);
  };
  return {
    Activate: () => {
      context.workbook.select(sheet, [cellArea(0, 0)]);
      return NOTHING;
    },
    Delete: () => {
      context.workbook.deleteSheet(sheet);
      return NOTHING;
    },
    GetCell: (row, column) => object(range(cellArea(numberOf(row), numberOf(column)))),
    GetRange: (address) => object(range(addressed(address))),
    GetRangeByIndexes: (...given) => object(range(indexed(given))),
    GetUsedRange: () => object(used() ?? range(cellArea(0, 0))),
    GetUsedRangeOrNullObject: () => object(used()),
  };
}

function indexed([row, column, rowCount, columnCount]: readonly Argument[]): Area {
  return {
    ...{ row: numberOf(row), column: numberOf(column) },
    ...{ rowCount: numberOf(rowCount), columnCount: numberOf(columnCount) },
  };
}

export function worksheetsObject(context: HostContext): HostObject {
  const { workbook } = context;
  return {
    type: "WorksheetCollection",
    scalars: {},
    items: () => workbook.sheets.map((sheet) => worksheetObject(context, sheet)),
    item: (key) => {
      const found = findSheet(workbook.sheets, key);
      if (found === undefined) throw new HostError("ItemNotFound", `There is no sheet "${shownKey(key)}".`);
      return worksheetObject(context, found);
    },
    methods: {
      Add: (name) => object(worksheetObject(context, workbook.addSheet(newName(workbook.sheets, name)))),
      GetActiveWorksheet: () => object(worksheetObject(context, workbook.active)),
      GetCount: () => value(workbook.sheets.length),
      GetFirst: () => object(worksheetObject(context, firstOf(workbook.sheets))),
      GetItemOrNullObject: (key) => {
        const found = findSheet(workbook.sheets, key);
        return object(found === undefined ? null : worksheetObject(context, found));
      },
      ...eventMethods(context.events, WORKBOOK_TARGET, collectionEvents),
    },
  };
}

const collectionEvents = {
  DataChanged: EVENT.changed,
  SelectionChanged: EVENT.selection,
  Activated: EVENT.activated,
  Added: EVENT.added,
  Deleted: EVENT.deleted,
};

/** By id, or by name without regard to case. */
function findSheet(sheets: readonly Sheet[], key: Argument): Sheet | undefined {
  const name = shownKey(key);
  return sheets.find((sheet) => sheet.id === name || sheet.name.toLowerCase() === name.toLowerCase());
}

function newName(sheets: readonly Sheet[], given: Argument): string {
  return given === undefined || given === null ? `Sheet${String(sheets.length + 1)}` : textOf(given);
}

function firstOf(sheets: readonly Sheet[]): Sheet {
  const [first] = sheets;
  if (first === undefined) throw new HostError("ItemNotFound", "The workbook has no sheet.");
  return first;
}

/** No address is the whole sheet. */
function addressed(given: Argument): Area {
  if (given === undefined || given === null || given === "")
    return { row: 0, column: 0, rowCount: ROWS, columnCount: COLUMNS };
  const area = parseArea(textOf(given));
  if (area === null) throw new HostError("InvalidArgument", `There is no range "${textOf(given)}".`);
  return area;
}
