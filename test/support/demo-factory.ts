/** The demo factory, on a day that stands still. */
import pino from "pino";
import type { Clock } from "../../server/clock.ts";
import { seedDemo } from "../../server/demo/seed-demo.ts";
import { Feed } from "../../server/feed/feed.ts";
import { RunningJobs } from "../../server/jobs/running-jobs.ts";
import { lastEventPosition } from "../../server/store/event-store.ts";
import type { Database } from "../../server/store/open-database.ts";
import type { Ports } from "../../server/use-cases/ports.ts";
import { usualConventions } from "../../shared/planning/conventions.ts";
import { ZERO } from "../../shared/quantity/decimal.ts";
import { knownDate } from "../../shared/quantity/calendar-date.ts";

export const TODAY = knownDate("2027-03-10");

export const STANDING: Clock = { now: () => `${TODAY}T08:00:00.000Z`, today: () => TODAY };

export function portsOn(database: Database, clock: Clock): Ports {
  const feed = new Feed(() => database.read(lastEventPosition));
  const log = pino({ level: "silent" });
  return {
    database,
    clock,
    jobs: new RunningJobs(),
    feed,
    log,
    conventions: usualConventions,
    overProductionPercent: ZERO,
    version: "test",
  };
}

/** Does nothing where there is something already. */
export async function fillWithDemo(ports: Ports): Promise<void> {
  await seedDemo(ports);
}
