/** The history of batches: lists, opens, takes back, and makes rows ready to be made again. */
import type { BatchListQuery, BatchPage, BatchSummary } from "../../shared/wire/batch-history.ts";
import type { Workbook } from "../host/workbook.ts";
import type { BatchClient } from "./clients/batch-client.ts";
import { whyNot, type Asked } from "./clients/http.ts";
import { FIRST_HISTORY, type BatchFilter, type Clearing, type HistoryState } from "./batch-state.ts";
import { cancelledAmong, cancelledOfBatch, type Cancelled } from "./cancelled-orders.ts";
import { pause } from "./pause.ts";
import type { PlannerState } from "./planner-state.ts";
import { createStore, type Store } from "./store.ts";

export interface HistoryPorts {
  readonly client: BatchClient;
  readonly workbook: Pick<Workbook, "clearOrders">;
  readonly planner: Pick<Store<PlannerState>, "get" | "subscribe">;
  /** Rows of these MOs may stand in a source's sheet, whose figures are others now. */
  readonly onFigures: (numbers: readonly string[]) => Promise<void>;
  /** Rows have become ones to be made: the selection may be among them. */
  readonly onCleared: () => void;
}

/** Typing in the search, and news that come in a flurry, ask once. */
const SETTLE_MS = 300;
const PAGE = 25;
const LONGEST_PAGE = 200;
const MOST_WAITED_MS = 5_000;

export class BatchHistory {
  readonly store: Store<HistoryState> = createStore(FIRST_HISTORY);
  readonly #ports: HistoryPorts;
  /** Rises with each reading, so that late answers of earlier ones are dropped. */
  #reading = 0;
  #opening = 0;
  #settling: ReturnType<typeof setTimeout> | undefined;
  #stopHearing: (() => void) | null = null;

  constructor(ports: HistoryPorts) {
    this.#ports = ports;
  }

