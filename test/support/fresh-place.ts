/** A place for the data of one test: a SQLite file, or a database on the project's PostgreSQL server. */
import { mkdtempSync, rmSync } from "node:fs";
import { randomUUID } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Client } from "pg";
import { inject } from "vitest";
import type { PostgresPlaces } from "./postgres-places.ts";

export interface FreshPlace {
  /** As MO_PLANNER_DATABASE takes it. */
  readonly place: string;
  readonly remove: () => Promise<void>;
}

/** Which database this project's tests run on. */
export function engineName(): "sqlite" | "postgres" {
  return inject("postgres") === undefined ? "sqlite" : "postgres";
}

/** "demo" may have the demo factory in it already; where it has not, whoever asks fills it. */
export async function freshPlace(content: "demo" | "empty" = "empty"): Promise<FreshPlace> {
  const postgres: PostgresPlaces | undefined = inject("postgres");
  if (postgres === undefined) return freshFile();
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await ask(postgres.admin, `create database ${name} template ${postgres[content]}`);
  const address = new URL(postgres.admin);
  address.pathname = name;
  return {
    place: address.href,
    remove: async () => {
      // A session that was closed this moment is still about to go; the server would look again after 100 ms.
      await pause(15);
      // Also when a killed service left its session behind.
      await ask(postgres.admin, `drop database ${name} with (force)`);
    },
  };
}

function freshFile(): FreshPlace {
  const folder = mkdtempSync(join(tmpdir(), "mo-planner-"));
  return {
    place: join(folder, "test.sqlite"),
    remove: () => {
      rmSync(folder, { recursive: true });
      return Promise.resolve();
    },
  };
}

async function ask(address: string, statement: string): Promise<void> {
  const client = new Client(address);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
