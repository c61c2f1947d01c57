import { afterEach, beforeEach, expect, test } from "vitest";
import { readStream } from "../../test/support/event-stream.ts";
import { KEY, pressCreate, rows } from "../../test/support/press-create.ts";
import { serviceOn, startService, type TestService } from "../../test/support/service.ts";
import { lastPosition } from "../use-cases/read-events.ts";

let one: TestService;
let other: TestService;

beforeEach(async () => {
  one = await startService();
  other = await serviceOn(one.place);
});

afterEach(async () => {
  await other.close();
  await one.close();
});

test("what one service writes is told to workbooks that listen at the other", async () => {
  const before = await lastPosition(one.ports);
  const stream = readStream(await other.app.request(`/api/v1/events/stream?after=${before}`));
  const told = stream.told();
  await pressCreate(one, { key: KEY, lines: rows });
  expect(await told).toEqual({ position: before + 3 });
  await stream.leave();
});

test("nobody looks at the log while nobody listens", async () => {
  const stream = readStream(await other.app.request("/api/v1/events/stream?after=0"));
  await stream.told();
  await stream.leave();
  await expect.poll(() => other.ports.feed.listeners).toBe(0);
  await other.close();
  // A look at the closed database would be a fault that nobody catches.
  await new Promise((resolve) => setTimeout(resolve, 1_200));
});