  /** While somebody looks, what is shown follows the news. */
  visit(): void {
    const { planner } = this.#ports;
    let heard = planner.get();
    this.#stopHearing ??= planner.subscribe(() => {
      const now = planner.get();
      const isNews = now.orders !== heard.orders || now.connection !== heard.connection;
      heard = now;
      if (isNews) this.#settle();
    });
    void this.refresh();
  }

  leave(): void {
    clearTimeout(this.#settling);
    this.#stopHearing?.();
    this.#stopHearing = null;
  }

  choose(filter: Partial<BatchFilter>): void {
    this.#reading += 1;
    this.store.set({ filter: { ...this.store.get().filter, ...filter } });
    this.#settle();
  }

  /** Reads again as much as is shown, and the batch that is open. */
  async refresh(): Promise<void> {
    const { listing, opened } = this.store.get();
    const shown = listing.kind === "listed" ? listing.batches.length : 0;
    const limit = Math.min(LONGEST_PAGE, Math.max(PAGE, shown));
    this.#reading += 1;
    const mine = this.#reading;
    const asked = await this.#ports.client.list({ ...this.#query(), limit });
    if (mine === this.#reading) this.#showList(asked);
    if (opened !== null) await this.#refreshOpened(opened.summary.number);
  }

  async more(): Promise<void> {
    const { listing } = this.store.get();
    if (listing.kind !== "listed" || listing.next === null || listing.isLoadingMore) return;
    this.store.set({ listing: { ...listing, isLoadingMore: true } });
    const mine = this.#reading;
    const asked = await this.#ports.client.list({ ...this.#query(), before: listing.next, limit: PAGE });
    if (mine !== this.#reading) return;
    const { batches } = listing;
    if (asked.kind === "answered")
      this.#showList({
        kind: "answered",
        answer: { ...asked.answer, batches: [...batches, ...asked.answer.batches] },
      });
    else this.store.set({ listing: { ...listing, isLoadingMore: false, behind: whyNot(asked) } });
  }

  /** Opens one with its rows, which come page by page. */
  async open(summary: BatchSummary): Promise<void> {
    this.store.set({ opened: { summary, lines: [], rest: { kind: "loading" } }, clearing: { kind: "none" } });
    this.#opening += 1;
    const mine = this.#opening;
    for (let after: number | null = 0; after !== null;) {
      const asked = await this.#ports.client.lines(summary.number, after);
      const { opened } = this.store.get();
      if (mine !== this.#opening || opened === null) return;
      if (asked.kind !== "answered") {
        this.store.set({ opened: { ...opened, rest: { kind: "untold", why: whyNot(asked) } } });
        return;
      }
      const { lines, next } = asked.answer;
      const rest = next === null ? ({ kind: "none" } as const) : opened.rest;
      this.store.set({ opened: { ...opened, lines: [...opened.lines, ...lines], rest } });
      after = next;
    }
  }

  back(): void {
    this.#opening += 1;
    this.store.set({ opened: null, clearing: { kind: "none" } });
  }

  /** Asks what an undo would do; nothing is changed yet. */
  async offerUndo(number: string): Promise<void> {
    this.store.set({ undoing: { kind: "asking", number }, clearing: { kind: "none" } });
    const asked = await this.#ports.client.previewUndo(number);
    if (this.store.get().undoing.kind !== "asking") return;
    this.store.set({
      undoing:
        asked.kind === "answered"
          ? { kind: "offered", number, undo: asked.answer }
          : { kind: "failed", number, why: whyNot(asked) },
    });
  }

  /** Does what was offered. An answer that was lost is no harm: undoing again changes nothing. */
  async undo(reason: string): Promise<void> {
    const { undoing } = this.store.get();
    if (undoing.kind !== "offered") return;
    const { number, undo: before } = undoing;
    this.store.set({ undoing: { kind: "undoing", number, undo: before } });
    const asked = await this.#ports.client.undo(number, reason);
    if (asked.kind !== "answered") {
      this.store.set({ undoing: { kind: "failed", number, why: whyNot(asked) } });
      return;
    }
    const undo = asked.answer;
    const cancelled = new Set(undo.cancelled.map((order) => order.number));
    const takenBack = before.takesBack.filter((order) => cancelled.has(order.number));
    const undone = new Map([...this.store.get().undone, [number, undo] as const]);
    this.store.set({ undone, undoing: { kind: "done", number, undo, takenBack } });
    void this.#ports.onFigures([...cancelled]);
    await this.refresh();
  }

  closeUndo(): void {
    // What was sent is awaited: its outcome must be seen.
    if (this.store.get().undoing.kind !== "undoing") this.store.set({ undoing: { kind: "closed" } });
  }

  /** Empties the MO cells of the batch's cancelled orders in this workbook. */
  async clearBatch(number: string): Promise<void> {
    await this.#clear(number, cancelledOfBatch(this.#ports.client, number));
  }

  /** The same for single orders; those that live on in another order keep their cells. */
  async clearNumbers(numbers: readonly string[]): Promise<void> {
    await this.#clear(numbers.join(), cancelledAmong(this.#ports.client, numbers));
  }

  async #clear(clearingOf: string, finding: Promise<Cancelled>): Promise<void> {
    const show = (clearing: Clearing): void => this.store.set({ clearing, clearingOf });
    show({ kind: "clearing" });
    try {
      const found = await finding;
      if (found.kind !== "known") {
        show({ kind: "failed", why: whyNot(found) });
        return;
      }
      if (found.numbers.length === 0) {
        show({ kind: "live-on" });
        return;
      }
      // By their numbers their figures are found: without them they would stay as they were.
      await Promise.race([this.#ports.onFigures(found.numbers), pause(MOST_WAITED_MS)]);
      const { painted, refusal } = await this.#ports.workbook.clearOrders(found.numbers);
      if (painted.length > 0) this.#ports.onCleared();
      show(refusal === null ? { kind: "cleared", rows: painted.length } : { kind: "refused", refusal });
    } catch (error) {
      show({ kind: "failed", why: error instanceof Error ? error.message : String(error) });
    }
  }

  async #refreshOpened(number: string): Promise<void> {
    const asked = await this.#ports.client.summary(number);
    const { opened } = this.store.get();
    if (asked.kind === "answered" && opened?.summary.number === number)
      this.store.set({ opened: { ...opened, summary: asked.answer } });
  }

  #showList(asked: Asked<BatchPage>): void {
    const { listing } = this.store.get();
    if (asked.kind === "answered") {
      const fresh = { isLoadingMore: false, behind: null } as const;
      this.store.set({ listing: { kind: "listed", ...asked.answer, ...fresh } });
    } else if (listing.kind === "listed")
      this.store.set({ listing: { ...listing, isLoadingMore: false, behind: whyNot(asked) } });
    else this.store.set({ listing: { kind: "unlisted", why: whyNot(asked) } });
  }

  #query(): Partial<BatchListQuery> {
    const { search, state, isMine } = this.store.get().filter;
    const actor = this.#ports.planner.get().service?.actor;
    return {
      ...(search.trim() === "" ? {} : { search: search.trim() }),
      ...(state === null ? {} : { state }),
      ...(isMine && actor !== undefined ? { actor } : {}),
    };
  }

  #settle(): void {
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => void this.refresh(), SETTLE_MS);
  }
}
