/** Excel.Workbook: the root of every path. */
import { HostError } from "../host-error.ts";
import { cellArea, type Area } from "../model/area.ts";
import type { Workbook } from "../model/workbook.ts";
import { applicationObject } from "./application.ts";
import { textOf } from "./arguments.ts";
import { eventRegistrations, referencedArea } from "./event-types.ts";
import type { HostContext } from "./host-context.ts";
import { object, type Argument, type HostObject, type Methods } from "./host-object.ts";
import { namesObject } from "./names.ts";
import { rangeAreasObject } from "./range-areas.ts";
import { rangeObject } from "./range.ts";
import { settingsObject } from "./settings.ts";
import { scopedTablesObject, tablesObject } from "./tables.ts";
import { worksheetObject } from "./worksheet.ts";
import { worksheetsObject } from "./worksheets.ts";

export function hostContext(workbook: Workbook): HostContext {
  const context: HostContext = {
    workbook,
    events: eventRegistrations(),
    worksheet: (sheet) => worksheetObject(context, sheet),
    tablesOf: (sheet) => tablesObject(context, sheet),
    tables: (list) => scopedTablesObject(context, list),
    areas: (sheet, areas) => rangeAreasObject(context, sheet, areas),
  };
  return context;
}

export function workbookObject(context: HostContext): HostObject {
  const { workbook } = context;
  const application = applicationObject();
  return {
    type: "Workbook",
    scalars: { Name: () => workbook.name, IsDirty: () => true, ReadOnly: () => false },
    links: {
      Application: () => application,
      Names: () => namesObject(context),
      Settings: () => settingsObject(workbook),
      Tables: () => tablesObject(context, null),
      Worksheets: () => worksheetsObject(context),
    },
    methods: { ...selection(context), ...eventRanges(context) },
  };
}

function selection(context: HostContext): Methods {
  const { workbook } = context;
  return {
    GetActiveCell: () => object(rangeObject(context, workbook.active, firstCell(workbook.selection))),
    GetSelectedRange: () => {
      const [area, another] = workbook.selection;
      if (area === undefined || another !== undefined) throw invalidSelection();
      return object(rangeObject(context, workbook.active, area));
    },
    GetSelectedRanges: () => {
      if (workbook.selection.length === 0) throw invalidSelection();
      return object(rangeAreasObject(context, workbook.active, workbook.selection));
    },
  };
}

function invalidSelection(): HostError {
  return new HostError("InvalidSelection", "The current selection is invalid for this operation.");
}

/** What an event's getRange() asks for; the sheet may have gone since. */
function eventRanges(context: HostContext): Methods {
  const find = (reference: Argument): HostObject | null => {
    const found = referencedArea(context.workbook, textOf(reference));
    return found === null ? null : rangeObject(context, ...found);
  };
  return {
    _GetRangeForEventByReferenceId: (reference) => {
      const found = find(reference);
      if (found === null) throw new HostError("ItemNotFound", "The cells of the event are gone.");
      return object(found);
    },
    _GetRangeOrNullObjectForEventByReferenceId: (reference) => object(find(reference)),
  };
}

function firstCell([area]: readonly Area[]): Area {
  return cellArea(area?.row ?? 0, area?.column ?? 0);
}
