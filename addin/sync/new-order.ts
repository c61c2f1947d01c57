/** One MO typed in: found, previewed while one types, and made exactly once, like every press. */
import { readPriority, requestOf } from "./new-order-request.ts";
import {
  FIRST_NEW_ORDER,
  EMPTY_FIELDS,
  type NewOrderFields,
  type NewOrderState,
  type Preview,
} from "./new-order-state.ts";
import { FormPresses, type FormPressPorts } from "./press/form-presses.ts";
import type { Outbox } from "./press/outbox.ts";
import type { ItemClient } from "./clients/item-client.ts";
import type { ServiceClient } from "./clients/service-client.ts";
import { createStore, type Store } from "./store.ts";
import type { WorkbookId } from "./workbook-id.ts";

export interface NewOrderPorts {
  readonly client: Pick<ServiceClient, "plan"> & FormPressPorts["client"];
  readonly items: ItemClient;
  readonly outbox: Outbox;
  readonly workbookId: WorkbookId;
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
  readonly #presses: FormPresses;
  #isClosed = false;

  constructor(ports: NewOrderPorts) {
    this.#ports = ports;
    this.#presses = new FormPresses({ ...ports, store: this.store, outbox: ports.outbox.form });
  }

  /** Presses that were not answered, or not shown, before the pane was closed go on with their keys. */
  start(): Promise<void> {
    return this.#presses.finishAll();
  }

  close(): void {
    this.#isClosed = true;
    this.#presses.close();
    clearTimeout(this.#settling);
  }

  /** Tries again now instead of waiting. */
  hurry(): void {
    this.#presses.hurry();
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
    const isMade = await this.#presses.send(requestOf(fields), preview.row.fingerprint);
    if (!isMade) {
      // What was refused is looked at again: under its old fingerprint it would be refused for ever.
      this.store.set({ creating: null, preview: { kind: "asking" } });
      this.#settle(0);
      return;
    }
    const { store, needDate } = fields;
    const next = addAnother ? { ...EMPTY_FIELDS, store, needDate } : EMPTY_FIELDS;
    this.store.set({ creating: null, fields: next, preview: { kind: "none" } });
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
    if (this.#isClosed) return;
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
