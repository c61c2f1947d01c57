/**
 * The presses of this workbook's sheets: sent, cancelled, painted, and gone on with after a reload, one after the other
 * until none is left. Each stays in the outbox until its results are shown.
 */
import type { Batch } from "../../../shared/wire/batch.ts";
import type { PaintReport, Workbook } from "../../host/workbook.ts";
import { afterPress } from "../chosen-rules.ts";
import type { ServiceClient } from "../clients/service-client.ts";
import type { Outcome, PlannerState } from "../planner-state.ts";
import type { Store } from "../store.ts";
import type { WorkbookId } from "../workbook-id.ts";
import { faultText } from "../fault-text.ts";
import { Delivery, type Delivered, type Standing } from "./delivery.ts";
import { newPress, type Previewed } from "./new-press.ts";
import type { Kept } from "./outbox.ts";
import { paintPress, type Painting } from "./paint-press.ts";
import type { SheetPress } from "./press.ts";

export interface PressPorts {
  readonly store: Store<PlannerState>;
  readonly workbook: Pick<Workbook, "paint">;
  readonly client: ServiceClient;
  readonly outbox: Kept<SheetPress>;
  readonly workbookId: WorkbookId;
  readonly newKey: () => string;
  /** Local time for people, "14:02". */
  readonly clockTime: () => string;
  /** The MOs of a press stand in the sheet, as far as it takes them. */
  readonly onMade: (numbers: readonly string[]) => void;
}

interface Unfinished {
  readonly press: SheetPress;
  /** It may have been sent before. */
  readonly isRetry: boolean;
  readonly isKept: boolean;
}

export class SheetPresses {
  readonly #ports: PressPorts;
  readonly #closed = new AbortController();
  /** Put into the outbox by this pane and not sent yet. */
  readonly #fresh: Unfinished[] = [];
  /** Finished here, whether or not the browser could forget them. */
  readonly #ended = new Set<string>();
  readonly #cancelled = new Set<string>();
  /** Those whose painting failed once for no reason that Excel names. */
  readonly #faulted = new Set<string>();
  #isWorkbookKnown = false;
  #delivery: Delivery | null = null;
  #hurried = new AbortController();
  #finishing: Promise<void> | null = null;

  constructor(ports: PressPorts) {
    this.#ports = ports;
  }

