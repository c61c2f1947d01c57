/** Starts the service: the only place that reads settings and builds things. */
import { serve } from "@hono/node-server";
import { readFileSync } from "node:fs";
import { createServer as createHttpsServer } from "node:https";
import pino from "pino";
import { createApp } from "./app.ts";
import { plantClock } from "./clock.ts";
import { readConfig, type Config } from "./config.ts";
import { seedDemo } from "./demo/seed-demo.ts";
import { Feed } from "./feed/feed.ts";
import { RunningJobs } from "./jobs/running-jobs.ts";
import { lastEventPosition } from "./store/event-store.ts";
import { openDatabase } from "./store/open-database.ts";
import type { Ports } from "./use-cases/ports.ts";
import { VERSION } from "./version.ts";
import { welcome } from "./welcome.ts";

async function main(): Promise<void> {
  const read = readConfig(process.env);
  if (!read.ok) {
    console.error(["The service was not started:", ...read.complaints].join("\n  "));
    process.exitCode = 2;
    return;
  }
  const { config } = read;
  const log = pino({ level: config.logLevel, base: null }, pino.destination({ dest: 2, sync: true }));
  const database = await openDatabase(config.database);
  const ports: Ports = {
    database,
    clock: plantClock(config.timeZone),
    jobs: new RunningJobs(),
    feed: new Feed(() => database.read(lastEventPosition)),
    log,
    conventions: config.conventions,
    overProductionPercent: config.overProductionPercent,
    version: VERSION,
  };
  const seeded = config.demo && (await seedDemo(ports));
  listen(ports, config, seeded);
}

function listen(ports: Ports, config: Config, seeded: boolean): void {
  const app = createApp(ports, config);
  const server = serve(
    { fetch: app.fetch, hostname: config.host, port: config.port, ...tlsOptions(config) },
    ({ port }) => {
      console.log(welcome({ ...config, port }, seeded));
    },
  );
  server.on("error", (error: NodeJS.ErrnoException) => {
    const taken = `Port ${config.port} is taken. Stop what uses it, or set MO_PLANNER_PORT to another.`;
    console.error(error.code === "EADDRINUSE" ? taken : error.message);
    process.exit(1);
  });
  const stop = (): void => {
    server.close();
    if ("closeAllConnections" in server) server.closeAllConnections();
    ports.database
      .close()
      .catch((error: unknown) => ports.log.error({ error }, "The database did not close"));
  };
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
}

function tlsOptions({ tls }: Config) {
  if (tls === null) return {};
  return {
    createServer: createHttpsServer,
    serverOptions: { cert: readFileSync(tls.cert), key: readFileSync(tls.key) },
  };
}

await main();
