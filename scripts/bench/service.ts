/** A service of its own on a fresh file, with 100 items of ten materials and three operations each, listening on loopback. */
import { serve } from "@hono/node-server";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pino from "pino";
import { createApp } from "../../server/app.ts";
import { Feed } from "../../server/feed/feed.ts";
import { RunningJobs } from "../../server/jobs/running-jobs.ts";
import { openDatabase, type Database } from "../../server/store/open-database.ts";
import type { Ports } from "../../server/use-cases/ports.ts";
import { importCatalog } from "../../server/use-cases/import-catalog.ts";
import { usualConventions } from "../../shared/planning/conventions.ts";
import { ZERO } from "../../shared/quantity/decimal.ts";
import { knownDate } from "../../shared/quantity/calendar-date.ts";

export const TODAY = knownDate("2027-03-10");
const ITEMS = 100;
const PARTS = 200;
const LINES = 10;

export interface BenchService {
  readonly base: string;
  readonly file: string;
  readonly folder: string;
  readonly close: () => Promise<void>;
}

export async function startBenchService(): Promise<BenchService> {
  const folder = mkdtempSync(join(tmpdir(), "mo-planner-bench-"));
  const file = join(folder, "bench.sqlite");
  const database = await openDatabase(file);
  const ports = portsOn(database);
  await fillCatalog(ports);
  const { server, port } = await listen(ports);
  return {
    base: `http://127.0.0.1:${port}/api/v1`,
    file,
    folder,
    close: async () => {
      server.close();
      await database.close();
      rmSync(folder, { recursive: true });
    },
  };
}

function portsOn(database: Database): Ports {
  return {
    database,
    clock: { now: () => `${TODAY}T08:00:00.000Z`, today: () => TODAY },
    jobs: new RunningJobs(),
    feed: new Feed(),
    log: pino({ level: "silent" }),
    conventions: usualConventions,
    overProductionPercent: ZERO,
    version: "bench",
  };
}

async function fillCatalog(ports: Ports): Promise<void> {
  const encoder = new TextEncoder();
  const files = Object.entries(catalog()).map(([name, text]) => ({
    name: `${name}.csv`,
    bytes: encoder.encode(text),
  }));
  const request = { files, mapping: null, strict: true, dryRun: false, actor: "bench" };
  const report = await importCatalog(ports, request);
  if (!report.applied) throw new Error(JSON.stringify(report.problems[0]));
}

interface Listening {
  readonly server: ReturnType<typeof serve>;
  readonly port: number;
}

function listen(ports: Ports): Promise<Listening> {
  const app = createApp(ports, { apiTokens: [], localActor: "Ana", workbench: false });
  return new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }, ({ port }) =>
      resolve({ server, port }),
    );
  });
}

function catalog(): Readonly<Record<string, string>> {
  const all = (count: number, row: (index: number) => string): string =>
    Array.from({ length: count }, (_, index) => row(index)).join("\n");
  const lines = (item: number): string =>
    all(LINES, (line) => `ITEM-${item},A,PART-${(item * 7 + line * 13) % PARTS},${1 + (line % 4)}`);
  const steps = (item: number): string =>
    [1, 2, 3].map((step) => `ITEM-${item},A,${step * 10},WC-${step},15,2.5`).join("\n");
  return {
    units: "code,description,decimals\nEA,Each,0",
    stores: "code,makes,default\nMAIN,yes,yes",
    locations: "code,output\nFG,yes",
    "work-centers": "code,capacity\nWC-1,4\nWC-2,4\nWC-3,4",
    items: `number,make\n${all(ITEMS, (item) => `ITEM-${item},yes`)}\n${all(PARTS, (part) => `PART-${part},no`)}`,
    boms: `item,revision,component,quantity\n${all(ITEMS, lines)}`,
    routings: `item,revision,position,work center,setup minutes,run minutes\n${all(ITEMS, steps)}`,
    stock: `item,available\n${all(PARTS, (part) => `PART-${part},${part * 10}`)}`,
  };
}
