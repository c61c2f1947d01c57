import { expect, test } from "vitest";
import { daysWords, instantWords, momentsWords } from "./date-words.ts";

test("two moments of one day name the day once", () => {
  expect(momentsWords("2026-11-30T08:00", "2026-11-30T08:17")).toBe("2026-11-30 08:00–08:17");
  expect(momentsWords("2026-11-30T16:00", "2026-12-01T09:30")).toBe("2026-11-30 16:00 → 2026-12-01 09:30");
});

test("two days that are the same are one", () => {
  expect(daysWords("2026-11-30", "2026-11-30")).toBe("2026-11-30");
  expect(daysWords("2026-11-30", "2026-12-02")).toBe("2026-11-30 → 2026-12-02");
});

test("an instant is told in the style of every other date", () => {
  expect(instantWords("2026-11-30T08:05:00.000Z")).toMatch(/^2026-(11-30|12-01|11-29) \d\d:\d\d$/);
});
