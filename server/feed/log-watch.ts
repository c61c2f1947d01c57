/**
 * Looks at the end of the log once a second while anybody listens: another process on the same database may have
 * written. The same on every database, and there is no connection that could break unseen.
 */

/** The last position in the log. */
export type Look = () => Promise<number>;

const LOOK_MS = 1_000;

export class LogWatch {
  readonly #look: Look | null;
  readonly #tell: (position: number) => void;
  #seen = 0;
  #timer: NodeJS.Timeout | null = null;

  constructor(look: Look | null, tell: (position: number) => void) {
    this.#look = look;
    this.#tell = tell;
  }

  /** Nothing is told twice. */
  sees(position: number): void {
    if (position <= this.#seen) return;
    this.#seen = position;
    this.#tell(position);
  }

  start(): void {
    if (this.#look === null || this.#timer !== null) return;
    this.#lookLater(this.#look);
  }

  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #lookLater(look: Look): void {
    const timer = setTimeout(() => {
      // A look that fails tells nothing; the next one makes up for it, and what planners ask meanwhile is logged.
      look()
        .then((position) => this.sees(position))
        .catch(() => undefined)
        .finally(() => {
          if (this.#timer === timer) this.#lookLater(look);
        });
    }, LOOK_MS);
    // A look alone keeps no process alive.
    timer.unref();
    this.#timer = timer;
  }
}
