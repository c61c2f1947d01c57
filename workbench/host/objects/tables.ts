/** Excel.TableCollection, of a sheet or of the whole workbook, and the tables found in a range. */
import { HostError } from "../host-error.ts";
import { intersect, type Area } from "../model/area.ts";
import { isBlank } from "../model/cell.ts";
import type { Sheet } from "../model/sheet.ts";
import type { Table } from "../model/table.ts";
import type { Workbook } from "../model/workbook.ts";
import { areaOf, booleanOf, isHostObject, numberOf, sameName, shownKey } from "./arguments.ts";
import { EVENT, eventMethods, WORKBOOK_TARGET } from "./event-types.ts";
import type { HostContext } from "./host-context.ts";
import { object, value, type Argument, type HostObject, type Methods } from "./host-object.ts";
import { tableObject } from "./table.ts";
import { requireUnprotected } from "./writable.ts";

/** Tables that can be looked for, but not added to. */
export function scopedTablesObject(context: HostContext, tables: readonly Table[]): HostObject {
  const find = (key: Argument): Table | undefined =>
    tables.find((table) => table.id === key || sameName(table.name, shownKey(key)));
  const orRefuse = (table: Table | undefined, key: Argument): HostObject => {
    if (table === undefined) throw new HostError("ItemNotFound", `There is no table "${shownKey(key)}".`);
    return tableObject(context, table);
  };
  return {
    type: "TableCollection",
    scalars: { Count: () => tables.length },
    items: () => tables.map((table) => tableObject(context, table)),
    item: (key) => orRefuse(find(key), key),
    methods: {
      GetCount: () => value(tables.length),
      GetFirst: () => object(orRefuse(tables[0], 0)),
      GetItemAt: (index) => object(orRefuse(tables[numberOf(index)], index)),
      GetItemOrNullObject: (key) => {
        const found = find(key);
        return object(found === undefined ? null : tableObject(context, found));
      },
    },
  };
}

/** Null is the workbook. */
export function tablesObject(context: HostContext, sheet: Sheet | null): HostObject {
  const { workbook } = context;
  const scoped = scopedTablesObject(context, sheet === null ? workbook.tables() : sheet.tables);
  const added: Methods = {
    Add: (given, hasHeaders) => {
      const target = sheetOf(workbook, sheet, given);
      const table = addTable(workbook, target, { area: areaOf(given), hasHeaders: booleanOf(hasHeaders) });
      return object(tableObject(context, table));
    },
    ...eventMethods(context.events, sheet?.id ?? WORKBOOK_TARGET, {
      DataChanged: EVENT.tableChanged,
      Added: EVENT.tableAdded,
      Deleted: EVENT.tableDeleted,
    }),
  };
  return { ...scoped, methods: { ...scoped.methods, ...added } };
}

/** A range knows its sheet, an address may name one, and otherwise it is the collection's or the active one. */
function sheetOf(workbook: Workbook, sheet: Sheet | null, given: Argument): Sheet {
  if (isHostObject(given)) return given.range?.sheet ?? workbook.active;
  const [, quoted, plain] = /^(?:'((?:[^']|'')+)'|([^!]+))!/.exec(shownKey(given)) ?? [];
  const name = quoted?.replaceAll("''", "'") ?? plain;
  if (name === undefined) return sheet ?? workbook.active;
  const named = workbook.sheets.find((other) => sameName(other.name, name));
  if (named === undefined) throw new HostError("ItemNotFound", `There is no sheet "${name}".`);
  return named;
}

interface Wanted {
  readonly area: Area;
  readonly hasHeaders: boolean;
}

function addTable(workbook: Workbook, sheet: Sheet, { area, hasHeaders }: Wanted): Table {
  requireUnprotected(sheet);
  if (sheet.tables.some((table) => intersect(table.area, area) !== null))
    throw new HostError("InvalidArgument", "A table cannot overlap another one.");
  if (!hasHeaders) sheet.insert({ at: { ...area, rowCount: 1 }, axis: "rows" }, "addin");
  const whole = hasHeaders ? area : { ...area, rowCount: area.rowCount + 1 };
  nameColumns(sheet, { ...whole, rowCount: 1 });
  return workbook.addTable(sheet, { ...whole, rowCount: Math.max(2, whole.rowCount) }, newName(workbook));
}

/** Every column of a table has a heading: empty ones become "Column1", "Column2", ... */
function nameColumns(sheet: Sheet, headings: Area): void {
  const empty = sheet.map(headings, (cell, _row, column) => (isBlank(cell) ? [column] : [])).flat(2);
  empty.forEach((column) => {
    const name = `Column${String(column - headings.column + 1)}`;
    sheet.write({ row: headings.row, column }, [[name]], "addin");
  });
}

function newName(workbook: Workbook): string {
  const taken = new Set(workbook.tables().map((table) => table.name));
  let number = 1;
  while (taken.has(`Table${String(number)}`)) number += 1;
  return `Table${String(number)}`;
}
