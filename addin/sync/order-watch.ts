/** Knows the MOs that stand in this workbook and keeps their rows fresh: all of them at the start, then each change. */
import type { Event, OrderSnapshot } from "../../shared/event/event.ts";
import { foldEvents } from "../../shared/event/fold-events.ts";
import type { FoundOrders, Workbook } from "../host/workbook.ts";
import { AskedWords } from "./asked-words.ts";
import type { ServiceClient } from "./clients/service-client.ts";
import { followEvents, type Connection } from "./event-feed.ts";
import { lookUp } from "./look-up.ts";
import { pause, retryDelay } from "./pause.ts";
import { StatusPainter } from "./status-painter.ts";

export interface WatchOptions {
  readonly client: ServiceClient;
  readonly workbook: Pick<Workbook, "findOrders" | "paintStatuses">;
  readonly onOrders: (known: KnownOrders) => void;
  readonly onConnection: (connection: Connection) => void;
  /** Hears which orders stand in the workbook, and all events, for what is no status. */
  readonly news: OrderNews;
  readonly signal: AbortSignal;
}

export interface KnownOrders {
  readonly orders: ReadonlyMap<string, OrderSnapshot>;
  /** Numbers that the service has no MO for. */
  readonly unknownOrders: ReadonlySet<string>;
}

export interface OrderNews {
  readonly found: (numbers: readonly string[]) => void;
  readonly happened: (events: readonly Event[]) => void;
}

type Refreshed = { readonly kind: "read"; readonly position: number } | { readonly kind: "busy" | "offline" };

const BUSY_PAUSE_MS = 1_500;

export class OrderWatch {
  readonly #options: WatchOptions;
  readonly #askedWords: AskedWords;
  readonly #painter: StatusPainter;
  #known: KnownOrders = { orders: new Map(), unknownOrders: new Set() };
  /** Numbers that stood in the workbook when it was read last. */
  #here: ReadonlySet<string> = new Set();
  /** Numbers that came into it since and are not looked up yet. */
  readonly #wanted = new Set<string>();
  #looking: Promise<void> | null = null;

  constructor(options: WatchOptions) {
    const { client, workbook, signal } = options;
    this.#options = options;
    this.#askedWords = new AskedWords(client);
    this.#painter = new StatusPainter({
      workbook,
      signal,
      askedWords: this.#askedWords,
      stateOf: (number) => this.#known.orders.get(number),
    });
  }

  /** Runs until the signal comes. */
  async run(): Promise<void> {
    const { client, signal, onConnection } = this.#options;
    const after = await this.#begin();
    if (after === null) return;
    await followEvents({ client, after, signal, onConnection, onEvents: (events) => this.#hear(events) });
  }

  /** Reads the state of every MO in the workbook and paints what differs. */
  async refresh(): Promise<Refreshed> {
    const found = await this.#find();
    if (found === null) return { kind: "busy" };
    const asked = await lookUp(this.#options.client, found.numbers);
    if (asked.kind !== "answered") return { kind: "offline" };
    const { orders, unknown, position } = asked.answer;
    this.#learn(orders, unknown);
    this.#options.news.found(found.numbers);
    return { kind: "read", position };
  }

  /**
   * Numbers that stand in the workbook: those that came into it since it was read, painted, pasted or typed, are looked
   * up and told in their rows. Which these are.
   */
  meet(numbers: readonly string[]): readonly string[] {
    const unmet = numbers.filter((number) => !this.#here.has(number));
    for (const number of unmet) this.#wanted.add(number);
    if (this.#wanted.size > 0) this.#looking ??= this.#lookUpWanted().finally(() => (this.#looking = null));
    return unmet;
  }

  /** The position from which nothing can be missed: nothing is followed before the workbook was read. */
  async #begin(): Promise<number | null> {
    const { signal, onConnection } = this.#options;
    for (let failures = 0; !signal.aborted; failures += 1) {
      const refreshed = await this.refresh().catch(() => ({ kind: "fault" }) as const);
      if (refreshed.kind === "read") return refreshed.position;
      if (refreshed.kind === "offline") onConnection("offline");
      await pause(refreshed.kind === "busy" ? BUSY_PAUSE_MS : retryDelay(failures), signal);
    }
    return null;
  }

  async #lookUpWanted(): Promise<void> {
    const { signal } = this.#options;
    for (let failures = 0; this.#wanted.size > 0 && !signal.aborted;) {
      const numbers = [...this.#wanted];
      if (await this.#met(numbers).catch(() => false)) {
        for (const number of numbers) this.#wanted.delete(number);
        failures = 0;
      } else {
        await pause(retryDelay(failures), signal);
        failures += 1;
      }
    }
  }

  /** False when the workbook or the service would not answer. */
  async #met(numbers: readonly string[]): Promise<boolean> {
    // Which of them stand beside a column for readiness or coverage.
    if ((await this.#find()) === null) return false;
    const asked = await lookUp(this.#options.client, numbers);
    if (asked.kind !== "answered") return false;
    this.#learn(asked.answer.orders, asked.answer.unknown);
    return true;
  }

  async #find(): Promise<FoundOrders | null> {
    const found = await this.#options.workbook.findOrders();
    if (found === null) return null;
    this.#askedWords.found(found);
    this.#here = new Set(found.numbers);
    return found;
  }

  #hear(events: readonly Event[]): void {
    this.#learn([...foldEvents(new Map(), events).values()], []);
    this.#options.news.happened(events);
  }

  #learn(states: readonly OrderSnapshot[], unknown: readonly string[]): void {
    const orders = new Map(this.#known.orders);
    const unknownOrders = new Set([...this.#known.unknownOrders, ...unknown]);
    const learned: string[] = [];
    for (const state of states) {
      unknownOrders.delete(state.number);
      if ((orders.get(state.number)?.version ?? -1) > state.version) continue;
      orders.set(state.number, state);
      learned.push(state.number);
    }
    this.#known = { orders, unknownOrders };
    this.#options.onOrders(this.#known);
    this.#painter.paint(learned);
  }
}
