/**
 * Brings one press to the service: sent until it is known what became of it, always with the same key. A request that
 * hangs is not waited for: its progress is asked beside it, and it can be cancelled at any time (R4, R5, R53).
 */
import { batchStates } from "../../../shared/order/undo-batch.ts";
import type { Batch, BatchRequest, PressProgress } from "../../../shared/wire/batch.ts";
import type { RequestProblemCode } from "../../../shared/wire/problem-document.ts";
import type { Asked, Unanswered } from "../clients/http.ts";
import type { ServiceClient } from "../clients/service-client.ts";
import { pause, retryDelay } from "../pause.ts";

export interface DeliveryPorts {
  readonly client: Pick<ServiceClient, "createBatch" | "batchOf" | "progress" | "cancelPress">;
  readonly show: (standing: Standing) => void;
}

/** How it stands while nobody knows yet. */
export interface Standing {
  readonly tries: number;
  /** Why the last try was in vain; null while there was none. */
  readonly unanswered: Unanswered | null;
  readonly progress: PressProgress | null;
}

export interface ToDeliver {
  readonly request: BatchRequest;
  /** It may have been sent before, by a pane that was closed since. */
  readonly isRetry: boolean;
  readonly isCancelled: boolean;
}

export type Delivered =
  | { readonly kind: "batch"; readonly batch: Batch }
  /** The service will not have the request, and has made nothing with its key. */
  | { readonly kind: "refused"; readonly why: string }
  /** The pane was closed meanwhile. */
  | { readonly kind: "closed" };

const PROGRESS_EVERY_MS = 400;
/** The answer itself is on its way then, most likely. */
const ENDED_GRACE_MS = 2_000;
/** A request that the service has not heard of for so long is sent anew; with each try it is given more time to arrive. */
const UNHEARD_MS = 30_000;

/** Nobody knows who is asking: a press that is on its way stays until somebody signs in again (R56). */
const UNKNOWN_ACTOR: readonly RequestProblemCode[] = ["unauthorized", "origin-refused"];

const LET_GO: Unanswered = { kind: "unreachable", why: "it is not waited for any longer" };
const UNHEARD: Unanswered = { kind: "unreachable", why: "it did not arrive" };

export class Delivery {
  readonly #ports: DeliveryPorts;
  readonly #request: BatchRequest;
  readonly #isRetry: boolean;
  readonly #closed = new AbortController();
  #isCancelled: boolean;
  /** Of the request that is under way. */
  #underWay = new AbortController();
  #hurried = new AbortController();
  #standing: Standing = { tries: 0, unanswered: null, progress: null };

  constructor(ports: DeliveryPorts, { request, isRetry, isCancelled }: ToDeliver) {
    this.#ports = ports;
    this.#request = request;
    this.#isRetry = isRetry;
    this.#isCancelled = isCancelled;
  }

  get key(): string {
    return this.#request.key;
  }

  async run(): Promise<Delivered> {
    for (let tries = 0; !this.#closed.signal.aborted; tries += 1) {
      const wasCancelled = this.#isCancelled;
      this.#show({ tries, progress: null });
      const asked = await this.#send(tries);
      const end = await this.#endBy(asked, this.#isRetry || tries > 0);
      if (end !== null) return end;
      if (asked.kind !== "answered") this.#show({ unanswered: asked });
      if (wasCancelled === this.#isCancelled) await this.#rest(tries);
    }
    return { kind: "closed" };
  }

  /** From now on only cancelling is sent: its answer says whether it came too late. */
  cancel(): void {
    this.#isCancelled = true;
    this.#underWay.abort();
    this.hurry();
  }

  /** Tries again now instead of waiting. */
  hurry(): void {
    this.#hurried.abort();
  }

  close(): void {
    this.#closed.abort();
    this.#underWay.abort();
    this.hurry();
  }

  #show(change: Partial<Standing>): void {
    this.#standing = { ...this.#standing, ...change };
    if (!this.#closed.signal.aborted) this.#ports.show(this.#standing);
  }

  async #rest(tries: number): Promise<void> {
    this.#hurried = new AbortController();
    if (this.#closed.signal.aborted) return;
    await pause(retryDelay(tries), this.#hurried.signal);
  }

  async #send(tries: number): Promise<Asked<Batch>> {
    const { client } = this.#ports;
    if (this.#isCancelled) return client.cancelPress(this.#request.key);
    const underWay = new AbortController();
    this.#underWay = underWay;
    const sent = client.createBatch(this.#request, underWay.signal);
    const asked = await Promise.race([sent, this.#watch(tries, underWay.signal)]);
    underWay.abort();
    return asked;
  }

  /** Beside a request that is under way: how far it is, and what became of it when its own answer does not come. */
  async #watch(tries: number, signal: AbortSignal): Promise<Asked<Batch>> {
    for (let heardAt = Date.now(); ;) {
      await pause(PROGRESS_EVERY_MS, signal);
      const progress = signal.aborted ? null : await this.#progress(signal);
      if (signal.aborted) return LET_GO;
      if (progress !== null) this.#show({ progress });
      if (progress !== null && progress.state !== "unknown") heardAt = Date.now();
      const made = isOver(progress) ? await this.#madeWithout(signal) : null;
      if (made !== null) return made;
      if (Date.now() - heardAt > UNHEARD_MS * (tries + 1)) return UNHEARD;
    }
  }

  async #progress(signal?: AbortSignal): Promise<PressProgress | null> {
    const asked = await this.#ports.client.progress(this.#request.key, signal);
    return asked.kind === "answered" ? asked.answer : null;
  }

  /** The batch, when its own answer does not come though it is there; null when nobody tells. */
  async #madeWithout(signal: AbortSignal): Promise<Asked<Batch> | null> {
    await pause(ENDED_GRACE_MS, signal);
    const asked = await this.#ports.client.batchOf(this.#request.key);
    return asked.kind === "answered" ? asked : null;
  }

  /** Null while nobody knows what became of the press. */
  async #endBy(asked: Asked<Batch>, isRetry: boolean): Promise<Delivered | null> {
    if (asked.kind === "answered") return { kind: "batch", batch: asked.answer };
    if (asked.kind === "unreachable") return null;
    const refused = { kind: "refused", why: asked.problem.detail } as const;
    // What was never sent before has made nothing; of a retry an earlier try may have made all of it.
    if (!isRetry) return refused;
    if (UNKNOWN_ACTOR.includes(asked.problem.code)) return null;
    const { key } = this.#request;
    const made = await this.#ports.client.batchOf(key);
    if (made.kind === "answered") return { kind: "batch", batch: made.answer };
    const isNotThere = made.kind === "refused" && made.problem.code === "not-found";
    return isNotThere && (await this.#progress())?.state === "unknown" ? refused : null;
  }
}

function isOver(progress: PressProgress | null): boolean {
  return progress !== null && batchStates.some((state) => state === progress.state);
}
