/** What this service is busy with, by the key of its press. */
import { Job } from "./job.ts";

export class RunningJobs {
  readonly #jobs = new Map<string, { readonly job: Job; readonly ended: Promise<void> }>();

  /** Runs `work` as the job of its key; a second request with the key waits its turn unseen. */
  async run<Result>(key: string, total: number, work: (job: Job) => Promise<Result>): Promise<Result> {
    const job = new Job(total);
    const running = work(job);
    if (this.#jobs.has(key)) return running;
    const ended = running.then(
      () => undefined,
      () => undefined,
    );
    this.#jobs.set(key, { job, ended });
    try {
      return await running;
    } finally {
      this.#jobs.delete(key);
    }
  }

  find(key: string): Job | null {
    return this.#jobs.get(key)?.job ?? null;
  }

  /** Asks the job to end, and waits until it has: by being done, or by being taken back. */
  async cancel(key: string): Promise<void> {
    const running = this.#jobs.get(key);
    running?.job.cancel();
    await running?.ended;
  }
}
