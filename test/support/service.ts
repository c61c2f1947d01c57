/** The real service on a real SQLite file, in this process, with a clock that stands still. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pino from "pino";
import { createApp, type AppConfig } from "../../server/app.ts";
import type { Clock } from "../../server/clock.ts";
import { seedDemo } from "../../server/demo/seed-demo.ts";
import { Feed } from "../../server/feed/feed.ts";
import { openDatabase } from "../../server/store/open-database.ts";
import type { Ports } from "../../server/use-cases/ports.ts";
import { usualConventions } from "../../shared/planning/conventions.ts";
import { knownDate } from "../../shared/quantity/calendar-date.ts";

export const TODAY = knownDate("2027-03-10");

export interface TestService {
  readonly ports: Ports;
  readonly app: ReturnType<typeof createApp>;
  /** Sends JSON, or asks when there is nothing to send. */
  readonly send: (path: string, body?: unknown) => Promise<{ status: number; body: unknown }>;
  readonly close: () => Promise<void>;
}

const LOCAL: AppConfig = { apiTokens: [], localActor: "Ana", workbench: false };

const STANDING: Clock = { now: () => `${TODAY}T08:00:00.000Z`, today: () => TODAY };

/** With the demo factory in it. */
export async function startService(
  config: Partial<AppConfig> = {},
  clock: Clock = STANDING,
): Promise<TestService> {
  const folder = mkdtempSync(join(tmpdir(), "mo-planner-"));
  const database = await openDatabase(join(folder, "test.sqlite"));
  const ports: Ports = {
    database,
    clock,
    feed: new Feed(),
    log: pino({ level: "silent" }),
    conventions: usualConventions,
    version: "test",
  };
  await seedDemo(ports);
  const app = createApp(ports, { ...LOCAL, ...config });
  return {
    ports,
    app,
    send: async (path, body) => {
      const headers = { "content-type": "application/json" };
      const init = body === undefined ? {} : { method: "POST", headers, body: JSON.stringify(body) };
      const response = await app.request(`/api/v1${path}`, init);
      return { status: response.status, body: await response.json() };
    },
    close: async () => {
      await database.close();
      rmSync(folder, { recursive: true });
    },
  };
}
