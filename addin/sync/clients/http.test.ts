import { afterEach, beforeEach, expect, test } from "vitest";
import {
  hangs,
  refusesWith,
  serveWithDoor,
  type ServedService,
} from "../../../test/support/serve-with-door.ts";
import { NO_RULES_CHOSEN } from "../../../shared/wire/lines.ts";
import { httpAt, whyNot } from "./http.ts";
import { createServiceClient } from "./service-client.ts";

let served: ServedService;
beforeEach(async () => {
  served = await serveWithDoor();
});
afterEach(() => served.close());

const impatient = () => createServiceClient(httpAt(served.base, { quick: 60, long: 90, none: null }));
const line = { row: 2, kind: "manual", item: "CHAIR-OAK", quantity: "1" } as const;
const blank = { store: "", needDate: "", document: "", line: "", notes: "" };
const planRequest = { lines: [{ ...line, ...blank }], rules: NO_RULES_CHOSEN };

test("a preview and news that are never answered count as lost after a while (R53)", async () => {
  served.guard(hangs);
  const client = impatient();
  expect(await client.plan(planRequest)).toEqual({
    kind: "unreachable",
    why: "no answer within 0.09 seconds",
  });
  expect(await client.events(0)).toMatchObject({ kind: "unreachable" });
});

test("an answer that begins and never ends counts as lost too", async () => {
  served.guard(() => Promise.resolve(new Response(new ReadableStream(), { status: 200 })));
  expect(await impatient().events(0)).toMatchObject({ kind: "unreachable" });
});

test("a press is waited for without a limit, and can be taken back", async () => {
  served.guard(hangs);
  const takeBack = new AbortController();
  const request = { key: "press-that-hangs-01", ...planRequest, fingerprints: [] };
  const source = { workbook: "", sheet: "" };
  const pressed = impatient().createBatch({ ...request, source }, takeBack.signal);
  const first = await Promise.race([pressed, new Promise((resolve) => setTimeout(resolve, 200, "waiting"))]);
  expect(first).toBe("waiting");
  takeBack.abort();
  expect(await pressed).toMatchObject({ kind: "unreachable" });
});

test("why there is no answer is said by the service where it said anything", async () => {
  served.guard(() => Promise.resolve(refusesWith(401, "unauthorized")));
  const client = createServiceClient(httpAt(served.base));
  const refused = await client.service();
  expect(refused.kind !== "answered" && whyNot(refused)).toBe("Refused: unauthorized.");
  served.guard(() => Promise.resolve(refusesWith(502)));
  const away = await client.service();
  expect(away.kind !== "answered" && whyNot(away)).toBe("The service cannot be reached.");
});
