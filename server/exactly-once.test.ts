/** Everything that may go wrong around a press, round after round: nothing is lost and nothing is made twice. */
import SqliteFile from "better-sqlite3";
import { Client } from "pg";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { batchSchema, pressProgressSchema, type Batch } from "../shared/wire/batch.ts";
import { orderPageSchema } from "../shared/wire/order.ts";
import { engineName, freshPlace, type FreshPlace } from "../test/support/fresh-place.ts";
import { startServiceProcess, type ServiceProcess } from "../test/support/service-process.ts";

let fresh: FreshPlace;
let running: ServiceProcess[] = [];
beforeEach(async () => {
  fresh = await freshPlace();
  running = [];
});
afterEach(async () => {
  await Promise.all(running.map((service) => service.end("SIGTERM")));
  await fresh.remove();
});

const tally = { rounds: 0, faults: 0, lost: 0, duplicated: 0 };

/** Each round tells what is on the books and what ought to be. */
function count(is: number, ought: number, faults = 1): void {
  tally.rounds += 1;
  tally.faults += faults;
  tally.lost += Math.max(0, ought - is);
  tally.duplicated += Math.max(0, is - ought);
}

afterAll(() => {
  const { rounds, faults, lost, duplicated } = tally;
  console.log(
    `exactly once on ${engineName()}: ${rounds} rounds, ${faults} faults injected, ${lost} lost, ${duplicated} duplicated`,
  );
  expect(rounds).toBeGreaterThan(30);
  expect({ lost, duplicated }).toEqual({ lost: 0, duplicated: 0 });
});

async function start(options: Parameters<typeof startServiceProcess>[1] = {}): Promise<ServiceProcess> {
  const service = await startServiceProcess(fresh.place, options);
  running.push(service);
  return service;
}

interface Press {
  readonly key: string;
  readonly document: string;
  readonly rows?: number;
}

function send({ base }: ServiceProcess, { key, document, rows = 20 }: Press): Promise<Response> {
  const line = { item: "CHAIR-OAK", quantity: "3", document };
  const lines = Array.from({ length: rows }, (_, at) => ({ ...line, row: at + 2, line: String(at + 1) }));
  const headers = { "content-type": "application/json", connection: "close" };
  return fetch(`${base}/batches`, { method: "POST", headers, body: JSON.stringify({ key, lines }) });
}

async function press(service: ServiceProcess, one: Press): Promise<Batch> {
  return batchSchema.parse(await (await send(service, one)).json());
}

const keyOf = (name: string, round: number): string => `${name}-${String(round).padStart(12, "0")}`;

async function orders({ base }: ServiceProcess): Promise<number> {
  let found = 0;
  for (let after: string | null = ""; after !== null;) {
    const query = after === "" ? "" : `&after=${after}`;
    const answer = await fetch(`${base}/manufacturing-orders?limit=500${query}`);
    const page = orderPageSchema.parse(await answer.json());
    found += page.orders.length;
    after = page.next;
  }
  return found;
}

test("two planners with the same rows at the same instant: each row belongs to one, the other sees whose it is", async () => {
  const services = [await start(), await start()] as const;
  for (let round = 1; round <= 15; round += 1) {
    const document = `SO-${round}`;
    const batches = await Promise.all(
      services.map((service, at) =>
        press(service, { key: keyOf(`planner-${at}`, round), document, rows: 5 }),
      ),
    );
    count(await orders(services[0]), round * 5);
    const refused = batches.flatMap(({ rows }) => rows).filter((row) => row.outcome === "refused");
    expect(refused.map((row) => row.problems[0]?.code)).toEqual(
      Array.from({ length: 5 }, () => "already-covered"),
    );
    expect(refused[0]?.problems[0]?.message).toMatch(/are on MO-\d+ \(/);
  }
}, 120_000);

test("one press sent many times at once to two services, and after a lost answer, is made once", async () => {
  const services = [await start(), await start()] as const;
  for (let round = 1; round <= 6; round += 1) {
    const one = { key: keyOf("many-times", round), document: `SO-${round}` };
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, at) => press(services[at % 2 === 0 ? 0 : 1], one)),
    );
    expect(new Set(answers.map((batch) => JSON.stringify(batch))).size).toBe(1);
    await send(services[0], one).then((answer) => answer.body?.cancel());
    count(await orders(services[1]), round * 20, 13);
  }
}, 120_000);

