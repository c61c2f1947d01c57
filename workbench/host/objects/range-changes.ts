/** Methods of a range that change the sheet, or what is selected. */
import { cellArea, intersect } from "../model/area.ts";
import type { Axis } from "../model/shift.ts";
import { tableFor, wordOf } from "./arguments.ts";
import { NOTHING, object, type Argument, type Methods } from "./host-object.ts";
import type { RangePlace } from "./range-place.ts";
import { requireMovable, requireUnprotected, requireWritable } from "./writable.ts";

export function rangeChanges(place: RangePlace): Methods {
  return { ...contents(place), ...moves(place), ...merges(place) };
}

function contents({ context, sheet, area }: RangePlace): Methods {
  return {
    Select: () => {
      context.workbook.select(sheet, [area]);
      return NOTHING;
    },
    /** Formats are kept: what is cleared of them does not show in the stand-in. */
    Clear: (applyTo) => {
      requireWritable(sheet, area);
      const what = wordOf(applyTo ?? "All", ["All", "Contents", "Formats"]);
      const used = sheet.usedArea();
      const filled = used === null ? null : intersect(used, area);
      if (what !== "Formats" && filled !== null) sheet.write(filled, tableFor("", filled), "addin");
      if (what !== "Contents" && filled !== null)
        sheet.format(filled, general(filled.rowCount, filled.columnCount));
      return NOTHING;
    },
  };
}

function general(rows: number, columns: number): readonly (readonly string[])[] {
  return Array.from({ length: rows }, () => Array.from({ length: columns }, () => "General"));
}

/** Excel's words for where the other cells go, as the axis they move along. */
function axisOf(given: Argument, rows: string, columns: string): Axis {
  return wordOf(given, [rows, columns]) === rows ? "rows" : "columns";
}

function moves({ sheet, area, range }: RangePlace): Methods {
  return {
    Insert: (given) => {
      const shift = { at: area, axis: axisOf(given, "Down", "Right") };
      requireMovable(sheet, shift);
      sheet.insert(shift, "addin");
      return object(range(area));
    },
    Delete: (given) => {
      const shift = { at: area, axis: axisOf(given, "Up", "Left") };
      requireMovable(sheet, shift);
      sheet.delete(shift, "addin");
      return NOTHING;
    },
  };
}

/** Only the first cell of a merge keeps its value (R50). */
function merges({ sheet, area }: RangePlace): Methods {
  return {
    Merge: () => {
      requireUnprotected(sheet);
      const first = cellArea(area.row, area.column);
      const kept = sheet.map(first, (cell) => cell.formula ?? cell.value);
      sheet.write(area, tableFor("", area), "addin");
      sheet.write(first, kept, "addin");
      sheet.mergedAreas.push(area);
      return NOTHING;
    },
    Unmerge: () => {
      requireUnprotected(sheet);
      const others = sheet.mergedAreas.filter((merged) => intersect(merged, area) === null);
      sheet.mergedAreas.splice(0, Infinity, ...others);
      return NOTHING;
    },
  };
}
