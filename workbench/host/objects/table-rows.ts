/** Excel.TableRowCollection and its rows. The add-in itself never adds rows to a user's table (R38). */
import { HostError } from "../host-error.ts";
import type { Area } from "../model/area.ts";
import type { CellValue } from "../model/cell.ts";
import type { Table } from "../model/table.ts";
import { isAbsent, isList, numberOf, tableFor } from "./arguments.ts";
import type { HostContext } from "./host-context.ts";
import {
  missing,
  NOTHING,
  object,
  value,
  type Argument,
  type HostObject,
  type Methods,
} from "./host-object.ts";
import { rangeObject } from "./range.ts";
import { requireUnprotected } from "./writable.ts";

export function tableRowsObject(context: HostContext, table: Table): HostObject {
  const at = (index: number): HostObject => rowObject(context, table, index);
  return {
    type: "TableRowCollection",
    scalars: { Count: () => table.body.rowCount },
    items: () => Array.from({ length: table.body.rowCount }, (_, index) => at(index)),
    methods: {
      GetCount: () => value(table.body.rowCount),
      GetItemAt: (index) => object(at(existing(table, index))),
      ...changes(table, at),
    },
  };
}

function changes(table: Table, at: (index: number) => HostObject): Methods {
  return {
    Add: (given, values) => {
      requireUnprotected(table.sheet);
      const end = table.body.rowCount;
      const index = isAbsent(given) || given === -1 ? end : numberOf(given);
      if (index < 0 || index > end) throw new HostError("InvalidArgument", "The table has no such place.");
      table.insertRows(index, rowsOf(table, values));
      return object(at(index));
    },
    DeleteRows: (given) => {
      if (!isList(given) || !given.every((row) => typeof row === "number"))
        throw missing({ type: "TableRowCollection" }, "deleteRows by anything but numbers");
      requireUnprotected(table.sheet);
      const indexes = given.map((row) => existing(table, row)).toSorted((left, right) => right - left);
      for (const index of indexes) table.deleteRows(index, 1);
      return NOTHING;
    },
    DeleteRowsAt: (index, count) => {
      requireUnprotected(table.sheet);
      table.deleteRows(existing(table, index), numberOf(count, 1));
      return NOTHING;
    },
  };
}

function existing(table: Table, given: Argument): number {
  const index = numberOf(given);
  if (index < 0 || index >= table.body.rowCount)
    throw new HostError("ItemNotFound", `The table has no row ${String(index)}.`);
  return index;
}

/** Several rows, or one empty row. */
function rowsOf(table: Table, given: Argument): readonly (readonly CellValue[])[] {
  const width = table.area.columnCount;
  if (isAbsent(given)) return [Array.from({ length: width }, () => "")];
  if (!isList(given)) throw new HostError("InvalidArgument", "Rows of values were expected.");
  const rows = tableFor(given, { ...table.area, rowCount: given.length });
  return rows.map((row) => row.map((cell) => cell ?? ""));
}

function rowObject(context: HostContext, table: Table, index: number): HostObject {
  const area = (): Area => ({ ...table.body, row: table.body.row + index, rowCount: 1 });
  return {
    type: "TableRow",
    scalars: { Index: () => index, Values: () => table.sheet.map(area(), (cell) => cell.value) },
    setters: {
      Values: (given) => {
        requireUnprotected(table.sheet);
        table.sheet.write(area(), tableFor(given, area()), "addin");
      },
    },
    methods: {
      GetRange: () => object(rangeObject(context, table.sheet, area())),
      Delete: () => {
        requireUnprotected(table.sheet);
        table.deleteRows(index, 1);
        return NOTHING;
      },
    },
  };
}
