/** Where our columns are in a list, and those that are missing put at its right edge. */
import { ownColumns, type OwnColumn } from "../../shared/intake/intake.ts";
import { ownHeadings } from "../../shared/sheet/sheet-patch.ts";
import type { FoundRows } from "./find-rows-again.ts";
import type { Block } from "./write-blocks.ts";

export interface OwnPlaces {
  /** Sheet columns, from 0. */
  readonly places: Readonly<Record<OwnColumn, number>>;
  /** Headings still to be written. */
  readonly headings: readonly Block[];
}

/** At the right edge of the table, or of what is used beside the headings. */
export async function placeOwnColumns(context: Excel.RequestContext, found: FoundRows): Promise<OwnPlaces> {
  const { layout, table, headingRow, rightEdge, firstColumn } = found;
  const missing = ownColumns.filter((name) => layout.own[name] === undefined);
  const added =
    table === null ? missing.map((_, index) => rightEdge + index) : await addToTable(context, table, missing);
  const place = (name: OwnColumn): number => {
    const index = layout.own[name];
    return index === undefined ? (added[missing.indexOf(name)] ?? rightEdge) : firstColumn + index;
  };
  const headings = missing.map((name) => ({
    row: headingRow,
    column: place(name),
    values: [[ownHeadings[name]]],
  }));
  return {
    places: {
      orderNumber: place("orderNumber"),
      orderStatus: place("orderStatus"),
      orderMessage: place("orderMessage"),
    },
    headings: table === null ? headings : [],
  };
}

/**
 * In a trip of its own: columns that went with the first values would be lost when these are too much at once (R29).
 * Where they came to stand is asked in the same trip, as a planner may be adding columns at this moment.
 */
async function addToTable(
  context: Excel.RequestContext,
  table: Excel.Table,
  missing: readonly OwnColumn[],
): Promise<readonly number[]> {
  if (missing.length === 0) return [];
  const columns = missing.map((name) => table.columns.add(undefined, undefined, ownHeadings[name]));
  for (const column of columns) column.load("index");
  const range = table.getRange();
  range.load("columnIndex");
  await context.sync();
  return columns.map((column) => range.columnIndex + column.index);
}
