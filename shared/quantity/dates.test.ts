import { describe, expect, test } from "vitest";
import {
  addDays,
  calendarDate,
  dateFromSerial,
  daysBetween,
  isCalendarDate,
  knownDate,
} from "./calendar-date.ts";
import { parseDate } from "./parse-date.ts";

describe("calendar dates", () => {
  test("days that do not exist are no dates", () => {
    expect(isCalendarDate("2027-02-29")).toBe(false);
    expect(calendarDate(2027, 4, 31)).toBeNull();
    expect(calendarDate(2028, 2, 29)).toBe("2028-02-29");
  });

  test("an Excel serial is the day Excel shows, whatever the time of day (R44)", () => {
    expect(dateFromSerial(46357)).toBe("2026-12-01");
    expect(dateFromSerial(46357.99)).toBe("2026-12-01");
    expect(dateFromSerial(61)).toBe("1900-03-01");
    expect(dateFromSerial(60)).toBeNull();
    expect(dateFromSerial(-5)).toBeNull();
    expect(dateFromSerial(1e9)).toBeNull();
  });

  test("days are counted across months, years and clock changes", () => {
    expect(addDays(knownDate("2027-03-27"), 2)).toBe("2027-03-29");
    expect(addDays(knownDate("2027-01-01"), -1)).toBe("2026-12-31");
    expect(daysBetween(knownDate("2026-10-24"), knownDate("2026-10-26"))).toBe(2);
  });
});

describe("dates as text", () => {
  test.each([
    ["2027-03-31", "2027-03-31"],
    ["2027-03-31T00:00:00Z", "2027-03-31"],
    ["2027/3/31", "2027-03-31"],
    ["31 Mar 2027", "2027-03-31"],
    ["31-March-2027", "2027-03-31"],
    ["Mar 31, 2027", "2027-03-31"],
    ["30 Sept. 2027", "2027-09-30"],
    ["30 Juni 2027", "2027-06-30"],
    ["12/31/2027", "2027-12-31"],
    ["31.12.2027", "2027-12-31"],
    ["05/05/2027", "2027-05-05"],
  ])("%s is %s without asking", (text, date) => {
    expect(parseDate(text, null)).toEqual({ kind: "date", date });
  });

  test("03/04/2027 is asked about, then read as chosen (R44)", () => {
    expect(parseDate("03/04/2027", null)).toEqual({ kind: "ambiguous" });
    expect(parseDate("03/04/2027", "month-first")).toEqual({ kind: "date", date: "2027-03-04" });
    expect(parseDate("03/04/2027", "day-first")).toEqual({ kind: "date", date: "2027-04-03" });
  });

  test.each(["soon", "31/31/2027", "2027-13-01", "12/31", "45 Foo 2027", "5 Marchxx 2027", "5 Marsh 2027"])(
    "%s is not a date",
    (text) => {
      expect(parseDate(text, null)).toEqual({ kind: "unreadable" });
    },
  );
});
