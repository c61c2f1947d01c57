/** What the use cases need from outside; main.ts builds it, tests build their own. */
import type { Logger } from "pino";
import type { Conventions } from "../../shared/planning/conventions.ts";
import type { Decimal } from "../../shared/quantity/decimal.ts";
import type { Clock } from "../clock.ts";
import type { Feed } from "../feed/feed.ts";
import type { RunningJobs } from "../jobs/running-jobs.ts";
import type { Database } from "../store/open-database.ts";

export interface Ports {
  readonly database: Database;
  readonly clock: Clock;
  readonly feed: Feed;
  /** The presses this service is busy with. */
  readonly jobs: RunningJobs;
  readonly log: Logger;
  /** How this factory counts where factories differ. */
  readonly conventions: Conventions;
  /** More than an order's quantity may be made by so many percent. */
  readonly overProductionPercent: Decimal;
  /** Of this product, as told to clients. */
  readonly version: string;
}
