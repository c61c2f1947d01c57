import { expect, test } from "vitest";
import { demandSteps } from "./explain-demand.ts";
import { explanationSentence } from "./explain-sentences.ts";

test("an order that makes more than its line has of it says how much is for stock", () => {
  const wanted = { item: "BENCH-140", quantity: "9", unit: "EA", store: "MAIN", needDate: "2027-03-26" };
  const line = { kind: "sales-order", document: "SO-20421", line: "3", quantity: "4", reason: "" };
  expect(demandSteps({ ...wanted, shares: [line] }).map(explanationSentence)).toEqual([
    "Wanted: 9 EA of BENCH-140 in MAIN by 2027-03-26.",
    "Of these, 4 EA for SO-20421 line 3.",
    "Of these, 5 EA for stock.",
  ]);
});
