import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { sideBySide } from "./side-by-side.ts";

test("both answers come when both have ended", async () => {
  expect(await sideBySide(Promise.resolve("planned"), Promise.resolve(3))).toEqual(["planned", 3]);
});

test("when one fails, nobody hears of it before the other has ended: it must not write any more", async () => {
  let isWriting = true;
  const writing = pause(30).then(() => {
    isWriting = false;
  });
  await expect(sideBySide(Promise.reject(new Error("cancelled")), writing)).rejects.toThrow("cancelled");
  expect(isWriting).toBe(false);
});
