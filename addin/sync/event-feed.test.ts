/** News of the service: told by a stream that only says that there is more, fetched by position, and never missed. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { refusesWith, serveWithDoor, type ServedService } from "../../test/support/serve-with-door.ts";
import { httpAt } from "./clients/http.ts";
import { createServiceClient } from "./clients/service-client.ts";
import { followEvents, type Connection } from "./event-feed.ts";

let served: ServedService;
let closed: AbortController;
let connections: Connection[];
let kinds: string[];
beforeEach(async () => {
  [closed, connections, kinds] = [new AbortController(), [], []];
  served = await serveWithDoor();
});
afterEach(async () => {
  closed.abort();
  await served.close();
});

function follow(firstWordMs?: number): void {
  void followEvents({
    client: createServiceClient(httpAt(served.base)),
    after: 0,
    signal: closed.signal,
    onEvents: (events) => kinds.push(...events.map(({ kind }) => kind)),
    onConnection: (connection) => connections.push(connection),
    ...(firstWordMs !== undefined && { firstWordMs }),
  });
}

const make = (key: string) =>
  served.service.send("/batches", { key, lines: [{ row: 2, item: "CHAIR-OAK", quantity: "1" }] });
const isNews = (path: string): boolean => path === "/events";
const created = () => kinds.filter((kind) => kind === "order-created").length;

test("news whose fetch failed comes all the same, though nothing else happens after it", async () => {
  follow();
  await expect.poll(() => connections).toContain("live");
  let failures = 0;
  served.guard((request, pass) => {
    const isFirst = isNews(new URL(request.url).pathname.replace("/api/v1", "")) && failures === 0;
    failures += isFirst ? 1 : 0;
    return isFirst ? Promise.resolve(refusesWith(502)) : pass();
  });
  await make("press-of-somebody-1");
  await expect.poll(created).toBe(1);
  expect(failures).toBe(1);
});

test("a stream that never begins to speak is not trusted: news is asked for instead", async () => {
  served.guard((request, pass) => (request.url.includes("/stream") ? new Promise(() => undefined) : pass()));
  follow(100);
  await expect.poll(() => connections).toContain("polling");
  await make("press-of-somebody-2");
  await expect.poll(created).toBe(1);
});
