import { describe, expect, test } from "vitest";
import type { DraftLine } from "../../shared/row/draft-line.ts";
import type { Intake } from "../../shared/intake/intake.ts";
import { rowChanges } from "./row-changes.ts";

const chairs: DraftLine = {
  row: 2,
  kind: "manual",
  item: "CHAIR-OAK",
  quantity: "130",
  store: "MAIN",
  needDate: "2027-03-19",
  document: "",
  line: "",
  notes: "",
};
const tables: DraftLine = { ...chairs, row: 3, item: "TABLE-160", quantity: "4" };

function sheetWith(lines: readonly DraftLine[], id = "s1"): Intake {
  return {
    sheet: { id, name: "Shortages" },
    tableId: null,
    headingRow: 1,
    columns: {},
    own: {},
    firstColumn: 0,
    lastColumn: 6,
    ignoredHeadings: [],
    identities: new Map(),
    problems: [],
    made: [],
    skipped: { blank: 0, totals: 0, unasked: 0, hidden: 0 },
    firstUnasked: null,
    questions: [],
    lines,
  };
}

describe("between the preview and the press", () => {
  const previewed = sheetWith([chairs, tables]);

  test("rows that say the same are the same, in whatever order they are read", () => {
    expect(rowChanges(previewed, sheetWith([{ ...tables }, { ...chairs }]))).toEqual([]);
  });

  test("each field that says something else is named with both values", () => {
    expect(rowChanges(previewed, sheetWith([{ ...chairs, quantity: "7", notes: "fair" }, tables]))).toEqual([
      { kind: "changed", row: 2, field: "quantity", before: "130", now: "7" },
      { kind: "changed", row: 2, field: "notes", before: "", now: "fair" },
    ]);
  });

  test("rows that went and rows that came are named", () => {
    expect(rowChanges(previewed, sheetWith([chairs, { ...tables, row: 4 }]))).toEqual([
      { kind: "gone", row: 3 },
      { kind: "new", row: 4 },
    ]);
  });

  test("the same rows of another sheet are other rows", () => {
    expect(rowChanges(sheetWith([chairs]), sheetWith([chairs], "s2"))).toEqual([
      { kind: "gone", row: 2 },
      { kind: "new", row: 2 },
    ]);
  });
});
