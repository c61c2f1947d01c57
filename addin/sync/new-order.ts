/** One MO typed in: found, previewed while one types, and made exactly once, like every press. */
import type { FoundItem } from "../../shared/wire/items.ts";
import { NO_RULES_CHOSEN, toWireProblem } from "../../shared/wire/lines.ts";
import type { Batch, BatchRequest } from "../../shared/wire/batch.ts";
import type { PlanRequest } from "../../shared/wire/plan.ts";
import { problemAt } from "../../shared/row/problem.ts";
import type { FormOutbox } from "./form-outbox.ts";
import { FIRST_NEW_ORDER, EMPTY_FIELDS, type NewOrderFields, type NewOrderState } from "./new-order-state.ts";
import { pause, retryDelay } from "./pause.ts";
import type { Asked, ServiceClient } from "./service-client.ts";
import { createStore, type Store } from "./store.ts";

export interface NewOrderPorts {
  readonly client: Pick<ServiceClient, "plan" | "createBatch">;
  readonly findItems: (text: string) => Promise<Asked<{ readonly items: FoundItem[] }>>;
  readonly outbox: FormOutbox;
  readonly newKey: () => string;
}

/** Typing asks when it pauses. */
const SETTLE_MS = 300;
const ROW = 1;

export class NewOrder {
  readonly store: Store<NewOrderState> = createStore<NewOrderState>(FIRST_NEW_ORDER);
  readonly #ports: NewOrderPorts;
  #settling: ReturnType<typeof setTimeout> | undefined;
  /** Rises with each change, so that late answers of earlier ones are dropped. */
  #change = 0;
  /** The text that `found` answers; null while none does. */
  #foundFor: string | null = null;
  readonly #closed = new AbortController();

  constructor(ports: NewOrderPorts) {
    this.#ports = ports;
  }

  /** A press that was not answered before the pane was closed goes on with its key. */
  async start(): Promise<void> {
    const request = this.#ports.outbox.unfinished();
    if (request !== null) await this.#finish(request);
  }

  close(): void {
    this.#closed.abort();
    clearTimeout(this.#settling);
  }

  type(fields: Partial<NewOrderFields>): void {
    const before = this.store.get().fields;
    // Revisions belong to an item, locations to a store.
    const revision = fields.item === undefined ? {} : { revision: "" };
    const location = fields.store === undefined ? {} : { location: "" };
    this.store.set({ fields: { ...before, ...revision, ...location, ...fields }, refused: [] });
    if (fields.item !== undefined) this.#dropFound(fields.item);
    this.#settle();
  }

  /** Offers items before anything is typed. */
  offerItems(): void {
    if (this.#foundFor === null) this.#settle();
  }

  /** Makes what the preview shows. `addAnother` keeps store and dates for the next one. */
  async create(addAnother: boolean): Promise<void> {
    const { preview, isCreating, fields } = this.store.get();
    if (isCreating || preview.kind !== "planned") return;
    const { lines, rules } = requestOf(fields);
    const request: BatchRequest = {
      ...{ key: this.#ports.newKey(), lines, rules },
      fingerprints: [{ row: ROW, fingerprint: preview.row.fingerprint }],
      source: { workbook: "", sheet: "New MO" },
    };
    this.#ports.outbox.put(request);
    const made = await this.#finish(request);
    if (!made) return;
    const { store, needDate } = fields;
    this.store.set({ fields: addAnother ? { ...EMPTY_FIELDS, store, needDate } : EMPTY_FIELDS });
    this.store.set({ preview: { kind: "none" } });
    this.#dropFound("");
  }

  /** What was found for an earlier text is no offer for this one, unless it is the very item that is named. */
  #dropFound(item: string): void {
    const named = item.trim().toLowerCase();
    this.#foundFor = null;
    this.store.set({ found: this.store.get().found.filter(({ number }) => number.toLowerCase() === named) });
  }

  #settle(): void {
    this.#change += 1;
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => void this.#settled(), SETTLE_MS);
  }

  async #settled(): Promise<void> {
    const mine = this.#change;
    const { fields } = this.store.get();
    const isLate = (): boolean => mine !== this.#change;
    if (this.#foundFor !== fields.item) {
      const asked = await this.#ports.findItems(fields.item);
      if (isLate()) return;
      if (asked.kind === "answered") {
        this.#foundFor = fields.item;
        this.store.set({ found: asked.answer.items });
      }
    }
    if (fields.item.trim() === "" || fields.quantity.trim() === "") {
      this.store.set({ preview: { kind: "none" } });
      return;
    }
    this.store.set({ preview: { kind: "asking" } });
    const asked = await this.#ports.client.plan(requestOf(fields));
    if (!isLate()) this.#showPlan(asked);
  }

  #showPlan(asked: Awaited<ReturnType<ServiceClient["plan"]>>): void {
    if (asked.kind !== "answered") {
      const why = asked.kind === "refused" ? asked.problem.detail : "The service cannot be reached.";
      this.store.set({ preview: { kind: "unreachable", why } });
      return;
    }
    const [row] = asked.answer.rows;
    if (row?.outcome === "ready") this.store.set({ preview: { kind: "planned", row } });
    else
      this.store.set({
        preview: { kind: "refused", problems: row?.outcome === "refused" ? row.problems : [] },
      });
  }

  /** Sent until it is answered, always with the same key. Whether an order was made. */
  async #finish(request: BatchRequest): Promise<boolean> {
    this.store.set({ isCreating: true, refused: [] });
    const batch = await this.#send(request);
    this.store.set({ isCreating: false });
    if (batch === null) return false;
    this.#ports.outbox.remove();
    if (typeof batch === "string") {
      const problem = problemAt({ field: "item", value: batch }, "press-refused");
      this.store.set({ refused: [toWireProblem({ row: ROW, ...problem })] });
      return false;
    }
    const [row] = batch.rows;
    if (row?.outcome !== "created") {
      this.store.set({ refused: row?.problems ?? [] });
      return false;
    }
    const [line] = request.lines;
    const what = `${line?.quantity ?? ""} × ${line?.item ?? ""}`;
    this.store.set({ made: [{ number: row.number, status: row.status, what }, ...this.store.get().made] });
    return true;
  }

  /** The batch, or why the service will not have the request; null when the pane is closed meanwhile. */
  async #send(request: BatchRequest): Promise<Batch | string | null> {
    for (let tries = 0; !this.#closed.signal.aborted; tries += 1) {
      const asked = await this.#ports.client.createBatch(request);
      if (asked.kind === "answered") return asked.answer;
      if (asked.kind === "refused") return asked.problem.detail;
      await pause(retryDelay(tries), this.#closed.signal);
    }
    return null;
  }
}

function requestOf(fields: NewOrderFields): PlanRequest {
  const { item, quantity, store, revision, location, needDate, priority, memo } = fields;
  const chosen = { revision, location, priority: Number.parseInt(priority, 10) };
  const order = {
    ...(revision !== "" && { revision: chosen.revision }),
    ...(location !== "" && { location: chosen.location }),
    ...(Number.isNaN(chosen.priority) ? {} : { priority: chosen.priority }),
  };
  const line = {
    row: ROW,
    kind: "manual",
    document: "",
    line: "",
    item,
    quantity,
    store,
    needDate,
    notes: memo,
  } as const;
  return { lines: [{ ...line, order }], rules: { ...NO_RULES_CHOSEN, ...FORM_RULES } };
}

/** Somebody who types an order anew means it, whatever was made before. */
const FORM_RULES = { coveredRows: "make-anyway", overReason: "Made with the New MO form" } as const;
