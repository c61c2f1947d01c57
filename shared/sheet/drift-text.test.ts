import { describe, expect, test } from "vitest";
import type { DemandDrift } from "../wire/drift.ts";
import { driftNote, withNote } from "./drift-text.ts";

const drift: DemandDrift = {
  number: "MO-0000013",
  link: "regular",
  document: "SO-7",
  line: "2",
  status: "released",
  unit: "EA",
  was: "24",
  is: "30",
  wasNeeded: "2027-03-12",
  isNeeded: "2027-03-10",
};
const NOTE = "Demand changed: 24 → 30 EA, needed 2027-03-12 → 2027-03-10 (SO-7 line 2).";

describe("a change of demand, as the row says it,", () => {
  test.each<[string, Partial<DemandDrift>, string]>([
    ["names old and new quantity and day", {}, NOTE],
    [
      "leaves out the day when it is the same",
      { isNeeded: "2027-03-12" },
      "Demand changed: 24 → 30 EA (SO-7 line 2).",
    ],
    [
      "leaves out the quantity when it is the same",
      { is: "24", isNeeded: null },
      "Demand changed: needed 2027-03-12 → no date (SO-7 line 2).",
    ],
    [
      "says how much was shipped when that leaves less to be made",
      { is: "24", isNeeded: "2027-03-12", done: { was: "8", is: "20" } },
      "Demand changed: 8 → 20 EA shipped from other stock (SO-7 line 2).",
    ],
    [
      "names the item and the store that it is for by now",
      {
        is: "24",
        isNeeded: "2027-03-12",
        item: { was: "CHAIR-OAK", is: "TABLE-180" },
        store: { was: "MAIN", is: "EAST" },
      },
      "Demand changed: CHAIR-OAK → TABLE-180, MAIN → EAST (SO-7 line 2).",
    ],
    [
      "says that nobody wants it any more",
      { status: "cancelled" },
      "Demand cancelled: 24 EA are no longer wanted (SO-7 line 2).",
    ],
  ])("%s", (...[, more, expected]) => {
    expect(driftNote([{ ...drift, ...more }])).toBe(expected);
  });

  test("stands behind what the cell says already, takes its own place again, and goes without a trace", () => {
    const late = "Finished on 2027-03-14, 2 days after it is needed (2027-03-12).";
    const noted = withNote(late, NOTE);
    expect(noted).toBe(`${late} ${NOTE}`);
    expect(withNote(noted, NOTE)).toBe(noted);
    expect(withNote(noted, "")).toBe(late);
    expect(withNote(withNote("", NOTE), "")).toBe("");
  });
});
