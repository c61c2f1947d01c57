/** Excel.WorksheetCollection. */
import { HostError } from "../host-error.ts";
import type { Sheet } from "../model/sheet.ts";
import type { Workbook } from "../model/workbook.ts";
import { isAbsent, shownKey, textOf } from "./arguments.ts";
import { EVENT, eventMethods, WORKBOOK_TARGET } from "./event-types.ts";
import type { HostContext } from "./host-context.ts";
import { object, value, type Argument, type HostObject } from "./host-object.ts";
import { freeName, worksheetObject } from "./worksheet.ts";

export function worksheetsObject(context: HostContext): HostObject {
  const { workbook } = context;
  const sheets = (visibleOnly: Argument): readonly Sheet[] =>
    workbook.sheets.filter((sheet) => visibleOnly !== true || sheet.isVisible);
  const orRefuse = (sheet: Sheet | undefined, key: string): HostObject => {
    if (sheet === undefined) throw new HostError("ItemNotFound", `There is no sheet "${key}".`);
    return worksheetObject(context, sheet);
  };
  return {
    type: "WorksheetCollection",
    scalars: {},
    items: () => workbook.sheets.map((sheet) => worksheetObject(context, sheet)),
    item: (key) => orRefuse(findSheet(workbook, key), shownKey(key)),
    methods: {
      Add: (name) => object(worksheetObject(context, workbook.addSheet(newName(workbook, name)))),
      GetActiveWorksheet: () => object(worksheetObject(context, workbook.active)),
      GetCount: (visibleOnly) => value(sheets(visibleOnly).length),
      GetFirst: (visibleOnly) => object(orRefuse(sheets(visibleOnly)[0], "first")),
      GetLast: (visibleOnly) => object(orRefuse(sheets(visibleOnly).at(-1), "last")),
      GetItemOrNullObject: (key) => {
        const found = findSheet(workbook, key);
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
  Deactivated: EVENT.deactivated,
  Added: EVENT.added,
  Deleted: EVENT.deleted,
};

/** By id, or by name without regard to case. */
function findSheet({ sheets }: Workbook, key: Argument): Sheet | undefined {
  const name = shownKey(key);
  return sheets.find((sheet) => sheet.id === name || sheet.name.toLowerCase() === name.toLowerCase());
}

/** Without a name, the first free "Sheet1", "Sheet2", ... */
function newName(workbook: Workbook, given: Argument): string {
  if (!isAbsent(given)) return freeName(workbook, textOf(given));
  const taken = new Set(workbook.sheets.map((sheet) => sheet.name));
  let number = 1;
  while (taken.has(`Sheet${String(number)}`)) number += 1;
  return `Sheet${String(number)}`;
}
