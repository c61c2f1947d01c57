/** What happened in the workbook, as the events that office.js knows. Which of them are sent is up to who registered. */
import { areaAddress, intersect, type Area } from "./model/area.ts";
import { valueType, type Cell } from "./model/cell.ts";
import type { SheetChange } from "./model/sheet.ts";
import type { Workbook, WorkbookEvent } from "./model/workbook.ts";
import { EVENT, eventReference, WORKBOOK_TARGET } from "./objects/event-types.ts";
import type { Json } from "./objects/host-object.ts";

export interface OfficeEvent {
  readonly type: number;
  /** The id of a sheet or table, or the workbook. */
  readonly target: string;
  readonly payload: { readonly [name: string]: Json };
}

export function officeEvents(workbook: Workbook, event: WorkbookEvent): readonly OfficeEvent[] {
  switch (event.kind) {
    case "changed":
      return event.change.kind === "layout" ? [] : changed(event.change);
    case "selected":
      return selected(workbook, event.left?.id ?? null);
    case "sheets": {
      if (event.what === "arranged") return [];
      const payload = { source: "Local", worksheetId: event.sheet.id };
      return [{ type: EVENT[event.what], target: WORKBOOK_TARGET, payload }];
    }
    case "tables": {
      const { id: tableId, name: tableName, sheet } = event.table;
      const payload = { source: "Local", tableId, tableName, worksheetId: sheet.id };
      const type = event.what === "added" ? EVENT.tableAdded : EVENT.tableDeleted;
      return [WORKBOOK_TARGET, sheet.id].map((target) => ({ type, target, payload }));
    }
  }
}

/** Told to the sheet, to each table that was touched, and to the collections of both. */
function changed(change: SheetChange): readonly OfficeEvent[] {
  const { sheet, area } = change;
  const payload = changePayload(change);
  const forSheets = [sheet.id, WORKBOOK_TARGET].map((target) => ({ type: EVENT.changed, target, payload }));
  const touched = sheet.tables.filter((table) => intersect(table.area, area) !== null);
  const forTables = touched.flatMap((table) =>
    [table.id, sheet.id, WORKBOOK_TARGET].map((target) => ({
      type: EVENT.tableChanged,
      target,
      payload: { ...payload, tableId: table.id },
    })),
  );
  return [...forSheets, ...forTables];
}

function changePayload(change: SheetChange): OfficeEvent["payload"] {
  const { sheet, area, source, changeType = "RangeEdited", before } = change;
  return {
    changeType,
    source: source === "remote" ? "Remote" : "Local",
    worksheetId: sheet.id,
    address: areaAddress(area),
    triggerSource: source === "addin" ? "ThisLocalAddin" : "Unknown",
    shiftDirection: "None",
    referenceId: eventReference(sheet, area),
    ...(before === undefined ? {} : details(before, sheet.cell(area.row, area.column))),
  };
}

/** Only one edited cell has details; a paste over several has none (R36). */
function details(before: Cell, after: Cell): OfficeEvent["payload"] {
  return {
    valueBefore: before.value,
    valueAfter: after.value,
    valueTypeBefore: valueType(before),
    valueTypeAfter: valueType(after),
  };
}

function selected({ active, selection }: Workbook, left: string | null): readonly OfficeEvent[] {
  const address = selection.map(areaAddress).join(",");
  const worksheetId = active.id;
  const both = (type: number, id: string): readonly OfficeEvent[] =>
    [id, WORKBOOK_TARGET].map((target) => ({ type, target, payload: { worksheetId: id } }));
  return [
    ...(left === null ? [] : [...both(EVENT.deactivated, left), ...both(EVENT.activated, active.id)]),
    ...[active.id, WORKBOOK_TARGET].map((target) => ({
      type: EVENT.selection,
      target,
      payload: { worksheetId, address },
    })),
    ...active.tables.map((table) => {
      const inside = selection.flatMap((area: Area) => intersect(area, table.area) ?? []);
      const payload = { worksheetId, tableId: table.id, address: inside.map(areaAddress).join(",") };
      return { type: EVENT.tableSelection, target: table.id, payload };
    }),
  ];
}
