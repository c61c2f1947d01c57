/** Keeps the statuses of the MOs that stand in this workbook fresh: all of them at the start, then each change. */
import type { Event, OrderSnapshot } from "../../shared/event/event.ts";
import { foldEvents } from "../../shared/event/fold-events.ts";
import { statusWords } from "../../shared/order/status-words.ts";
import type { StatusPatch } from "../../shared/sheet/sheet-patch.ts";
import { isBusy, type Workbook } from "../host/workbook.ts";
import { AskedWords } from "./asked-words.ts";
import { followEvents, type Connection } from "./event-feed.ts";
import { pause, retryDelay } from "./pause.ts";
import type { ServiceClient } from "./clients/service-client.ts";

export interface WatchOptions {
  readonly client: ServiceClient;
  readonly workbook: Workbook;
  readonly onOrders: (orders: ReadonlyMap<string, OrderSnapshot>) => void;
  readonly onConnection: (connection: Connection) => void;
  /** Hears which orders stand in the workbook, and all events, for what is no status. */
  readonly news: OrderNews;
  readonly signal: AbortSignal;
}

export interface OrderNews {
  readonly found: (numbers: readonly string[]) => void;
  readonly happened: (events: readonly Event[]) => void;
}

const BUSY_PAUSE_MS = 1_500;

export class OrderWatch {
  readonly #options: WatchOptions;
  #orders: ReadonlyMap<string, OrderSnapshot> = new Map();
  /** Numbers whose cells may be behind. */
  readonly #dirty = new Set<string>();
  #painting: Promise<void> | null = null;
  readonly #askedWords: AskedWords;

  constructor(options: WatchOptions) {
    this.#options = options;
    this.#askedWords = new AskedWords(options.client);
  }

  /** Runs until the signal comes. */
  async run(): Promise<void> {
    const { client, signal, onConnection } = this.#options;
    for (let failures = 0; !signal.aborted; failures += 1) {
      const after = await this.refresh();
      if (after !== null) {
        await followEvents({ client, after, signal, onConnection, onEvents: (events) => this.#hear(events) });
        return;
      }
      onConnection("offline");
      await pause(retryDelay(failures), signal);
    }
  }

  /** Reads the state of every MO in the workbook and paints what differs. The position it is true at, or null when offline. */
  async refresh(): Promise<number | null> {
    const found = await this.#options.workbook.findOrders();
    const numbers = found?.numbers ?? [];
    if (found !== null) this.#askedWords.found(found);
    // A number nobody has is asked for too when there is none: the position is wanted all the same.
    const asked = await this.#options.client.lookUp(numbers.length > 0 ? [...new Set(numbers)] : ["-"]);
    if (asked.kind !== "answered") return null;
    this.#learn(asked.answer.orders);
    if (found !== null) this.#options.news.found(numbers);
    return asked.answer.position;
  }

  #hear(events: readonly Event[]): void {
    this.#learn([...foldEvents(new Map(), events).values()]);
    this.#options.news.happened(events);
  }

  #learn(states: readonly OrderSnapshot[]): void {
    const orders = new Map(this.#orders);
    for (const state of states) {
      if ((orders.get(state.number)?.version ?? -1) > state.version) continue;
      orders.set(state.number, state);
      this.#dirty.add(state.number);
    }
    this.#orders = orders;
    this.#options.onOrders(orders);
    this.#painting ??= this.#paint().finally(() => (this.#painting = null));
  }

  /** One paint at a time; what changes meanwhile goes into the next. */
  async #paint(): Promise<void> {
    const { workbook, signal } = this.#options;
    while (this.#dirty.size > 0 && !signal.aborted) {
      const numbers = [...this.#dirty];
      this.#dirty.clear();
      const asked = await this.#askedWords.beside(numbers);
      const patches = [...new Set([...numbers, ...asked.keys()])].map((number) => {
        const order = this.#orders.get(number);
        return { number, words: { ...(order && statusOf(order)), ...asked.get(number) } };
      });
      const { refusal } = await workbook.paintStatuses(patches);
      if (!isBusy(refusal)) continue;
      for (const number of numbers) this.#dirty.add(number);
      await pause(BUSY_PAUSE_MS, signal);
    }
  }
}

function statusOf(order: OrderSnapshot): StatusPatch["words"] {
  return {
    orderStatus: statusWords(order.status, order.holdReason),
    orderProduced: order.producedQuantity,
    orderDue: order.dueDate,
  };
}
