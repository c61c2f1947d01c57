/** Tells whoever listens that the event log has grown. It never carries events: the log is the truth, this is a nudge. */

type Listener = (position: number) => void;

export class Feed {
  readonly #listeners = new Set<Listener>();

  /** Called after commit, never before. A nudge that is lost costs a delay, never an event. */
  announce(position: number): void {
    for (const listener of this.#listeners) listener(position);
  }

  /** Returns the way to stop listening. */
  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  get listeners(): number {
    return this.#listeners.size;
  }
}
