/** Everything that may go wrong around a press, round after round: nothing is lost and nothing is made twice. */
import SqliteFile from "better-sqlite3";
import { setTimeout as pause } from "node:timers/promises";
import { Client } from "pg";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { batchSchema, pressProgressSchema, type Batch } from "../shared/wire/batch.ts";
import { batchSummarySchema, batchUndoSchema } from "../shared/wire/batch-history.ts";
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
  return post(`${base}/batches`, { key, lines });
}

function post(address: string, body: object): Promise<Response> {
  const headers = { "content-type": "application/json", connection: "close" };
  return fetch(address, { method: "POST", headers, body: JSON.stringify(body) });
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

test("two planners with partly the same shortages, their quantities edited, at the same instant: each item is made once", async () => {
  const services = [await start(), await start()] as const;
  const items = ["CHAIR-OAK", "TABLE-180", "BENCH-140", "DESK-120", "CAB-2D"];
  for (let round = 1; round <= 8; round += 1) {
    const pressed = services.map(({ base }, at) => {
      const rows = items.slice(at, at + 4).map((item, index) => ({ item, row: index + 2, store: "MAIN" }));
      const quantity = String(900 + round + at * 2);
      const kind = (round + at) % 2 === 0 ? "shortage" : "snapshot";
      const lines = rows.map((row) => ({
        ...row,
        kind,
        quantity,
        ...(at === 1 && { needDate: "2099-12-31" }),
      }));
      return post(`${base}/batches`, { key: keyOf(`shortages-${at}`, round), lines });
    });
    const batches = await Promise.all(
      pressed.map(async (answer) => batchSchema.parse(await (await answer).json())),
    );
    count(await orders(services[0]), round * items.length, 3);
    const rows = batches.flatMap((batch) => batch.rows);
    const refused = rows.flatMap((row) => (row.outcome === "refused" ? row.problems : []));
    expect(refused.map(({ code }) => code)).toEqual(Array.from({ length: 3 }, () => "already-covered"));
    expect(refused[0]?.message).toMatch(/ will come from MO-\d+ \(/);
    const numbers = rows.flatMap((row) => (row.outcome === "created" ? [row.number] : []));
    await post(`${services[0].base}/manufacturing-orders/cancel`, { numbers });
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

test("killed in the middle of taking a batch back, a service leaves it whole or undone, and undoing again completes it", async () => {
  const ROWS = 600;
  let service = await start();
  for (const [at, moment] of [0, 8, 20, 35, 60].entries()) {
    const { number } = await press(service, { key: keyOf("undone", at), document: `SO-${at}`, rows: ROWS });
    const answer = undo(service, number).catch(() => null);
    await pause(moment);
    await service.end("SIGKILL");
    await answer;
    service = await start();
    const { state, cancelled } = await batchNow(service, number);
    expect([`done, 0`, `undone, ${ROWS}`]).toContain(`${state}, ${cancelled}`);
    await undo(service, number);
    count((await batchNow(service, number)).cancelled, ROWS);
  }
}, 240_000);

function undo({ base }: ServiceProcess, batch: string): Promise<Response> {
  return post(`${base}/batches/${batch}/undo`, {});
}

/** Its state, and how many of its orders are cancelled. */
async function batchNow({ base }: ServiceProcess, batch: string) {
  const { state } = batchSummarySchema.parse(await (await fetch(`${base}/batches/${batch}/summary`)).json());
  const { cancelled } = batchUndoSchema.parse(await (await fetch(`${base}/batches/${batch}/undo`)).json());
  return { state, cancelled: cancelled.length };
}

test("killed while a press is being cancelled, a service has made all of it or nothing, and its retry says which", async () => {
  const ROWS = 600;
  let service = await start();
  let made = 0;
  const stages = ["waiting 0", "planning 100", "planning 350", "writing 450"];
  for (const [at, stage] of stages.entries()) {
    const one = { key: keyOf("cancelled", at), document: `SO-${at}`, rows: ROWS };
    const answer = send(service, one).catch(() => null);
    await reaches(service, one.key, stage);
    const cancelled = fetch(`${service.base}/batches/by-key/${one.key}/cancel`, { method: "POST" });
    await Promise.race([cancelled.catch(() => null), pause(at * 4)]);
    await service.end("SIGKILL");
    await Promise.all([answer, cancelled.catch(() => null)]);
    service = await start();
    expect([made, made + ROWS]).toContain(await orders(service));
    const retried = await press(service, one);
    expect([`cancelled, 0`, `done, ${ROWS}`]).toContain(`${retried.state}, ${retried.created}`);
    made += retried.created;
    count(await orders(service), made);
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
    await pause(round * 12);
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
    await pause(700);
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
if (engineName() === "sqlite") {
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

  test("a disk that fills in the middle of a large press keeps nothing of it, the service writes on, and the retry makes it once", async () => {
    const limits = [3_000, 12_000, 24_000];
    const large = { key: keyOf("filling", 1), document: "SO-1", rows: 20_000 };
    for (const [at, largestFileKb] of limits.entries()) {
      const service = await start({ largestFileKb });
      const before = rowsOfTables();
      expect((await send(service, large)).status).toBe(500);
      expect(rowsOfTables()).toEqual(before);
      const small = { key: keyOf("small", at), document: `SO-S${at}`, rows: 1 };
      expect((await press(service, small)).created).toBe(1);
      count(await orders(service), at + 1);
      await service.end("SIGTERM");
    }
    const roomy = await start();
    expect((await press(roomy, large)).created).toBe(20_000);
    count(await orders(roomy), limits.length + 20_000, 0);
  }, 240_000);
}

/** How many there are of everything, and what was counted up to. */
function rowsOfTables(): ReadonlyMap<string, string> {
  const file = new SqliteFile(fresh.place, { readonly: true });
  const told = (query: string): string => JSON.stringify(file.prepare(query).raw().all());
  const names = file.prepare("select name from sqlite_master where type = 'table'").pluck().all().map(String);
  const rows = new Map(names.map((name) => [name, told(`select count(*) from "${name}"`)]));
  rows.set("counted", told("select name, value from counter order by name"));
  file.close();
  return rows;
}
