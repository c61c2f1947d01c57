/** Excel.RangeAreas: several areas of one sheet, as Ctrl selects them (R35). */
import { HostError } from "../host-error.ts";
import { COLUMNS, intersect, type Area } from "../model/area.ts";
import type { Sheet } from "../model/sheet.ts";
import { SPECIAL_KINDS, specialCells } from "../model/special-cells.ts";
import { areaOf, numberOf, wordOf } from "./arguments.ts";
import type { HostContext } from "./host-context.ts";
import { object, value, type HostObject, type Methods } from "./host-object.ts";
import { rangeObject } from "./range.ts";

/** Longer lists of addresses are cut by Excel (R33). */
const LONGEST_ADDRESS = 8_192;

export function rangeAreasObject(context: HostContext, sheet: Sheet, areas: readonly Area[]): HostObject {
  const cells = areas.reduce((sum, area) => sum + area.rowCount * area.columnCount, 0);
  const address = (): string =>
    areas
      .map((area) => sheet.address(area))
      .join(",")
      .slice(0, LONGEST_ADDRESS);
  return {
    type: "RangeAreas",
    scalars: {
      Address: address,
      AddressLocal: address,
      AreaCount: () => areas.length,
      CellCount: () => cells,
      IsEntireRow: () => areas.every((area) => area.columnCount === COLUMNS),
    },
    links: {
      Areas: () => rangeCollection(areas.map((area) => rangeObject(context, sheet, area))),
      Worksheet: () => context.worksheet(sheet),
    },
    methods: others(context, sheet, areas),
  };
}

function rangeCollection(ranges: readonly HostObject[]): HostObject {
  return {
    type: "RangeCollection",
    scalars: {},
    items: () => ranges,
    methods: {
      GetCount: () => value(ranges.length),
      GetItemAt: (index) => {
        const found = ranges[numberOf(index)];
        if (found === undefined) throw new HostError("InvalidArgument", "There is no such area.");
        return object(found);
      },
    },
  };
}

/** Other areas on the same sheet; none is a null object. */
function others(context: HostContext, sheet: Sheet, areas: readonly Area[]): Methods {
  const orNull = (found: readonly Area[]) => object(found.length === 0 ? null : context.areas(sheet, found));
  return {
    GetEntireRow: () =>
      object(
        context.areas(
          sheet,
          areas.map((area) => ({ ...area, column: 0, columnCount: COLUMNS })),
        ),
      ),
    GetIntersectionOrNullObject: (given) =>
      orNull(areas.flatMap((area) => intersect(area, areaOf(given)) ?? [])),
    GetSpecialCellsOrNullObject: (kind) =>
      orNull(areas.flatMap((area) => specialCells(sheet, area, wordOf(kind, SPECIAL_KINDS)))),
    GetUsedRangeAreasOrNullObject: (valuesOnly) => {
      const used = sheet.usedArea(valuesOnly === true);
      return orNull(used === null ? [] : areas.flatMap((area) => intersect(area, used) ?? []));
    },
  };
}
