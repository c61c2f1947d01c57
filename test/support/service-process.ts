/** The service as the process people start, for what only a process can suffer. */
import { spawn, type ChildProcess } from "node:child_process";
import { fileURLToPath } from "node:url";

const REPOSITORY = fileURLToPath(new URL("../..", import.meta.url));

export interface ServiceProcess {
  readonly base: string;
  readonly end: (signal: NodeJS.Signals) => Promise<void>;
}

interface Start {
  /** The largest file it may write, in KB: what is written beyond fails, as on a disk that is full. */
  readonly largestFileKb?: number;
}

/** Port 0 takes any free one, and the welcome tells which. */
export async function startServiceProcess(
  place: string,
  { largestFileKb }: Start = {},
): Promise<ServiceProcess> {
  const limit = largestFileKb === undefined ? "" : `ulimit -f ${largestFileKb} && trap '' XFSZ && `;
  const command = `${limit}exec "${process.execPath}" --import tsx server/main.ts`;
  const environment = { MO_PLANNER_PORT: "0", MO_PLANNER_DATABASE: place, MO_PLANNER_WORKBENCH: "no" };
  const child = spawn("bash", ["-c", command], { cwd: REPOSITORY, env: { ...process.env, ...environment } });
  const base = await addressOf(child);
  return {
    base: `${base}/api/v1`,
    end: (signal) =>
      new Promise((resolve) => {
        if (child.exitCode !== null || child.signalCode !== null) resolve();
        child.once("exit", () => resolve());
        child.kill(signal);
      }),
  };
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = "";
    const read = (chunk: Buffer): void => {
      output += chunk.toString();
      const port = /http:\/\/localhost:(\d+)\/docs/.exec(output)?.[1];
      if (port !== undefined) resolve(`http://127.0.0.1:${port}`);
    };
    child.stdout?.on("data", read);
    child.stderr?.on("data", read);
    child.once("exit", () => reject(new Error(`The service ended: ${output}`)));
  });
}
