/** Excel.Worksheet and the collection of them. */
import { HostError } from "../host-error.ts";
import { cellArea, COLUMNS, parseArea, ROWS, type Area } from "../model/area.ts";
import type { Sheet } from "../model/sheet.ts";
import { numberOf, textOf } from "./arguments.ts";
import { EVENT, WORKBOOK_TARGET, eventMethods } from "./events.ts";
import type { HostContext } from "./host-context.ts";
import { NOTHING, object, value, type Argument, type HostObject } from "./host-object.ts";
import { rangeObject } from "./range.ts";

export function worksheetObject(context: HostContext, sheet: Sheet): HostObject {
  const range = (area: Area): HostObject => rangeObject(context, sheet, area);
  const used = (): HostObject | null => {
    const area = sheet.usedArea();
    return area === null ? null : range(area);
  };
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
    methods: {
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
      GetRangeByIndexes: (row, column, rows, columns) =>
        object(
          range({
            row: numberOf(row),
            column: numberOf(column),
            rowCount: numberOf(rows),
            columnCount: numberOf(columns),
          }),
        ),
      GetUsedRange: () => object(used() ?? range(cellArea(0, 0))),
      GetUsedRangeOrNullObject: () => object(used()),
      ...eventMethods(context.events, sheet.id, {
        DataChanged: EVENT.changed,
        SelectionChanged: EVENT.selection,
        Activated: EVENT.activated,
      }),
    },
  };
}

export function worksheetsObject(context: HostContext): HostObject {
  const { workbook } = context;
  const find = (key: unknown): Sheet | undefined =>
    workbook.sheets.find(
      (sheet) => sheet.id === key || sheet.name.toLowerCase() === String(key).toLowerCase(),
    );
  return {
    type: "WorksheetCollection",
    scalars: {},
    items: () => workbook.sheets.map((sheet) => worksheetObject(context, sheet)),
    item: (key) => {
      const found = find(key);
      if (found === undefined) throw new HostError("ItemNotFound", `There is no sheet "${String(key)}".`);
      return worksheetObject(context, found);
    },
    methods: {
      Add: (name) =>
        object(
          worksheetObject(
            context,
            workbook.addSheet(
              name === undefined || name === null
                ? `Sheet${String(workbook.sheets.length + 1)}`
                : textOf(name),
            ),
          ),
        ),
      GetActiveWorksheet: () => object(worksheetObject(context, workbook.active)),
      GetCount: () => value(workbook.sheets.length),
      GetFirst: () => object(worksheetObject(context, firstOf(workbook.sheets))),
      GetItemOrNullObject: (key) => {
        const found = find(key);
        return object(found === undefined ? null : worksheetObject(context, found));
      },
      ...eventMethods(context.events, WORKBOOK_TARGET, {
        DataChanged: EVENT.changed,
        SelectionChanged: EVENT.selection,
        Activated: EVENT.activated,
        Added: EVENT.added,
        Deleted: EVENT.deleted,
      }),
    },
  };
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
