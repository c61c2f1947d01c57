/** What differs between the databases the same code runs on. Everything else is one code for both. */
import type { Dialect, Kysely, TransactionBuilder } from "kysely";
import type { Tables } from "../tables.ts";

export type Begin = (kysely: Kysely<Tables>) => TransactionBuilder<Tables>;

export interface Engine {
  readonly dialect: Dialect;
  /** A line of their own for those who read, so that they need not wait for a long write; null where lines are plenty. */
  readonly readersDialect: Dialect | null;
  /** A transaction in which all reads see the same moment. */
  readonly reading: Begin;
  readonly writing: Begin;
  /** The first statement of every write: it waits until no other is writing, in this process or another. */
  readonly takeWriteLock: (transaction: Kysely<Tables>) => Promise<void>;
  /** The last statement of every write: it fails when what was written before it would not be kept. */
  readonly checkBeforeCommit: (transaction: Kysely<Tables>) => Promise<void>;
  /** Whether the same work may be begun anew: the fault passes, and nothing of the work can have been kept. */
  readonly isPassing: (error: unknown, moment: FaultMoment) => boolean;
}

export interface FaultMoment {
  /** The work itself was through: the answer to the commit may be all that is missing. */
  readonly atCommit: boolean;
}

/** How long a write waits for another one, each time it tries (R62). */
export const BUSY_MS = 5_000;
