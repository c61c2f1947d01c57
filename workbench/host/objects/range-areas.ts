/** Excel.RangeAreas: several areas of one sheet, as Ctrl selects them (R35). */
import type { Area } from "../model/area.ts";
import type { Sheet } from "../model/sheet.ts";
import type { HostContext } from "./host-context.ts";
import { object, value, type HostObject } from "./host-object.ts";
import { rangeObject } from "./range.ts";

export function rangeAreasObject(context: HostContext, sheet: Sheet, areas: readonly Area[]): HostObject {
  const cells = areas.reduce((sum, area) => sum + area.rowCount * area.columnCount, 0);
  const ranges = (): readonly HostObject[] => areas.map((area) => rangeObject(context, sheet, area));
  const collection: HostObject = {
    type: "RangeCollection",
    scalars: {},
    items: ranges,
    methods: {
      GetCount: () => value(areas.length),
      GetItemAt: (index) => object(ranges()[Number(index)] ?? null),
    },
  };
  return {
    type: "RangeAreas",
    scalars: {
      Address: () => areas.map((area) => sheet.address(area)).join(","),
      AreaCount: () => areas.length,
      CellCount: () => cells,
    },
    links: { Areas: () => collection, Worksheet: () => context.worksheet(sheet) },
  };
}