test("killed at every stage of a press, a service leaves all of it or nothing, and the retry completes it", async () => {
  const ROWS = 600;
  const stages = ["unknown 0", "waiting 0", "planning 0", "planning 100", "planning 200", "planning 350"];
  stages.push("writing 0", "writing 450", "done 0");
  let service = await start();
  for (const [at, stage] of stages.entries()) {
    const one = { key: keyOf("killed", at), document: `SO-${at}`, rows: ROWS };
    const answer = send(service, one).catch(() => null);
    await reaches(service, one.key, stage);
    await service.end("SIGKILL");
    await answer;
    service = await start();
    expect([at * ROWS, (at + 1) * ROWS]).toContain(await orders(service));
    expect((await press(service, one)).created).toBe(ROWS);
    count(await orders(service), (at + 1) * ROWS);
  }
}, 240_000);

/** Until the press is that far, or over. */
async function reaches({ base }: ServiceProcess, key: string, wanted: string): Promise<void> {
  const [stage, rows] = wanted.split(" ");
  const order = ["unknown", "waiting", "planning", "writing", "done"];
  for (;;) {
    const answer = await fetch(`${base}/batches/by-key/${key}/progress`).catch(() => null);
    if (answer === null) return;
    const { state, done } = pressProgressSchema.parse(await answer.json());
    const ahead = order.indexOf(state) - order.indexOf(stage ?? "");
    if (ahead > 0 || (ahead === 0 && done >= Number(rows))) return;
  }
}

test("given up at any moment, a press is made whole or not at all, and its answer says which", async () => {
  const service = await start();
  let made = 0;
  for (let round = 1; round <= 8; round += 1) {
    const one = { key: keyOf("given-up", round), document: `SO-${round}`, rows: 300 };
    const pressed = press(service, one);
    await new Promise((resolve) => setTimeout(resolve, round * 12));
    await fetch(`${service.base}/batches/by-key/${one.key}/cancel`, { method: "POST" });
    made += (await pressed).created;
    count(await orders(service), made);
  }
}, 120_000);

test("a database that somebody else holds for a moment makes presses wait, not fail (R62)", async () => {
  const service = await start();
  for (let round = 1; round <= 3; round += 1) {
    const release = await holdDatabase();
    const pressed = [1, 2].map((part) =>
      press(service, { key: keyOf(`busy-${part}`, round), document: `SO-${round}-${part}` }),
    );
    await new Promise((resolve) => setTimeout(resolve, 700));
    await release();
    expect((await Promise.all(pressed)).map(({ created }) => created)).toEqual([20, 20]);
    count(await orders(service), round * 40);
  }
}, 120_000);

/** Holds the write lock of the database; the answer lets it go. */
async function holdDatabase(): Promise<() => Promise<void>> {
  if (engineName() === "postgres") {
    const client = new Client(fresh.place);
    await client.connect();
    await client.query("begin; lock table counter in exclusive mode");
    return () => client.end();
  }
  const file = new SqliteFile(fresh.place);
  file.exec("begin immediate");
  return () => {
    file.close();
    return Promise.resolve();
  };
}

// The files of PostgreSQL belong to its server: what is full there is somebody else's disk.
if (engineName() === "sqlite")
  test("a disk that is full makes nothing, says so, and the retry makes it once when there is room", async () => {
    const roomy = await start();
    await press(roomy, { key: keyOf("before", 1), document: "SO-0" });
    await roomy.end("SIGTERM");
    const full = await start({ largestFileKb: 900 });
    const one = { key: keyOf("full-disk", 1), document: "SO-1", rows: 3_000 };
    const answer = await send(full, one).catch(() => null);
    expect(answer?.status ?? 500).toBeGreaterThanOrEqual(500);
    await full.end("SIGKILL");
    const again = await start();
    expect(await orders(again)).toBe(20);
    expect((await press(again, one)).created).toBe(3_000);
    count(await orders(again), 3_020);
  }, 120_000);
