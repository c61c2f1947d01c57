/** Excel.Table, its columns, and the collections of them. */
import { HostError } from "../host-error.ts";
import type { Area } from "../model/area.ts";
import { parseArea } from "../model/area.ts";
import type { Table } from "../model/table.ts";
import { isHostObject, isList, numberOf, shownKey, tableFor, textOf } from "./arguments.ts";
import { EVENT, eventMethods } from "./events.ts";
import type { HostContext } from "./host-context.ts";
import { object, value, type Argument, type HostObject, type Json } from "./host-object.ts";
import { rangeObject } from "./range.ts";

export function tableObject(context: HostContext, table: Table): HostObject {
  const range = (area: Area): HostObject => rangeObject(context, table.sheet, area);
  return {
    type: "Table",
    identity: { Id: table.id },
    scalars: {
      Id: () => table.id,
      LegacyId: () => table.id,
      Name: () => table.name,
      ShowHeaders: () => true,
      ShowTotals: () => table.showTotals,
      ShowFilterButton: () => true,
      Style: () => "TableStyleMedium2",
    },
    links: { Columns: () => columnsObject(context, table), Worksheet: () => context.worksheet(table.sheet) },
    methods: {
      GetRange: () => object(range(table.area)),
      GetHeaderRowRange: () => object(range(table.headings)),
      GetDataBodyRange: () => object(range(table.body)),
      GetTotalRowRange: () => object(range(table.totals)),
      ...eventMethods(context.events, table.id, { DataChanged: EVENT.tableChanged }),
    },
  };
}

export function tablesObject(context: HostContext, tables: readonly Table[]): HostObject {
  const find = (key: Argument): Table | undefined =>
    tables.find((table) => table.id === key || table.name === key);
  return {
    type: "TableCollection",
    scalars: { Count: () => tables.length },
    items: () => tables.map((table) => tableObject(context, table)),
    item: (key) => {
      const found = find(key);
      if (found === undefined) throw new HostError("ItemNotFound", `There is no table "${shownKey(key)}".`);
      return tableObject(context, found);
    },
    methods: {
      GetCount: () => value(tables.length),
      GetFirst: () => {
        const [first] = tables;
        if (first === undefined) throw new HostError("ItemNotFound", "There is no table.");
        return object(tableObject(context, first));
      },
      GetItemOrNullObject: (key) => {
        const found = find(key);
        return object(found === undefined ? null : tableObject(context, found));
      },
      Add: (given) => {
        const sheet = context.workbook.active;
        const area = isHostObject(given) ? given.range?.area : parseArea(textOf(given));
        if (area === undefined || area === null)
          throw new HostError("InvalidArgument", "A table needs a range.");
        const name = `Table${String(sheet.tables.length + 1)}`;
        return object(tableObject(context, context.workbook.addTable(sheet, area, name)));
      },
    },
  };
}

function columnsObject(context: HostContext, table: Table): HostObject {
  const at = (index: number): HostObject => columnObject(context, table, index);
  const find = (key: Json): number =>
    table.columnNames().findIndex((name, index) => name === key || index + 1 === key);
  return {
    type: "TableColumnCollection",
    scalars: { Count: () => table.area.columnCount },
    items: () => table.columnNames().map((_, index) => at(index)),
    item: (key) => {
      const index = find(key);
      if (index < 0) throw new HostError("ItemNotFound", `The table has no column "${shownKey(key)}".`);
      return at(index);
    },
    methods: {
      GetCount: () => value(table.area.columnCount),
      GetItemAt: (index) => object(at(numberOf(index))),
      GetItemOrNullObject: (key) => {
        const index = isHostObject(key) || key === undefined ? -1 : find(key);
        return object(index < 0 ? null : at(index));
      },
      Add: (index, values, name) => {
        if (table.sheet.isProtected) throw new HostError("AccessDenied", "The sheet is protected.");
        if (index !== undefined && index !== null && index !== -1 && index !== table.area.columnCount) {
          throw new HostError("NotImplemented", "TableColumnCollection.add in the middle of a table");
        }
        return object(at(table.addColumn(newName(table, name), newValues(table, values))));
      },
    },
  };
}

function newName(table: Table, given: Argument): string {
  return given === undefined || given === null
    ? `Column${String(table.area.columnCount + 1)}`
    : textOf(given);
}

function newValues(table: Table, given: Argument): (string | number | boolean)[][] | null {
  if (given === undefined || given === null || isHostObject(given) || !isList(given)) return null;
  const rows = tableFor(given, { ...table.area, columnCount: 1 });
  return rows.map((row) => row.map((cell) => cell ?? ""));
}

function columnObject(context: HostContext, table: Table, index: number): HostObject {
  const column = (area: Area): HostObject =>
    rangeObject(context, table.sheet, { ...area, column: table.area.column + index, columnCount: 1 });
  return {
    type: "TableColumn",
    identity: { Id: index + 1 },
    scalars: { Id: () => index + 1, Index: () => index, Name: () => table.columnNames()[index] ?? "" },
    methods: {
      GetRange: () => object(column(table.area)),
      GetHeaderRowRange: () => object(column(table.headings)),
      GetDataBodyRange: () => object(column(table.body)),
    },
  };
}
