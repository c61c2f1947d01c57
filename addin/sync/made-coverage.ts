/**
 * How far the lines of orders that are shown are on orders, in words. Asked for what is in sight only, and again when
 * anything happens: another order can be for the same line.
 */
import { coverageText } from "../../shared/sheet/coverage-text.ts";
import type { LineCoverage } from "../../shared/wire/coverage.ts";
import { pause } from "./pause.ts";
import type { ServiceClient } from "./clients/service-client.ts";
import { createStore, type Store } from "./store.ts";

interface CoverageWords {
  /** By MO number; an order with nothing to tell is not in it. */
  readonly words: ReadonlyMap<string, string>;
}

/** Rows come into sight together, and news comes in flurries. */
const SETTLE_MS = 150;
const RETRY_MS = 3_000;
const MOST_ASKED = 1_000;

export class MadeCoverage {
  readonly store: Store<CoverageWords> = createStore<CoverageWords>({ words: new Map() });
  readonly #client: Pick<ServiceClient, "coverage">;
  readonly #closed = new AbortController();
  /** How often each number is in sight. */
  readonly #inSight = new Map<string, number>();
  /** Numbers of which it is not known how their lines stand now. */
  readonly #unsure = new Set<string>();
  #asking: Promise<void> | null = null;

  constructor(client: Pick<ServiceClient, "coverage">) {
    this.#client = client;
  }

  close(): void {
    this.#closed.abort();
  }

  /** What is returned takes it out of sight again. */
  show(number: string): () => void {
    this.#inSight.set(number, (this.#inSight.get(number) ?? 0) + 1);
    this.#doubt([number]);
    return () => {
      const left = (this.#inSight.get(number) ?? 0) - 1;
      if (left > 0) this.#inSight.set(number, left);
      else this.#inSight.delete(number);
    };
  }

  happened(): void {
    this.#doubt(this.#inSight.keys());
  }

  #doubt(numbers: Iterable<string>): void {
    for (const number of numbers) this.#unsure.add(number);
    if (this.#unsure.size > 0) this.#asking ??= this.#ask().finally(() => (this.#asking = null));
  }

  async #ask(): Promise<void> {
    const { signal } = this.#closed;
    while (this.#unsure.size > 0 && !signal.aborted) {
      await pause(SETTLE_MS, signal);
      const numbers = [...this.#unsure].slice(0, MOST_ASKED);
      for (const number of numbers) this.#unsure.delete(number);
      if (await this.#learn(numbers.filter((number) => this.#inSight.has(number)))) continue;
      for (const number of numbers) this.#unsure.add(number);
      await pause(RETRY_MS, signal);
    }
  }

  /** False when the service cannot be reached: what was told last stays. */
  async #learn(numbers: readonly string[]): Promise<boolean> {
    if (numbers.length === 0) return true;
    const asked = await this.#client.coverage(numbers);
    if (asked.kind !== "answered") return asked.kind === "refused";
    const words = new Map(this.store.get().words);
    for (const number of numbers) words.delete(number);
    for (const order of asked.answer.orders)
      if (!order.lines.every(isItsOwn)) words.set(order.number, coverageText(order));
    this.store.set({ words });
    return true;
  }
}

/** A row that names no document and is on its order whole: its number says so. */
function isItsOwn({ document, coverage }: LineCoverage): boolean {
  return document === "" && coverage === "full";
}
