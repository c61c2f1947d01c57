import { expect, test } from "vitest";
import { inSteps } from "./in-steps.ts";

function* counting(steps: number, busyMs: number): Generator<undefined, number, undefined> {
  for (let step = 0; step < steps; step += 1) {
    for (const until = performance.now() + busyMs; performance.now() < until;);
    yield;
  }
  return steps;
}

test("long work lets others have their turn in between, and answers in the end", async () => {
  let turns = 0;
  const others = setInterval(() => (turns += 1), 0);
  expect(await inSteps(counting(20, 5), () => true)).toBe(20);
  clearInterval(others);
  expect(turns).toBeGreaterThan(2);
});

test("work that nobody wants any more is given up", async () => {
  expect(await inSteps(counting(1_000, 5), () => false)).toBeNull();
});
