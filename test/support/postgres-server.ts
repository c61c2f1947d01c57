/** A real PostgreSQL server of our own for one run of the tests, in a temporary folder, gone afterwards. */
import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { randomUUID } from "node:crypto";
import { chownSync, existsSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Client } from "pg";
import { findPostgres } from "../../scripts/prepare/find-postgres.mjs";
import { POSTGRES_MISSING } from "../../scripts/prepare/install-postgres.mjs";

/** Another language's order than the bytes', so that a column that forgets its collation is found out. */
const LOCALE = ["--encoding=UTF8", "--locale=C.UTF-8", "--locale-provider=icu", "--icu-locale=en-US"];

/** It is thrown away in any case: nothing waits for the disk. */
const QUICK = ["fsync=off", "full_page_writes=off", "synchronous_commit=off", "max_connections=200"];

const START_MS = 30_000;
const ROOM_NEEDED = 4 * 1024 ** 3;

export interface PostgresServer {
  /** The address of a database on it. */
  readonly addressOf: (database: string) => string;
  readonly stop: () => Promise<void>;
}

export async function startPostgres(): Promise<PostgresServer> {
  const programs = findPostgres();
  if (programs === null) throw new Error(POSTGRES_MISSING);
  const password = randomUUID();
  const { folder, as } = makeCluster(programs, password);
  const port = await freePort();
  const settings = ["listen_addresses=127.0.0.1", "unix_socket_directories=", ...QUICK];
  const words = ["-D", dataIn(folder), "-p", String(port), ...settings.flatMap((setting) => ["-c", setting])];
  const server = spawn(join(programs, "postgres"), words, { ...as, stdio: ["ignore", "ignore", "pipe"] });
  // Also when the run is broken off: the server is not ours alone to forget, and the folder may be in memory.
  const breakOff = (): void => {
    server.kill("SIGQUIT");
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  };
  process.once("exit", breakOff);
  const addressOf = (database: string) => `postgres://planner:${password}@127.0.0.1:${port}/${database}`;
  await untilItAnswers(server, addressOf("postgres"));
  return {
    addressOf,
    stop: async () => {
      await end(server);
      process.off("exit", breakOff);
      rmSync(folder, { recursive: true });
    },
  };
}

interface Cluster {
  readonly folder: string;
  /** How its programs are started. */
  readonly as: { readonly cwd: string; readonly uid?: number; readonly gid?: number };
}

function makeCluster(programs: string, password: string): Cluster {
  const user = unprivilegedUser();
  const folder = mkdtempSync(join(quickestFolder(), "mo-planner-postgres-"));
  const passwordFile = join(folder, "password");
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (user !== null) for (const path of [folder, passwordFile]) chownSync(path, user.uid, user.gid);
  const access = ["--username=planner", `--pwfile=${passwordFile}`, "--auth=scram-sha-256", "--no-sync"];
  const as = { cwd: folder, ...user };
  const words = ["-D", dataIn(folder), ...access, ...LOCALE];
  execFileSync(join(programs, "initdb"), words, { ...as, stdio: "pipe" });
  return { folder, as };
}

function dataIn(folder: string): string {
  return join(folder, "data");
}

/** PostgreSQL refuses to run as root; null when we are somebody else already. */
function unprivilegedUser(): { readonly uid: number; readonly gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const idOf = (flag: string, name: string) => Number(execFileSync("id", [flag, name], { stdio: "pipe" }));
  try {
    return { uid: idOf("-u", "postgres"), gid: idOf("-g", "postgres") };
  } catch {
    return { uid: idOf("-u", "nobody"), gid: idOf("-g", "nobody") };
  }
}

/** A database is a thousand small files: in memory, where Linux has room there, it is made ten times as fast. */
function quickestFolder(): string {
  const inMemory = "/dev/shm";
  if (!existsSync(inMemory)) return tmpdir();
  const { bavail, bsize } = statfsSync(inMemory);
  return bavail * bsize > ROOM_NEEDED ? inMemory : tmpdir();
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

async function untilItAnswers(server: ChildProcess, address: string): Promise<void> {
  let said = "";
  server.stderr?.on("data", (chunk: Buffer) => {
    said = `${said}${chunk.toString()}`.slice(-2_000);
  });
  const deadline = Date.now() + START_MS;
  for (;;) {
    if (server.exitCode !== null) throw new Error(`PostgreSQL ended while it started: ${said}`);
    const client = new Client(address);
    try {
      await client.connect();
      await client.end();
      return;
    } catch (cause) {
      if (Date.now() > deadline) throw new Error(`PostgreSQL does not answer: ${said}`, { cause });
    }
    await pause(50);
  }
}

/** SIGINT: end all sessions and shut down. */
function end(server: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (server.exitCode !== null) resolve();
    server.once("exit", () => resolve());
    server.kill("SIGINT");
  });
}
