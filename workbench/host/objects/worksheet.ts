/** Excel.Worksheet. */
import { HostError } from "../host-error.ts";
import { cellArea, COLUMNS, isOnSheet, parseArea, ROWS, type Area } from "../model/area.ts";
import { Filter } from "../model/filter.ts";
import type { Sheet } from "../model/sheet.ts";
import type { Workbook } from "../model/workbook.ts";
import { areaOf, isAbsent, numberOf, textOf, wordOf } from "./arguments.ts";
import { autoFilterObject } from "./auto-filter.ts";
import { EVENT, eventMethods } from "./event-types.ts";
import type { HostContext } from "./host-context.ts";
import {
  NOTHING,
  object,
  type Argument,
  type HostObject,
  type Methods,
  type Setters,
} from "./host-object.ts";
import { rangeObject } from "./range.ts";
import { requireUnprotected } from "./writable.ts";

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
    setters: setters(context.workbook, sheet),
    links: {
      AutoFilter: () => sheetFilter(context, sheet),
      Tables: () => context.tablesOf(sheet),
      Protection: () => protection(sheet),
    },
    methods: { ...places(context, sheet), ...changes(context.workbook, sheet), ...events(context, sheet) },
  };
}

function setters(workbook: Workbook, sheet: Sheet): Setters {
  return {
    Name: (given) => workbook.arrange(sheet, { name: freeName(workbook, textOf(given)) }),
    Position: (given) => workbook.arrange(sheet, { position: numberOf(given) }),
    Visibility: (given) =>
      workbook.arrange(sheet, {
        isVisible: wordOf(given, ["Visible", "Hidden", "VeryHidden"]) === "Visible",
      }),
  };
}

/** As Excel allows it: up to 31 characters, none that an address could not hold, and nobody else's. */
export function freeName(workbook: Workbook, name: string): string {
  if (name === "" || name.length > 31 || /[\\/?*[\]:]/.test(name))
    throw new HostError("InvalidArgument", `A sheet cannot be called "${name}".`);
  if (workbook.sheets.some((sheet) => sheet.name.toLowerCase() === name.toLowerCase()))
    throw new HostError("ItemAlreadyExists", `There is a sheet "${name}" already.`);
  return name;
}

function events({ events: registrations }: HostContext, sheet: Sheet): Methods {
  return eventMethods(registrations, sheet.id, {
    DataChanged: EVENT.changed,
    SelectionChanged: EVENT.selection,
    Activated: EVENT.activated,
    Deactivated: EVENT.deactivated,
  });
}

function places(context: HostContext, sheet: Sheet): Methods {
  const range = (area: Area): HostObject => rangeObject(context, sheet, area);
  return {
    GetCell: (row, column) => object(range(cellArea(numberOf(row), numberOf(column)))),
    GetRange: (address) => object(range(addressed(address))),
    GetRangeByIndexes: (...given) => object(range(indexed(given))),
    GetRanges: (addresses) => object(context.areas(sheet, severalAddressed(addresses))),
    GetUsedRange: (valuesOnly) => object(range(sheet.usedArea(valuesOnly === true) ?? cellArea(0, 0))),
    GetUsedRangeOrNullObject: (valuesOnly) => {
      const area = sheet.usedArea(valuesOnly === true);
      return object(area === null ? null : range(area));
    },
  };
}

/** No address is the whole sheet. */
function addressed(given: Argument): Area {
  if (isAbsent(given) || given === "") return { row: 0, column: 0, rowCount: ROWS, columnCount: COLUMNS };
  return areaOf(textOf(given));
}

/** Excel takes no longer list (R33). */
const LONGEST_ADDRESS = 8_192;

function severalAddressed(given: Argument): readonly Area[] {
  if (isAbsent(given)) return [addressed(given)];
  const text = textOf(given);
  const areas = text.split(/[,;]/).map((address) => parseArea(address.trim()));
  const known = areas.filter((area) => area !== null);
  if (text.length > LONGEST_ADDRESS || known.length < areas.length)
    throw new HostError("InvalidArgument", "There are no such ranges.");
  return known;
}

function indexed([row, column, rowCount, columnCount]: readonly Argument[]): Area {
  const place = { row: numberOf(row), column: numberOf(column) };
  const area = { ...place, rowCount: numberOf(rowCount), columnCount: numberOf(columnCount) };
  if (!isOnSheet(area)) throw new HostError("InvalidArgument", "There is no such range.");
  return area;
}

function changes(workbook: Workbook, sheet: Sheet): Methods {
  return {
    Activate: () => {
      if (workbook.active !== sheet) workbook.select(sheet, [cellArea(0, 0)]);
      return NOTHING;
    },
    Delete: () => {
      const others = workbook.sheets.filter((other) => other !== sheet && other.isVisible);
      if (others.length === 0) throw new HostError("InvalidOperation", "The last visible sheet stays.");
      workbook.deleteSheet(sheet);
      return NOTHING;
    },
  };
}

function protection(sheet: Sheet): HostObject {
  return {
    type: "WorksheetProtection",
    scalars: { Protected: () => sheet.isProtected },
    methods: {
      Protect: () => {
        if (sheet.isProtected) throw new HostError("InvalidOperation", "The sheet is protected already.");
        sheet.isProtected = true;
        return NOTHING;
      },
      Unprotect: () => {
        sheet.isProtected = false;
        return NOTHING;
      },
    },
  };
}

function sheetFilter(context: HostContext, sheet: Sheet): HostObject {
  return autoFilterObject({
    filter: sheet.filter,
    rangeOf: (filter) => rangeObject(context, sheet, filter.area),
    on: (range) => {
      requireUnprotected(sheet);
      const area = areaOf(range);
      sheet.filter ??= new Filter(sheet, () => area);
      return sheet.filter;
    },
    remove: () => {
      sheet.filter = null;
    },
  });
}
