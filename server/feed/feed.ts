/** Tells whoever listens that the event log has grown. It never carries events: the log is the truth, this is a nudge. */
import { LogWatch, type Look } from "./log-watch.ts";

type Listener = (position: number) => void;

export class Feed {
  readonly #listeners = new Set<Listener>();
  readonly #watch: LogWatch;

  /** `look` asks the log for its last position: what another process wrote is found there, and only there. */
  constructor(look: Look | null = null) {
    this.#watch = new LogWatch(look, (position) => this.#tell(position));
  }

  /** Called after commit, never before. A nudge that is lost costs a delay, never an event. */
  announce(position: number): void {
    this.#watch.sees(position);
  }

  /** Returns the way to stop listening. */
  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    this.#watch.start();
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.#watch.stop();
    };
  }

  get listeners(): number {
    return this.#listeners.size;
  }

  #tell(position: number): void {
    for (const listener of this.#listeners) listener(position);
  }
}
