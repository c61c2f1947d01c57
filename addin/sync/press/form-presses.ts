/** The presses of the New MO form: made exactly once, like every press, and forgotten only when the order is shown. */
import { problemAt } from "../../../shared/row/problem.ts";
import type { BatchRequest } from "../../../shared/wire/batch.ts";
import { toWireProblem } from "../../../shared/wire/lines.ts";
import type { PlanRequest } from "../../../shared/wire/plan.ts";
import type { ServiceClient } from "../clients/service-client.ts";
import { FORM_ROW } from "../new-order-request.ts";
import type { NewOrderState } from "../new-order-state.ts";
import type { Store } from "../store.ts";
import { pause } from "../pause.ts";
import type { WorkbookId } from "../workbook-id.ts";
import { Delivery, type Delivered, type DeliveryPorts, type Standing } from "./delivery.ts";
import type { Kept } from "./outbox.ts";
import type { FormPress } from "./press.ts";

export interface FormPressPorts {
  readonly store: Store<NewOrderState>;
  readonly client: DeliveryPorts["client"] & Pick<ServiceClient, "order">;
  readonly outbox: Kept<FormPress>;
  readonly workbookId: WorkbookId;
  readonly newKey: () => string;
}

interface Unfinished {
  readonly press: FormPress;
  /** It may have been sent before. */
  readonly isRetry: boolean;
  readonly isKept: boolean;
}

const HOST_BUSY_PAUSE_MS = 1_000;

export class FormPresses {
  readonly #ports: FormPressPorts;
  readonly #closed = new AbortController();
  /** By this pane itself, which goes on with them. */
  readonly #sent = new Set<string>();
  #delivery: Delivery | null = null;

  constructor(ports: FormPressPorts) {
    this.#ports = ports;
  }

  /**
   * Makes what was planned under this fingerprint, and nothing else. False when nothing was made. The form stays as busy
   * as it is until whoever called has emptied it: in between, the same would be made again.
   */
  async send(planned: PlanRequest, fingerprint: string): Promise<boolean> {
    const { workbookId, newKey, outbox } = this.#ports;
    const request: BatchRequest = {
      ...planned,
      key: newKey(),
      fingerprints: [{ row: FORM_ROW, fingerprint }],
      source: { workbook: "", sheet: "New MO" },
    };
    this.#ports.store.set({
      creating: { what: typedIn(request), isKept: true, tries: 0, unanswered: null },
    });
    const press = { request, workbookId: await workbookId.made() };
    this.#sent.add(request.key);
    return this.#finish({ press, isRetry: false, isKept: await outbox.put(press) });
  }

  /** Those that were not answered, or not shown, before the pane was closed. */
  async finishAll(): Promise<void> {
    const { outbox } = this.#ports;
    const id = await this.#workbookIs();
    const kept = id === null ? [] : await outbox.unfinished(id);
    for (const press of kept) {
      if (this.#closed.signal.aborted || this.#sent.has(press.request.key)) continue;
      await this.#finish({ press, isRetry: true, isKept: true });
      this.#ports.store.set({ creating: null });
    }
  }

  /** Asked until Excel answers; null when nothing was pressed in this workbook yet, or the pane is closed first. */
  async #workbookIs(): Promise<string | null> {
    const { signal } = this.#closed;
    while (!signal.aborted) {
      const asked = await this.#ports.workbookId.known();
      if (asked.kind === "known") return asked.id;
      await pause(HOST_BUSY_PAUSE_MS, signal);
    }
    return null;
  }

  /** Tries again now instead of waiting. */
  hurry(): void {
    this.#delivery?.hurry();
  }

  close(): void {
    this.#closed.abort();
    this.#delivery?.close();
  }

  async #finish(unfinished: Unfinished): Promise<boolean> {
    const { store, outbox } = this.#ports;
    const { request } = unfinished.press;
    store.set({ refused: [] });
    const delivered = await this.#deliver(unfinished);
    if (delivered.kind === "closed") return false;
    const isMade = await this.#tell(request, delivered);
    // What a closing pane was told last, nobody has seen.
    if (!this.#closed.signal.aborted) await outbox.remove(request.key);
    return isMade;
  }

  #deliver({ press: { request }, isRetry, isKept }: Unfinished): Promise<Delivered> {
    const { client, store } = this.#ports;
    const what = typedIn(request);
    const show = ({ tries, unanswered }: Standing): void =>
      store.set({ creating: { what, isKept, tries, unanswered } });
    this.#delivery = new Delivery({ client, show }, { request, isRetry, isCancelled: false });
    return this.#delivery.run().finally(() => (this.#delivery = null));
  }

  async #tell(request: BatchRequest, delivered: Exclude<Delivered, { kind: "closed" }>): Promise<boolean> {
    const { store } = this.#ports;
    if (delivered.kind === "refused") {
      const problem = problemAt({ field: "item", value: delivered.why }, "press-refused");
      store.set({ refused: [toWireProblem({ row: FORM_ROW, ...problem })] });
      return false;
    }
    const [row] = delivered.batch.rows;
    if (row?.outcome !== "created") {
      store.set({ refused: row?.problems ?? [] });
      return false;
    }
    const { number } = row;
    const what = await this.#whatIsMade(number, typedIn(request));
    const batch = delivered.batch.number;
    store.set({ made: [{ number, batch, what }, ...store.get().made] });
    return true;
  }

  /** The order says it by its own item and unit: what was typed may be an alias, or a quantity that was rounded. */
  async #whatIsMade(number: string, typed: string): Promise<string> {
    const asked = await this.#ports.client.order(number);
    if (asked.kind !== "answered") return typed;
    const { quantity, unit, item } = asked.answer;
    return `${quantity} ${unit} ${item}`;
  }
}

function typedIn({ lines: [line] }: BatchRequest): string {
  return `${line?.quantity ?? ""} × ${line?.item ?? ""}`;
}
