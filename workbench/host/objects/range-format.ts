/** Excel.RangeFormat and what hangs on it: kept by the sheet for each area, and read back from there. */
import type { Area } from "../model/area.ts";
import type { CellValue } from "../model/cell.ts";
import type { Sheet } from "../model/sheet.ts";
import { cellValue } from "./arguments.ts";
import { NOTHING, type HostObject, type Methods } from "./host-object.ts";
import { requireUnprotected } from "./writable.ts";

type Defaults = Readonly<Record<string, CellValue>>;

const FORMAT: Defaults = {
  ColumnWidth: 64,
  RowHeight: 15,
  WrapText: false,
  ShrinkToFit: false,
  AutoIndent: false,
  HorizontalAlignment: "General",
  VerticalAlignment: "Bottom",
  IndentLevel: 0,
  TextOrientation: 0,
};
const FILL: Defaults = { Color: "#FFFFFF" };
const FONT: Defaults = {
  Name: "Calibri",
  Size: 11,
  Color: "#000000",
  Bold: false,
  Italic: false,
  Strikethrough: false,
  Underline: "None",
};
const PROTECTION: Defaults = { Locked: true, FormulaHidden: false };

interface Part {
  readonly sheet: Sheet;
  readonly area: Area;
  readonly type: string;
  /** Sets the names of one part apart from those of another. */
  readonly prefix: string;
  readonly defaults: Defaults;
}

export function rangeFormat(sheet: Sheet, area: Area): HostObject {
  const nothing = () => NOTHING;
  return {
    ...part({ sheet, area, type: "RangeFormat", prefix: "", defaults: FORMAT }),
    links: {
      Fill: () => fill(sheet, area),
      Font: () => part({ sheet, area, type: "RangeFont", prefix: "Font.", defaults: FONT }),
      Protection: () =>
        part({ sheet, area, type: "FormatProtection", prefix: "Protection.", defaults: PROTECTION }),
    },
    methods: { AutofitColumns: nothing, AutofitRows: nothing },
  };
}

function fill(sheet: Sheet, area: Area): HostObject {
  const methods: Methods = {
    Clear: () => {
      sheet.formats.set(area, "Fill.Color", "#FFFFFF");
      return NOTHING;
    },
  };
  return { ...part({ sheet, area, type: "RangeFill", prefix: "Fill.", defaults: FILL }), methods };
}

function part({ sheet, area, type, prefix, defaults }: Part): HostObject {
  const entries = Object.entries(defaults);
  return {
    type,
    scalars: Object.fromEntries(
      entries.map(([name, otherwise]) => [name, () => sheet.formats.get(area, prefix + name, otherwise)]),
    ),
    setters: Object.fromEntries(
      entries.map(([name, otherwise]) => [
        name,
        (given) => {
          requireUnprotected(sheet);
          sheet.formats.set(area, prefix + name, cellValue(given) ?? otherwise);
        },
      ]),
    ),
  };
}
