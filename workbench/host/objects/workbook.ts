/** Excel.Workbook: the root of every path. */
import { HostError } from "../host-error.ts";
import { cellArea, type Area } from "../model/area.ts";
import type { Workbook } from "../model/workbook.ts";
import { isHostObject, shownKey, textOf } from "./arguments.ts";
import { bag } from "./bag.ts";
import { eventRegistrations } from "./events.ts";
import type { HostContext } from "./host-context.ts";
import { NOTHING, object, value, type HostObject } from "./host-object.ts";
import { rangeAreasObject } from "./range-areas.ts";
import { rangeObject } from "./range.ts";
import { tablesObject } from "./table.ts";
import { worksheetObject, worksheetsObject } from "./worksheet.ts";

export function hostContext(workbook: Workbook): HostContext {
  const context: HostContext = {
    workbook,
    events: eventRegistrations(),
    worksheet: (sheet) => worksheetObject(context, sheet),
    tables: (list) => tablesObject(context, list),
    areas: (sheet, areas) => rangeAreasObject(context, sheet, areas),
  };
  return context;
}

export function workbookObject(context: HostContext): HostObject {
  const { workbook } = context;
  const tables = () => workbook.sheets.flatMap((sheet) => sheet.tables);
  return {
    type: "Workbook",
    scalars: { Name: () => workbook.name, IsDirty: () => true, ReadOnly: () => false },
    links: {
      Application: () => bag("Application", { CalculationMode: "Automatic" }),
      Settings: () => settingsObject(workbook),
      Tables: () => tablesObject(context, tables()),
      Worksheets: () => worksheetsObject(context),
    },
    methods: {
      GetActiveCell: () => object(rangeObject(context, workbook.active, firstCell(workbook.selection))),
      GetSelectedRange: () => {
        const [area, another] = workbook.selection;
        if (area === undefined || another !== undefined)
          throw new HostError("InvalidSelection", "The current selection is invalid for this operation.");
        return object(rangeObject(context, workbook.active, area));
      },
      GetSelectedRanges: () => object(rangeAreasObject(context, workbook.active, workbook.selection)),
    },
  };
}

function firstCell([area]: readonly Area[]): Area {
  return cellArea(area?.row ?? 0, area?.column ?? 0);
}

function settingsObject(workbook: Workbook): HostObject {
  const setting = (key: string): HostObject => ({
    type: "Setting",
    identity: { _Id: key },
    scalars: { Key: () => key, Value: () => workbook.settings.get(key) ?? "" },
    methods: {
      Delete: () => {
        workbook.settings.delete(key);
        return NOTHING;
      },
    },
  });
  return {
    type: "SettingCollection",
    scalars: {},
    items: () => [...workbook.settings.keys()].map(setting),
    item: (key) => {
      if (!workbook.settings.has(shownKey(key)))
        throw new HostError("ItemNotFound", `There is no setting "${shownKey(key)}".`);
      return setting(shownKey(key));
    },
    methods: {
      Add: (key, given) => {
        workbook.settings.set(textOf(key), isHostObject(given) ? "" : JSON.stringify(given ?? null));
        return object(setting(textOf(key)));
      },
      GetCount: () => value(workbook.settings.size),
      GetItemOrNullObject: (key) => object(workbook.settings.has(textOf(key)) ? setting(textOf(key)) : null),
    },
  };
}
