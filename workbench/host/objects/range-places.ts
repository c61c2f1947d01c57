/** Methods of a range that answer another place on the same sheet. */
import { HostError } from "../host-error.ts";
import { around, cellArea, COLUMNS, intersect, isOnSheet, ROWS, type Area } from "../model/area.ts";
import { surroundingRegion } from "../model/surrounding-region.ts";
import { areaOf, numberOf } from "./arguments.ts";
import { object, type Answer, type Argument, type Methods } from "./host-object.ts";
import type { RangePlace } from "./range-place.ts";

export function rangePlaces(place: RangePlace): Methods {
  return { ...within(place), ...beside(place), ...together(place), ...used(place) };
}

type At = (other: Area) => Answer;

function at({ range }: RangePlace): At {
  return (other) => {
    if (!isOnSheet(other)) throw new HostError("InvalidArgument", "There is no such range.");
    return object(range(other));
  };
}

/** GetCell and its like may reach outside of the range, as in Excel. */
function within(place: RangePlace): Methods {
  const { area } = place;
  const { row, column, rowCount, columnCount } = area;
  const go = at(place);
  return {
    GetCell: (r, c) => go(cellArea(row + numberOf(r), column + numberOf(c))),
    GetRow: (r) => go({ ...area, row: row + numberOf(r), rowCount: 1 }),
    GetColumn: (c) => go({ ...area, column: column + numberOf(c), columnCount: 1 }),
    GetLastCell: () => go(cellArea(row + rowCount - 1, column + columnCount - 1)),
    GetLastRow: () => go({ ...area, row: row + rowCount - 1, rowCount: 1 }),
    GetLastColumn: () => go({ ...area, column: column + columnCount - 1, columnCount: 1 }),
    GetEntireRow: () => go({ ...area, column: 0, columnCount: COLUMNS }),
    GetEntireColumn: () => go({ ...area, row: 0, rowCount: ROWS }),
    GetOffsetRange: (r, c) => go({ ...area, row: row + numberOf(r), column: column + numberOf(c) }),
    GetResizedRange: (r, c) =>
      go({ ...area, rowCount: rowCount + numberOf(r), columnCount: columnCount + numberOf(c) }),
    GetAbsoluteResizedRange: (r, c) => go({ ...area, rowCount: numberOf(r), columnCount: numberOf(c) }),
    // office.js writes more than 1,500 cells in pieces and asks first whether the whole has the right shape.
    _ValidateArraySize: (r, c) => {
      if (numberOf(r) !== rowCount || numberOf(c) !== columnCount)
        throw new HostError("InvalidArgument", "The values do not have the shape of the range.");
      return { value: null };
    },
  };
}

function beside(place: RangePlace): Methods {
  const { area } = place;
  const go = at(place);
  const rows = (row: number, rowCount: number): Answer => go({ ...area, row, rowCount });
  const columns = (column: number, columnCount: number): Answer => go({ ...area, column, columnCount });
  const one = (given: Argument): number => numberOf(given, 1);
  return {
    GetRowsAbove: (n) => rows(area.row - one(n), one(n)),
    GetRowsBelow: (n) => rows(area.row + area.rowCount, one(n)),
    GetColumnsBefore: (n) => columns(area.column - one(n), one(n)),
    GetColumnsAfter: (n) => columns(area.column + area.columnCount, one(n)),
  };
}

function together(place: RangePlace): Methods {
  const { area } = place;
  const go = at(place);
  return {
    GetBoundingRect: (given) => go(around(area, areaOf(given))),
    GetIntersection: (given) => {
      const both = intersect(area, areaOf(given));
      if (both === null) throw new HostError("ItemNotFound", "The ranges have nothing in common.");
      return go(both);
    },
    GetIntersectionOrNullObject: (given) => {
      const both = intersect(area, areaOf(given));
      return both === null ? object(null) : go(both);
    },
  };
}

function used(place: RangePlace): Methods {
  const { area, sheet } = place;
  const go = at(place);
  const find = (valuesOnly: Argument): Area | null => {
    const all = sheet.usedArea(valuesOnly === true);
    return all === null ? null : intersect(all, area);
  };
  return {
    GetUsedRange: (valuesOnly) => go(find(valuesOnly) ?? cellArea(area.row, area.column)),
    GetUsedRangeOrNullObject: (valuesOnly) => {
      const found = find(valuesOnly);
      return found === null ? object(null) : go(found);
    },
    GetSurroundingRegion: () => go(surroundingRegion(sheet, area)),
  };
}
