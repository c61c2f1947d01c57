/** One MO typed in: found, previewed while one types, and made exactly once, like every press. */
import { toWireProblem } from "../../shared/wire/lines.ts";
import type { Batch, BatchRequest } from "../../shared/wire/batch.ts";
import { problemAt } from "../../shared/row/problem.ts";
import type { FormOutbox } from "./form-outbox.ts";
import { FORM_ROW, readPriority, requestOf } from "./new-order-request.ts";
import {
  FIRST_NEW_ORDER,
  EMPTY_FIELDS,
  type NewOrderFields,
  type NewOrderState,
  type Preview,
} from "./new-order-state.ts";
import { pause, retryDelay } from "./pause.ts";
import type { ItemClient } from "./clients/item-client.ts";
import type { ServiceClient } from "./clients/service-client.ts";
import { createStore, type Store } from "./store.ts";

export interface NewOrderPorts {
  readonly client: Pick<ServiceClient, "plan" | "createBatch" | "order">;
  readonly items: ItemClient;
  readonly outbox: FormOutbox;
  readonly newKey: () => string;
}

/** Typing asks when it pauses. */
const SETTLE_MS = 300;
const SERVICE_RETRY_MS = 3_000;

export class NewOrder {
  readonly store: Store<NewOrderState> = createStore<NewOrderState>(FIRST_NEW_ORDER);
  readonly #ports: NewOrderPorts;
  #settling: ReturnType<typeof setTimeout> | undefined;
  /** Rises with each change, so that late answers of earlier ones are dropped. */
  #change = 0;
  /** The text that `found` answers; null while none does. */
  #foundFor: string | null = null;
  readonly #closed = new AbortController();
  #hurry = new AbortController();

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
    this.#hurry.abort();
    clearTimeout(this.#settling);
  }

  /** Tries again now instead of waiting. */
  hurry(): void {
    this.#hurry.abort();
    this.#hurry = new AbortController();
    if (this.store.get().preview.kind === "unreachable") this.#settle(0);
  }

  type(fields: Partial<NewOrderFields>): void {
    const { fields: before, creating } = this.store.get();
    // What is being made stands in the fields, which are emptied when it is made.
    if (creating !== null) return;
    // Revisions belong to an item, locations to a store.
    const revision = fields.item === undefined ? {} : { bom: "", revision: "" };
    const location = fields.store === undefined ? {} : { location: "" };
    this.store.set({ fields: { ...before, ...revision, ...location, ...fields }, refused: [] });
    if (fields.item !== undefined) this.#dropFound(fields.item);
    // The memo changes nothing that is planned; anything else may.
    if (Object.keys(fields).some((name) => name !== "memo")) this.#unplan();
    this.#settle();
  }

  /** Offers items before anything is typed. */
  offerItems(): void {
    if (this.#foundFor === null) this.#settle();
  }

  /** Makes what the preview shows. `addAnother` keeps store and dates for the next one. */
  async create(addAnother: boolean): Promise<void> {
    const { preview, creating, fields } = this.store.get();
    if (creating !== null || preview.kind !== "planned") return;
    const { lines, rules } = requestOf(fields);
    const request: BatchRequest = {
      key: this.#ports.newKey(),
      lines,
      rules,
      fingerprints: [{ row: FORM_ROW, fingerprint: preview.row.fingerprint }],
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

  /** What was planned for other fields is not what Create would make now. */
  #unplan(): void {
    const { fields, preview } = this.store.get();
    if (!isWhole(fields)) this.store.set({ preview: { kind: "none" } });
    else if (preview.kind !== "unreachable") this.store.set({ preview: { kind: "asking" } });
  }

  #settle(ms = SETTLE_MS): void {
    this.#change += 1;
    clearTimeout(this.#settling);
    if (this.#closed.signal.aborted) return;
    this.#settling = setTimeout(() => void this.#settled(), ms);
  }

  async #settled(): Promise<void> {
    const mine = this.#change;
    const { fields } = this.store.get();
    const isLate = (): boolean => mine !== this.#change;
    if (this.#foundFor !== fields.item) {
      const asked = await this.#ports.items.find(fields.item);
      if (isLate()) return;
      if (asked.kind === "answered") {
        this.#foundFor = fields.item;
        this.store.set({ found: asked.answer.items });
      }
    }
    if (!isWhole(fields)) {
      this.store.set({ preview: { kind: "none" } });
      return;
    }
    const asked = await this.#ports.client.plan(requestOf(fields));
    if (!isLate()) this.#showPlan(asked);
  }

  #showPlan(asked: Awaited<ReturnType<ServiceClient["plan"]>>): void {
    this.store.set({ preview: previewOf(asked) });
    if (asked.kind === "unreachable") this.#settle(SERVICE_RETRY_MS);
  }

  /** Sent until it is answered, always with the same key. Whether an order was made. */
  async #finish(request: BatchRequest): Promise<boolean> {
    this.store.set({ refused: [] });
    const batch = await this.#send(request);
    if (batch === null) return false;
    this.#ports.outbox.remove();
    if (typeof batch === "string") {
      const problem = problemAt({ field: "item", value: batch }, "press-refused");
      this.store.set({ creating: null, refused: [toWireProblem({ row: FORM_ROW, ...problem })] });
      return false;
    }
    const [row] = batch.rows;
    if (row?.outcome !== "created") {
      this.store.set({ creating: null, refused: row?.problems ?? [] });
      return false;
    }
    const what = await this.#whatIsMade(row.number, typedIn(request));
    const { made } = this.store.get();
    this.store.set({ creating: null, made: [{ number: row.number, status: row.status, what }, ...made] });
    return true;
  }

  /** The order says it by its own item and unit: what was typed may be an alias, or a quantity that was rounded. */
  async #whatIsMade(number: string, typed: string): Promise<string> {
    const asked = await this.#ports.client.order(number);
    if (asked.kind !== "answered") return typed;
    const { quantity, unit, item } = asked.answer;
    return `${quantity} ${unit} ${item}`;
  }

  /** The batch, or why the service will not have the request; null when the pane is closed meanwhile. */
  async #send(request: BatchRequest): Promise<Batch | string | null> {
    for (let tries = 0; !this.#closed.signal.aborted; tries += 1) {
      this.store.set({ creating: { what: typedIn(request), tries } });
      const asked = await this.#ports.client.createBatch(request, this.#closed.signal);
      if (asked.kind === "answered") return asked.answer;
      if (asked.kind === "refused") return asked.problem.detail;
      await pause(retryDelay(tries), this.#hurry.signal);
    }
    return null;
  }
}

/** Whether there is enough to ask what would be made. */
function isWhole({ item, quantity, priority }: NewOrderFields): boolean {
  return item.trim() !== "" && quantity.trim() !== "" && readPriority(priority).kind !== "wrong";
}

function previewOf(asked: Awaited<ReturnType<ServiceClient["plan"]>>): Preview {
  if (asked.kind === "unreachable") return { kind: "unreachable" };
  if (asked.kind === "refused") return { kind: "rejected", why: asked.problem.detail };
  const [row] = asked.answer.rows;
  if (row?.outcome === "ready") return { kind: "planned", row };
  return { kind: "refused", problems: row?.outcome === "refused" ? row.problems : [] };
}

function typedIn({ lines: [line] }: BatchRequest): string {
  return `${line?.quantity ?? ""} × ${line?.item ?? ""}`;
}
