/** Asks the thread that writes, and hears its answers. */
import SqliteFile from "better-sqlite3";
import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { Answer, Asked, Question, ThreadSettings } from "./thread-messages.ts";

/** What rows look like is known to whoever wrote the statement, and to nobody on the way. */
type AnyAnswer = Answer<never>;
export type Heard = Exclude<AnyAnswer, { kind: "fault" }>;

interface Waiting {
  readonly resolve: (answer: Heard) => void;
  readonly reject: (fault: unknown) => void;
}

export class SqliteThread {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #asked = 0;
  #broken: Error | null = null;

  constructor({ path, busyMs, pragmas }: ThreadSettings) {
    this.#worker = new Worker(new URL("writing-thread.mjs", import.meta.url), {
      argv: [path, String(busyMs), ...pragmas],
      // The service's own settings, its TypeScript loader among them, are of no use there.
      execArgv: [],
    });
    this.#worker.on("message", (answer: AnyAnswer) => this.#hear(answer));
    this.#worker.on("error", (cause) => this.#break(cause));
    // A process with nothing left to do ends, whether or not its database was closed.
    this.#worker.unref();
  }

  /** Throws what SQLite threw there. */
  ask(question: Question): Promise<Heard> {
    if (this.#broken !== null) return Promise.reject(this.#broken);
    this.#asked += 1;
    const id = this.#asked;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker.ref();
      this.#worker.postMessage({ ...question, id } satisfies Asked);
    });
  }

  async close(): Promise<void> {
    if (this.#broken !== null) return;
    const exit = once(this.#worker, "exit");
    await this.ask({ kind: "close" });
    // It has answered; the process is to wait for its end all the same.
    this.#worker.ref();
    await exit;
  }

  #hear(answer: AnyAnswer): void {
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if (this.#waiting.size === 0) this.#worker.unref();
    if (answer.kind === "fault") waiting?.reject(faultOf(answer));
    else waiting?.resolve(answer);
  }

  #break(cause: unknown): void {
    this.#broken = new Error("The thread that writes to the database ended", { cause });
    for (const { reject } of this.#waiting.values()) reject(this.#broken);
    this.#waiting.clear();
  }
}

function faultOf({ message, code }: Extract<Answer, { kind: "fault" }>): Error {
  return code.startsWith("SQLITE") ? new SqliteFile.SqliteError(message, code) : new Error(message);
}
