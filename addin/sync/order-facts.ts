/**
 * What MOs that are shown make, and whether they follow their lines. It never changes, so each is asked about once; a
 * number that nobody has is known to be that.
 */
import type { OrderReadiness } from "../../shared/wire/readiness.ts";
import type { KnownOrder } from "../../shared/wire/order.ts";
import { lookUp } from "./look-up.ts";
import { pause } from "./pause.ts";
import type { ServiceClient } from "./clients/service-client.ts";
import { createStore, type Store } from "./store.ts";

interface FactsState {
  /** By number; null for one that nobody has. What is not in it is being looked up. */
  readonly known: ReadonlyMap<string, KnownOrder | null>;
}

/** Rows come into sight together. */
const SETTLE_MS = 100;
const RETRY_MS = 3_000;

export class OrderFacts {
  readonly store: Store<FactsState> = createStore<FactsState>({ known: new Map() });
  readonly #client: Pick<ServiceClient, "lookUp" | "readiness">;
  readonly #closed = new AbortController();
  readonly #wanted = new Set<string>();
  #asking: Promise<void> | null = null;

  constructor(client: Pick<ServiceClient, "lookUp" | "readiness">) {
    this.#client = client;
  }

  close(): void {
    this.#closed.abort();
  }

  show(numbers: readonly string[]): void {
    const { known } = this.store.get();
    for (const number of numbers) if (!known.has(number)) this.#wanted.add(number);
    if (this.#wanted.size > 0) this.#asking ??= this.#ask().finally(() => (this.#asking = null));
  }

  /** Of MOs that work is still to be done on; null when it cannot be asked now. */
  async readinessOf(numbers: readonly string[]): Promise<ReadonlyMap<string, OrderReadiness> | null> {
    const asked = await this.#client.readiness(numbers);
    if (asked.kind !== "answered") return null;
    return new Map(asked.answer.orders.map((order) => [order.number, order]));
  }

  async #ask(): Promise<void> {
    const { signal } = this.#closed;
    while (this.#wanted.size > 0 && !signal.aborted) {
      await pause(SETTLE_MS, signal);
      const numbers = [...this.#wanted];
      const asked = await lookUp(this.#client, numbers);
      if (asked.kind === "unreachable") {
        await pause(RETRY_MS, signal);
        continue;
      }
      for (const number of numbers) this.#wanted.delete(number);
      // What nobody may be told stays unknown.
      if (asked.kind === "answered") this.#learn(numbers, asked.answer.orders);
    }
  }

  #learn(numbers: readonly string[], orders: readonly KnownOrder[]): void {
    const known = new Map(this.store.get().known);
    for (const number of numbers) known.set(number, null);
    for (const order of orders) known.set(order.number, order);
    this.store.set({ known });
  }
}