  /** Creates what was previewed, and nothing else. */
  async send(previewed: Previewed): Promise<void> {
    const { store, workbookId, newKey, clockTime, outbox } = this.#ports;
    const { rules } = store.get();
    const identity = { key: newKey(), workbookId: await workbookId.made(), pressedAt: clockTime() };
    const press = newPress({ ...previewed, rules }, identity);
    const waiting = { tries: 0, unanswered: null, progress: null };
    store.set({ work: { kind: "sending", press, isKept: true, ...waiting }, outcomes: [] });
    const isKept = await outbox.put(press);
    this.#fresh.push({ press, isRetry: false, isKept });
    // One that was just ending has not seen it.
    while (this.#fresh.length > 0 && !this.#closed.signal.aborted) await this.finishAll();
  }

  /** Excel did not say yet which workbook this is: presses of it may wait to be gone on with. */
  get mayWait(): boolean {
    return !this.#isWorkbookKnown;
  }

  /** One after the other, until none of this workbook is left. */
  finishAll(): Promise<void> {
    this.#finishing ??= this.#finishEach().finally(() => (this.#finishing = null));
    return this.#finishing;
  }

  /** A press that is on its way: its answer will say for each row whether it was made. */
  async cancel(): Promise<void> {
    const { store, outbox } = this.#ports;
    const { work } = store.get();
    if (work.kind !== "sending" || work.press.isCancelled) return;
    const press = { ...work.press, isCancelled: true };
    this.#cancelled.add(press.request.key);
    store.set({ work: { ...work, press } });
    // Kept first: a pane that is closed now must not send it again as if nobody had cancelled.
    await outbox.put(press);
    if (this.#delivery?.key === press.request.key) this.#delivery.cancel();
  }

  /** Tries again now instead of waiting. */
  hurry(): void {
    this.#delivery?.hurry();
    this.#hurried.abort();
    this.#hurried = new AbortController();
  }

  close(): void {
    this.#closed.abort();
    this.#delivery?.close();
    this.hurry();
  }

  async #finishEach(): Promise<void> {
    for (let next = await this.#next(); next !== null; next = await this.#next()) {
      const outcome = await this.#finish(next);
      if (outcome === null) return;
      await this.#end(outcome);
      this.#ports.store.set({ work: { kind: "reading" } });
    }
  }

  async #next(): Promise<Unfinished | null> {
    if (this.#closed.signal.aborted) return null;
    const fresh = this.#fresh.shift();
    if (fresh !== undefined) return fresh;
    const asked = await this.#ports.workbookId.known();
    this.#isWorkbookKnown = asked.kind === "known";
    if (asked.kind === "refused") return null;
    const kept = asked.id === null ? [] : await this.#ports.outbox.unfinished(asked.id);
    const press = kept.find(({ request }) => !this.#ended.has(request.key));
    return press === undefined ? null : { press, isRetry: true, isKept: true };
  }

  /** Null when the pane is closed meanwhile. */
  async #finish(unfinished: Unfinished): Promise<Outcome | null> {
    const { press } = unfinished;
    const delivered = await this.#deliver(unfinished);
    if (delivered.kind === "closed") return null;
    if (delivered.kind === "refused")
      return { press, result: { kind: "refused", message: delivered.why }, isFolded: false };
    const { batch } = delivered;
    const result = { kind: "made", batch, ...(await this.#paint(press, batch)) } as const;
    return { press, result, isFolded: false };
  }

  #deliver({ press, isRetry, isKept }: Unfinished): Promise<Delivered> {
    const { client, store } = this.#ports;
    const { request } = press;
    const isCancelled = (): boolean => press.isCancelled || this.#cancelled.has(request.key);
    const show = (standing: Standing): void =>
      store.set({
        work: { kind: "sending", press: { ...press, isCancelled: isCancelled() }, isKept, ...standing },
      });
    this.#delivery = new Delivery({ client, show }, { request, isRetry, isCancelled: isCancelled() });
    return this.#delivery.run().finally(() => (this.#delivery = null));
  }

  /** What Excel fails with is thrown once, so that it is seen and tried again; then the pane tells the results instead. */
  async #paint(press: SheetPress, batch: Batch): Promise<{ paint: PaintReport; fault: string | null }> {
    const { store, workbook } = this.#ports;
    const { key } = press.request;
    const show = (painting: Painting): void =>
      store.set({ work: { kind: "painting", press, batch, ...painting } });
    try {
      const hurried = (): AbortSignal => this.#hurried.signal;
      return { paint: await paintPress({ workbook, show, hurried }, press, batch), fault: null };
    } catch (error) {
      if (this.#faulted.has(key)) return { paint: unpainted(batch), fault: faultText(error) };
      this.#faulted.add(key);
      throw error;
    }
  }

  /** Shown first, and forgotten then: a crash in between shows it again, which is no harm. */
  async #end(outcome: Outcome): Promise<void> {
    const { store, outbox, onMade } = this.#ports;
    const { outcomes, rules } = store.get();
    store.set({ outcomes: [outcome, ...outcomes], rules: afterPress(rules) });
    this.#ended.add(outcome.press.request.key);
    if (outcome.result.kind === "made") onMade(numbersOf(outcome.result.batch));
    // What a closing pane was told last, nobody has seen.
    if (!this.#closed.signal.aborted) await outbox.remove(outcome.press.request.key);
  }
}

function unpainted({ rows }: Batch): PaintReport {
  return { painted: [], moved: [], lost: rows.map(({ row }) => row), refusal: null };
}

function numbersOf({ rows }: Batch): readonly string[] {
  return [...new Set(rows.flatMap((row) => (row.outcome === "created" ? [row.number] : [])))];
}
