import { describe, expect, test } from "vitest";
import { problemCodes } from "./problem.ts";
import { problemSentence } from "./problem-sentences.ts";

/** As a person typed them, with full stops of their own. */
const params = { why: "It is so.", reason: "Two for the window.", item: "CHAIR", unit: "EA", wanted: "32" };

describe("what is said about a row", () => {
  test.each(problemCodes)("is a sentence and what to do, each with one full stop: %s", (code) => {
    const value = code === "press-refused" ? "The press was refused." : "7";
    const { message, fix } = problemSentence({ code, value, params });
    for (const sentence of [message, fix]) expect(sentence).toMatch(/^["\dA-Z].*[^.]\.$/);
    expect(`${message} ${fix}`).not.toMatch(/(?<!there) is no (?!longer)|\bundefined\b/i);
  });

  test.each([
    ["sales-order", "8 of 32 EA are shipped, 24 of 32 EA are on MO-7: nothing is left to make."],
    ["purchase-order", "8 of 32 EA are received, 24 of 32 EA are on MO-7: nothing is left to make."],
  ])("says by its own word what of a %s need not be made any more", (kind, message) => {
    const figures = {
      kind,
      wanted: "32",
      done: "8",
      covered: "24",
      remaining: "0",
      unit: "EA",
      orders: "MO-7",
    };
    const problem = { code: "already-covered", value: "32", params: figures } as const;
    expect(problemSentence(problem).message).toBe(message);
  });
});
