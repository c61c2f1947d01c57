/** Starts the service of the bench as a process of its own and asks it for its figures. */
import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { z } from "zod";

const readySchema = z.object({
  kind: z.literal("ready"),
  base: z.string(),
  file: z.string(),
  folder: z.string(),
});
const measuredSchema = z.object({
  kind: z.literal("measured"),
  longestHoldMs: z.number(),
  peakBytes: z.number(),
});
export type Figures = z.infer<typeof measuredSchema>;

export class ServiceProcess {
  readonly #child: ChildProcess;
  readonly base: string;
  readonly file: string;
  readonly folder: string;

  private constructor(child: ChildProcess, { base, file, folder }: z.infer<typeof readySchema>) {
    this.#child = child;
    this.base = base;
    this.file = file;
    this.folder = folder;
  }

  static async start(): Promise<ServiceProcess> {
    const path = fileURLToPath(new URL("serve.ts", import.meta.url));
    const child = fork(path, { execArgv: ["--import", "tsx"] });
    return new ServiceProcess(child, readySchema.parse(await nextMessage(child)));
  }

  /** From now on its longest pause is measured. */
  async watch(): Promise<void> {
    this.#child.send("watch");
    await nextMessage(this.#child);
  }

  async figures(): Promise<Figures> {
    this.#child.send("measure");
    return measuredSchema.parse(await nextMessage(this.#child));
  }

  async close(): Promise<void> {
    this.#child.send("close");
    await once(this.#child, "exit");
  }
}

async function nextMessage(child: ChildProcess): Promise<unknown> {
  const messages: readonly unknown[] = await Promise.race([
    once(child, "message"),
    once(child, "exit").then(() => Promise.reject(new Error("The service of the bench ended"))),
  ]);
  return messages[0];
}
