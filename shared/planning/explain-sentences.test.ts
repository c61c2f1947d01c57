import { describe, expect, test } from "vitest";
import { explanationSentence } from "./explain-sentences.ts";

describe("an explanation", () => {
  const material = { component: "SCREW", isFixed: "false", scrap: "0", through: "", unit: "EA" };

  test.each([
    [
      "says what a material comes to",
      { per: "8", of: "24", quantity: "192" },
      "SCREW: 8 each × 24 = 192 EA.",
    ],
    [
      "says that it was rounded up only where it was",
      { per: "8.16", of: "24", quantity: "196", scrap: "2" },
      "SCREW: 8.16 each × 24, rounded up to 196 EA, including 2 % scrap.",
    ],
    [
      "says of a fixed material that it is taken once",
      { per: "2", of: "24", quantity: "2", isFixed: "true" },
      "SCREW: 2 EA for the whole MO.",
    ],
  ])("%s", (_name, params, sentence) => {
    expect(explanationSentence({ code: "material", params: { ...material, ...params } })).toBe(sentence);
  });

  test.each(["two for the showroom", "two for the showroom."])(
    "ends with one full stop, however its reason was typed: %s",
    (reason) => {
      const params = { document: "SO-7", line: "2", reason };
      expect(explanationSentence({ code: "over-reason", params })).toBe(
        "More is made than SO-7 line 2 asks for. The reason given: two for the showroom.",
      );
    },
  );

  test("counts one operation and one day as one", () => {
    const params = { scheduleDate: "2027-03-10", dueDate: "2027-03-11", needDate: "", calendar: "WEEK" };
    const operation = {
      code: "by-operations",
      params: { ...params, operations: "1", minutes: "30" },
    } as const;
    expect(explanationSentence(operation)).toMatch(/^1 operation takes 30 min/);
    const lead = { code: "by-lead-time", params: { ...params, days: "1" } } as const;
    expect(explanationSentence(lead)).toMatch(/^Lead time of 1 working day \(/);
  });
});
