/** Excel.Table. */
import { HostError } from "../host-error.ts";
import type { Area } from "../model/area.ts";
import type { Table } from "../model/table.ts";
import type { Workbook } from "../model/workbook.ts";
import { areaOf, booleanOf, sameName, textOf, tableFor } from "./arguments.ts";
import { autoFilterObject } from "./auto-filter.ts";
import { EVENT, eventMethods } from "./event-types.ts";
import type { HostContext } from "./host-context.ts";
import {
  missing,
  NOTHING,
  object,
  type HostObject,
  type Json,
  type Methods,
  type Setters,
} from "./host-object.ts";
import { rangeObject } from "./range.ts";
import { tableColumnsObject } from "./table-columns.ts";
import { tableRowsObject } from "./table-rows.ts";
import { requireMovable, requireUnprotected } from "./writable.ts";

export function tableObject(context: HostContext, table: Table): HostObject {
  const range = (area: Area): HostObject => rangeObject(context, table.sheet, area);
  const whole = { on: () => table.filter, remove: () => undefined };
  return {
    type: "Table",
    identity: { Id: table.id },
    scalars: {
      Id: () => table.id,
      LegacyId: () => table.id,
      Name: () => table.name,
      ShowHeaders: () => table.showHeaders,
      ShowTotals: () => table.showTotals,
      ...looks(table).scalars,
    },
    setters: { ...setters(context.workbook, table), ...looks(table).setters },
    links: {
      AutoFilter: () =>
        autoFilterObject({ filter: table.filter, rangeOf: (filter) => range(filter.area), ...whole }),
      Columns: () => tableColumnsObject(context, table),
      Rows: () => tableRowsObject(context, table),
      Worksheet: () => context.worksheet(table.sheet),
    },
    methods: { ...ranges(table, range), ...changes({ context, table, range }), ...events(context, table) },
  };
}

/** Remembered by the sheet with its formats, under the table's id. */
function looks(table: Table) {
  const defaults = {
    Style: "TableStyleMedium2",
    ShowFilterButton: true,
    ShowBandedRows: true,
    ShowBandedColumns: false,
    HighlightFirstColumn: false,
    HighlightLastColumn: false,
  };
  const at = { row: 0, column: 0, rowCount: 1, columnCount: 1 };
  const key = (name: string): string => `${table.id}.${name}`;
  const entries = Object.entries(defaults);
  const scalars = entries.map(([name, otherwise]) => {
    const read = (): Json => table.sheet.formats.get(at, key(name), otherwise);
    return [name, read] as const;
  });
  const sets = entries.map(([name, otherwise]) => {
    const set = (given: Json): void =>
      table.sheet.formats.set(
        at,
        key(name),
        typeof otherwise === "boolean" ? booleanOf(given) : textOf(given),
      );
    return [name, set] as const;
  });
  return { scalars: Object.fromEntries(scalars), setters: Object.fromEntries(sets) };
}

function setters(workbook: Workbook, table: Table): Setters {
  return {
    Name: (given) => {
      const name = textOf(given);
      const isTaken = workbook.tables().some((other) => other !== table && sameName(other.name, name));
      if (isTaken) throw new HostError("ItemAlreadyExists", `There is a table "${name}" already.`);
      if (!/^[\p{L}_\\][\p{L}\p{N}_.]*$/u.test(name))
        throw new HostError("InvalidArgument", `A table cannot be called "${name}".`);
      table.name = name;
    },
    ShowHeaders: (given) => {
      if (booleanOf(given) !== table.showHeaders) throw missing({ type: "Table" }, "set ShowHeaders");
    },
    ShowTotals: (given) => {
      requireUnprotected(table.sheet);
      showTotals(table, booleanOf(given));
    },
  };
}

/** The totals row is put below the table, and taken away again. */
function showTotals(table: Table, isWanted: boolean): void {
  if (isWanted === table.showTotals) return;
  const below = { ...table.area, row: table.area.row + table.area.rowCount, rowCount: 1 };
  if (isWanted) {
    const { area } = table;
    table.sheet.insert({ at: below, axis: "rows" }, "addin");
    table.area = { ...area, rowCount: area.rowCount + 1 };
    table.sheet.write(below, [["Total"]], "addin");
  } else {
    table.sheet.delete({ at: table.totals, axis: "rows" }, "addin");
  }
  table.showTotals = isWanted;
}

function ranges(table: Table, range: (area: Area) => HostObject): Methods {
  return {
    GetRange: () => object(range(table.area)),
    GetHeaderRowRange: () => object(range(table.headings)),
    GetDataBodyRange: () => object(range(table.body)),
    GetTotalRowRange: () => {
      if (!table.showTotals) throw new HostError("ItemNotFound", "The table has no totals row.");
      return object(range(table.totals));
    },
  };
}

interface TablePlace {
  readonly context: HostContext;
  readonly table: Table;
  readonly range: (area: Area) => HostObject;
}

function changes({ context: { workbook }, table, range }: TablePlace): Methods {
  return {
    ClearFilters: () => {
      table.filter.clear();
      return NOTHING;
    },
    ReapplyFilters: () => {
      table.filter.reapply();
      return NOTHING;
    },
    ConvertToRange: () => {
      requireUnprotected(table.sheet);
      workbook.removeTable(table);
      return object(range(table.area));
    },
    Delete: () => {
      const shift = { at: table.area, axis: "rows" as const };
      requireMovable(table.sheet, shift);
      workbook.removeTable(table);
      table.sheet.write(table.area, tableFor("", table.area), "addin");
      return NOTHING;
    },
    Resize: (given) => {
      requireUnprotected(table.sheet);
      const area = areaOf(given);
      if (area.row !== table.area.row)
        throw new HostError("InvalidArgument", "The headings of a table stay in their row.");
      const more = area.row + area.rowCount - (table.area.row + table.area.rowCount);
      table.area = more > 0 ? { ...area, rowCount: area.rowCount - more } : area;
      if (more > 0) table.takeIn(more, "addin");
      table.sheet.changed(area, "addin", "layout");
      return NOTHING;
    },
  };
}

function events({ events: registrations }: HostContext, table: Table): Methods {
  const types = { DataChanged: EVENT.tableChanged, SelectionChanged: EVENT.tableSelection };
  return eventMethods(registrations, table.id, types);
}
