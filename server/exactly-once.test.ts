import { spawn, type ChildProcess } from "node:child_process";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { batchSchema } from "../shared/wire/batch.ts";
import { eventPageSchema, type EventPage } from "../shared/wire/events.ts";
import { orderPageSchema } from "../shared/wire/order.ts";
import { freshPlace, type FreshPlace } from "../test/support/fresh-place.ts";

const REPOSITORY = fileURLToPath(new URL("..", import.meta.url));
const ROWS = 400;
let fresh: FreshPlace;

beforeEach(async () => {
  fresh = await freshPlace();
});

afterEach(() => fresh.remove());

interface Running {
  readonly process: ChildProcess;
  readonly base: string;
}

/** The real process on a real database; port 0 takes any free one, and the welcome tells which. */
function startProcess(database: string): Promise<Running> {
  const environment = { MO_PLANNER_PORT: "0", MO_PLANNER_DATABASE: database, MO_PLANNER_WORKBENCH: "no" };
  const child = spawn(process.execPath, ["--import", "tsx", "server/main.ts"], {
    cwd: REPOSITORY,
    env: { ...process.env, ...environment },
  });
  return new Promise((resolve, reject) => {
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      const found = /http:\/\/localhost:(\d+)\/docs/.exec(output)?.[1];
      if (found !== undefined) resolve({ process: child, base: `http://127.0.0.1:${found}/api/v1` });
    });
    child.once("exit", () => reject(new Error(`The service ended: ${output}`)));
  });
}

function end({ process: child }: Running, signal: NodeJS.Signals): Promise<void> {
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.kill(signal);
  });
}

function press(base: string, key: string): Promise<Response> {
  const lines = Array.from({ length: ROWS }, (_, index) => ({
    row: index + 2,
    item: "CHAIR-OAK",
    quantity: "3",
    document: key,
    line: String(index),
  }));
  return fetch(`${base}/batches`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ key, lines }),
  });
}

async function countOrders(base: string): Promise<number> {
  let count = 0;
  for (let after: string | null = ""; after !== null;) {
    const page = orderPageSchema.parse(
      await (
        await fetch(`${base}/manufacturing-orders?limit=500${after === "" ? "" : `&after=${after}`}`)
      ).json(),
    );
    count += page.orders.length;
    after = page.next;
  }
  return count;
}

test("a service killed at any moment of a create leaves all of it or nothing, and the retry completes it once", async () => {
  const database = fresh.place;
  let running = await startProcess(database);
  const rounds = 8;
  for (let round = 1; round <= rounds; round += 1) {
    const key = `killed-press-${String(round).padStart(6, "0")}`;
    const before = await countOrders(running.base);
    const answer = press(running.base, key).catch(() => null);
    // From before the request arrives to after it was answered.
    await new Promise((resolve) => setTimeout(resolve, round * 14));
    await end(running, "SIGKILL");
    await answer;
    running = await startProcess(database);
    const left = await countOrders(running.base);
    expect([before, before + ROWS]).toContain(left);
    const retried = batchSchema.parse(await (await press(running.base, key)).json());
    expect(retried.created).toBe(ROWS);
    expect(await countOrders(running.base)).toBe(before + ROWS);
  }
  expect(await countOrders(running.base)).toBe(rounds * ROWS);
  await end(running, "SIGTERM");
}, 180_000);

test("two services on one database share it: the same press on both makes its orders once (R62)", async () => {
  const [one, other] = await Promise.all([startProcess(fresh.place), startProcess(fresh.place)]);
  for (let round = 1; round <= 5; round += 1) {
    const key = `shared-press-${String(round).padStart(6, "0")}`;
    const answers = await Promise.all(
      [one, other, one, other].map(async ({ base }) =>
        batchSchema.parse(await (await press(base, key)).json()),
      ),
    );
    expect(new Set(answers.map((batch) => JSON.stringify(batch))).size).toBe(1);
  }
  expect(await countOrders(one.base)).toBe(5 * ROWS);
  await Promise.all([end(one, "SIGTERM"), end(other, "SIGTERM")]);
}, 120_000);

test("a reader who follows the log by position while two services write misses no event (R53)", async () => {
  const [one, other] = await Promise.all([startProcess(fresh.place), startProcess(fresh.place)]);
  const services = [one, other];
  const followed: number[] = [];
  const writing = Promise.all(
    services.map(async ({ base }, service) => {
      for (let round = 1; round <= 6; round += 1) await press(base, `followed-press-${service}-${round}`);
    }),
  );
  const until = { isDone: false };
  void writing.then(() => (until.isDone = true));
  for (let turn = 0; ; turn += 1) {
    const wasDone = until.isDone;
    const { events } = await eventsAfter(services[turn % 2]?.base ?? "", followed.at(-1) ?? 0);
    followed.push(...events.map((event) => event.position));
    if (wasDone && events.length === 0) break;
  }
  await writing;
  const inLog: number[] = [];
  for (let more = true; more;) {
    const page = await eventsAfter(one.base, inLog.at(-1) ?? 0);
    inLog.push(...page.events.map((event) => event.position));
    more = page.more;
  }
  expect(followed).toEqual(inLog);
  expect(inLog.length).toBeGreaterThanOrEqual(12 * (ROWS + 1));
  await Promise.all(services.map((service) => end(service, "SIGTERM")));
}, 120_000);

async function eventsAfter(base: string, after: number): Promise<EventPage> {
  return eventPageSchema.parse(await (await fetch(`${base}/events?after=${after}&limit=1000`)).json());
}
