/** One long piece of work: how far it is, whether it is still wanted, and room for others while it goes on. */
import { setImmediate as othersFirst } from "node:timers/promises";

export const jobStages = ["waiting", "planning", "writing"] as const;
export type JobStage = (typeof jobStages)[number];

export interface JobProgress {
  readonly stage: JobStage;
  /** Rows through with this stage. */
  readonly done: number;
  readonly total: number;
}

/** Well below the 50 ms after which others notice. */
const MOMENT_MS = 10;

/** Thrown inside a transaction, so that all of it is taken back. */
export class JobCancelled extends Error {
  override readonly name = "JobCancelled";
}

export class Job {
  readonly #total: number;
  #progress: JobProgress;
  #isCancelled = false;
  #begun = performance.now();

  constructor(total: number) {
    this.#total = total;
    this.#progress = { stage: "waiting", done: 0, total };
  }

  get progress(): JobProgress {
    return this.#progress;
  }

  /** It ends at its next pause, and nothing of it stays. */
  cancel(): void {
    this.#isCancelled = true;
  }

  /** Notes how far the work is; pauses when it had its moment. Throws `JobCancelled`. */
  async reach(stage: JobStage, done: number): Promise<void> {
    this.#progress = { stage, done, total: this.#total };
    if (performance.now() - this.#begun < MOMENT_MS) return;
    await othersFirst();
    if (this.#isCancelled) throw new JobCancelled("The press was cancelled");
    this.#begun = performance.now();
  }

  /** Work in steps to its end, with pauses. Throws `JobCancelled`. */
  async through<Result>(stage: JobStage, steps: Generator<number, Result, undefined>): Promise<Result> {
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done === true) return step.value;
      await this.reach(stage, step.value);
    }
  }
}
