/** Excel.TableColumnCollection and its columns. */
import { HostError } from "../host-error.ts";
import { cellArea, type Area } from "../model/area.ts";
import type { CellValue } from "../model/cell.ts";
import type { Table } from "../model/table.ts";
import {
  isAbsent,
  isHostObject,
  isList,
  numberOf,
  sameName,
  shownKey,
  tableFor,
  textOf,
} from "./arguments.ts";
import type { HostContext } from "./host-context.ts";
import { NOTHING, object, value, type Argument, type HostObject } from "./host-object.ts";
import { rangeObject } from "./range.ts";
import { requireMovable, requireUnprotected } from "./writable.ts";

export function tableColumnsObject(context: HostContext, table: Table): HostObject {
  const at = (index: number): HostObject => columnObject(context, table, index);
  const find = (key: Argument): number =>
    typeof key === "number"
      ? table.columnIds.indexOf(key)
      : table.columnNames().findIndex((name) => sameName(name, shownKey(key)));
  const orRefuse = (index: number, key: Argument): HostObject => {
    if (table.columnIds[index] === undefined)
      throw new HostError("ItemNotFound", `The table has no column "${shownKey(key)}".`);
    return at(index);
  };
  return {
    type: "TableColumnCollection",
    scalars: { Count: () => table.columnIds.length },
    items: () => table.columnIds.map((_, index) => at(index)),
    item: (key) => orRefuse(find(key), key),
    methods: {
      GetCount: () => value(table.columnIds.length),
      GetItemAt: (index) => object(orRefuse(numberOf(index), index)),
      GetItemOrNullObject: (key) => object(find(key) < 0 ? null : at(find(key))),
      Add: (index, values, name) => object(at(addColumn(table, [index, values, name]))),
    },
  };
}

/** -1 and nothing are the right edge. */
function addColumn(table: Table, [given, values, name]: readonly Argument[]): number {
  requireUnprotected(table.sheet);
  const last = table.columnIds.length;
  const index = isAbsent(given) || given === -1 ? last : numberOf(given);
  if (index < 0 || index > last) throw new HostError("InvalidArgument", "The table has no such place.");
  const shift = table.shiftFor(index);
  if (shift !== null) requireMovable(table.sheet, shift);
  table.insertColumn(index, columnValues(table, values, name));
  return index;
}

/** Values with their heading, or a heading alone; a given name wins over the first value. */
function columnValues(table: Table, values: Argument, name: Argument): readonly (readonly CellValue[])[] {
  const heading = isAbsent(name) ? freeHeading(table) : textOf(name);
  if (isAbsent(values)) return [[heading]];
  if (isHostObject(values) || !isList(values))
    throw new HostError("InvalidArgument", "Values were expected.");
  const rows = tableFor(values, { ...table.area, columnCount: 1 }).map((row) =>
    row.map((cell) => cell ?? ""),
  );
  return isAbsent(name) ? rows : [[heading], ...rows.slice(1)];
}

function freeHeading(table: Table): string {
  const taken = new Set(table.columnNames());
  let number = 1;
  while (taken.has(`Column${String(number)}`)) number += 1;
  return `Column${String(number)}`;
}

function columnObject(context: HostContext, table: Table, index: number): HostObject {
  const id = table.columnIds[index] ?? 0;
  const part = (area: Area): Area => ({ ...area, column: area.column + index, columnCount: 1 });
  const range = (area: Area): HostObject => rangeObject(context, table.sheet, part(area));
  return {
    type: "TableColumn",
    identity: { Id: id },
    scalars: {
      Id: () => id,
      Index: () => index,
      Name: () => table.columnNames()[index] ?? "",
      Values: () => table.sheet.map(part(table.area), (cell) => cell.value),
    },
    setters: {
      Name: (given) => {
        requireUnprotected(table.sheet);
        const { row, column } = table.area;
        table.sheet.write(cellArea(row, column + index), [[textOf(given)]], "addin");
      },
      Values: (given) => {
        requireUnprotected(table.sheet);
        table.sheet.write(part(table.area), tableFor(given, part(table.area)), "addin");
      },
    },
    methods: {
      GetRange: () => object(range(table.area)),
      GetHeaderRowRange: () => object(range(table.headings)),
      GetDataBodyRange: () => object(range(table.body)),
      Delete: () => {
        requireUnprotected(table.sheet);
        table.deleteColumn(index);
        return NOTHING;
      },
    },
  };
}
