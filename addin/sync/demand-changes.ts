/**
 * Orders of this workbook whose demand has changed: told in their rows and in the pane, and taken over when the
 * planner says so (R18). What differs is asked of the service, whose word counts; events only say when to ask.
 */
import type { Event } from "../../shared/event/event.ts";
import { driftNote } from "../../shared/sheet/drift-text.ts";
import type { DemandDrift } from "../../shared/wire/drift.ts";
import type { ActionResult } from "../../shared/wire/order.ts";
import { isBusy, type Workbook } from "../host/workbook.ts";
import type { DemandClient } from "./clients/demand-client.ts";
import type { OrderNews } from "./order-watch.ts";
import { mos } from "./counts.ts";
import { pause } from "./pause.ts";
import { createStore, type Store } from "./store.ts";

export interface DemandState {
  /** By MO number; orders whose demand is as it was are not in it. */
  readonly drifts: ReadonlyMap<string, readonly DemandDrift[]>;
  readonly applying: ReadonlySet<string>;
  /** Why an order could not take its change over, by number. */
  readonly refused: ReadonlyMap<string, string>;
  /** What became of the last press. */
  readonly message: string;
}

interface DemandPorts {
  readonly client: DemandClient;
  readonly workbook: Pick<Workbook, "findOrders" | "paintStatuses">;
}

const RETRY_MS = 1_500;
/** Long enough to be read; the rows tell it for good. */
const TOLD_MS = 10_000;
/** As many as the service is asked about at once, */
const MOST_ASKED = 10_000;
/** and as many as it takes over. */
const MOST_AT_ONCE = 1_000;

export class DemandChanges implements OrderNews {
  readonly store: Store<DemandState> = createStore<DemandState>({
    drifts: new Map(),
    applying: new Set(),
    refused: new Map(),
    message: "",
  });
  readonly #ports: DemandPorts;
  readonly #closed = new AbortController();
  /** Numbers of which it is not known how their demand stands now. */
  readonly #unsure = new Set<string>();
  #asking: Promise<void> | null = null;

  constructor(ports: DemandPorts) {
    this.#ports = ports;
  }

  close(): void {
    this.#closed.abort();
  }

  found(numbers: readonly string[]): void {
    this.#doubt([...numbers, ...this.store.get().drifts.keys()]);
  }

  /** An import may have taken a change back, which no order has an event of. */
  happened(events: readonly Event[]): void {
    const { drifts } = this.store.get();
    const isImported = events.some(({ kind }) => kind === "catalog-imported");
    const told = events.flatMap(({ kind, order }) =>
      order !== null && (kind === "demand-changed" || drifts.has(order.number)) ? [order.number] : [],
    );
    this.#doubt(isImported ? [...told, ...drifts.keys()] : told);
  }

  /** Makes the orders what their lines say now. */
  async apply(numbers: readonly string[]): Promise<void> {
    const wanted = numbers.slice(0, MOST_AT_ONCE);
    this.store.set({ applying: new Set(wanted), refused: new Map(), message: "" });
    const asked = await this.#ports.client.apply(wanted);
    const applying = new Set<string>();
    if (asked.kind === "answered")
      this.store.set({
        applying,
        refused: refusalsIn(asked.answer.results),
        message: told(asked.answer.results),
      });
    else if (asked.kind === "refused") this.store.set({ applying, message: asked.problem.detail });
    else
      this.store.set({
        applying,
        message: "The service cannot be reached. It may have been applied all the same: look at the rows.",
      });
    this.#doubt(wanted);
    await pause(TOLD_MS, this.#closed.signal);
    if (this.store.get().applying.size === 0) this.store.set({ message: "" });
  }

  #doubt(numbers: readonly string[]): void {
    for (const number of numbers) this.#unsure.add(number);
    if (this.#unsure.size > 0) this.#asking ??= this.#ask().finally(() => (this.#asking = null));
  }

  /** Asks until all is known and stands in the rows. */
  async #ask(): Promise<void> {
    const { signal } = this.#closed;
    while (this.#unsure.size > 0 && !signal.aborted) {
      const numbers = [...this.#unsure].slice(0, MOST_ASKED);
      for (const number of numbers) this.#unsure.delete(number);
      if (await this.#learn(numbers)) continue;
      for (const number of numbers) this.#unsure.add(number);
      await pause(RETRY_MS, signal);
    }
  }

  /** False when the workbook or the service would not answer. */
  async #learn(numbers: readonly string[]): Promise<boolean> {
    const { client, workbook } = this.#ports;
    const found = await workbook.findOrders();
    if (found === null) return false;
    const here = new Set(found.numbers);
    const wanted = numbers.filter((number) => here.has(number));
    const asked = wanted.length === 0 ? null : await client.drifts(wanted);
    if (asked?.kind === "unreachable") return false;
    // What nobody may be told stays as it was told last.
    if (asked?.kind === "refused") return true;
    const drifts = new Map(this.store.get().drifts);
    for (const number of numbers) drifts.delete(number);
    for (const drift of asked?.answer.drifts ?? [])
      drifts.set(drift.number, [...(drifts.get(drift.number) ?? []), drift]);
    this.store.set({ drifts });
    const patches = wanted.map((number) => ({
      number,
      words: {},
      note: driftNote(drifts.get(number) ?? []),
    }));
    const { refusal } = await workbook.paintStatuses(patches);
    return !isBusy(refusal);
  }
}

function refusalsIn(results: readonly ActionResult[]): ReadonlyMap<string, string> {
  return new Map(
    results.flatMap((result) =>
      result.outcome === "refused" ? [[result.number, result.message] as const] : [],
    ),
  );
}

const MOST_NAMED = 12;

function named(numbers: readonly string[]): string {
  const more = numbers.length - MOST_NAMED;
  const list = numbers.slice(0, MOST_NAMED).join(", ");
  return more > 0 ? `${list} and ${more.toLocaleString("en-US")} more` : list;
}

/** "1 MO changed, 1 MO cancelled (MO-0000125)": what is cancelled is named, because nothing brings it back. */
function told(results: readonly ActionResult[]): string {
  const done = results.filter((result) => result.outcome === "changed");
  const cancelled = done.filter(({ order }) => order.status === "cancelled").map(({ number }) => number);
  const changed = done.length - cancelled.length;
  const below = [...new Set(done.flatMap(({ children }) => children))];
  const parts = [
    changed === 0 ? "" : `${mos(changed)} changed`,
    cancelled.length === 0 ? "" : `${mos(cancelled.length)} cancelled (${named(cancelled)})`,
  ].filter((part) => part !== "");
  if (parts.length === 0) return "";
  const stays = below.length === 0 ? "" : ` Sub-assembly MOs that stay as they were: ${below.join(", ")}.`;
  return `${parts.join(", ")}.${stays}`;
}
