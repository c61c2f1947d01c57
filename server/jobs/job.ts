/** One long piece of work: how far it is, whether it is still wanted, and room for others while it goes on. */
import { setImmediate as othersFirst } from "node:timers/promises";

export const jobStages = ["waiting", "planning", "writing"] as const;
export type JobStage = (typeof jobStages)[number];

export interface JobProgress {
  readonly stage: JobStage;
  /** As many rows as the work done so far is worth, of all stages: it never goes back. */
  readonly done: number;
  readonly total: number;
}

/** Rows are checked, known again, covered, drafted, settled and written. */
const PASSES = 6;

/** Well below the 50 ms after which others notice. */
const MOMENT_MS = 10;

/** Thrown inside a transaction, so that all of it is taken back. */
export class JobCancelled extends Error {
  override readonly name = "JobCancelled";
}

export class Job {
  readonly #total: number;
  #progress: JobProgress;
  #passes = 0;
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

  /** Notes how many rows this pass is through with; pauses when it had its moment. Throws `JobCancelled`. */
  async reach(stage: JobStage, rows: number): Promise<void> {
    const total = this.#total;
    const done = Math.floor((this.#passes * total + Math.min(rows, total)) / PASSES);
    this.#progress = { stage, done: Math.max(done, this.#progress.done), total };
    if (performance.now() - this.#begun < MOMENT_MS) return;
    await othersFirst();
    if (this.#isCancelled) throw new JobCancelled("The press was cancelled");
    this.#begun = performance.now();
  }

  /** All rows are through with this pass. */
  endPass(): void {
    this.#passes = Math.min(this.#passes + 1, PASSES - 1);
  }

  /** A pass in steps to its end, with pauses. Throws `JobCancelled`. */
  async through<Result>(stage: JobStage, steps: Generator<number, Result, undefined>): Promise<Result> {
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) await this.reach(stage, step.value);
    this.endPass();
    return step.value;
  }

  /** With pauses, too, but too little to be a pass of its own. Throws `JobCancelled`. */
  async along<Result>(steps: Generator<number, Result, undefined>): Promise<Result> {
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) await this.reach(this.#progress.stage, 0);
    return step.value;
  }
}
