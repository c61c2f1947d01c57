/**
 * Follows the service's event log from a cursor. The stream only says that there is more; events are fetched by
 * position, so a cut, a sleeping laptop or a proxy that swallows streams delays them and loses none (R53).
 */
import { createParser } from "eventsource-parser";
import type { Event } from "../../shared/event/event.ts";
import { pause, retryDelay } from "./pause.ts";
import type { ServiceClient } from "./clients/service-client.ts";

/** How news comes at present. */
export type Connection = "connecting" | "live" | "polling" | "offline";

export interface FeedOptions {
  readonly client: ServiceClient;
  /** The position up to which everything is known. */
  readonly after: number;
  readonly onEvents: (events: readonly Event[]) => void;
  readonly onConnection: (connection: Connection) => void;
  readonly signal: AbortSignal;
  /** A stream that does not begin to speak within this time is swallowed by something in between. */
  readonly firstWordMs?: number;
  readonly pollMs?: number;
}

/** The service says something every 15 seconds. */
const SILENCE_MS = 20_000;
const FIRST_WORD_MS = 4_000;
const POLL_MS = 3_000;
/** After so many polls the stream is tried again. */
const POLLS_BETWEEN_TRIES = 20;

export async function followEvents(options: FeedOptions): Promise<void> {
  const follower = new Follower(options);
  let failures = 0;
  while (!options.signal.aborted) {
    const caughtUp = await follower.catchUp();
    if (!caughtUp) {
      options.onConnection("offline");
      await pause(retryDelay(failures), options.signal);
      failures += 1;
      continue;
    }
    failures = 0;
    const end = await follower.listen();
    if (end === "silent") await follower.poll();
    else await pause(retryDelay(0), options.signal);
  }
}

class Follower {
  readonly #options: FeedOptions;
  #position: number;

  constructor(options: FeedOptions) {
    this.#options = options;
    this.#position = options.after;
  }

  /** Reads on from the cursor to the end of the log; false when the service cannot be reached. */
  async catchUp(): Promise<boolean> {
    for (;;) {
      const page = await this.#options.client.events(this.#position);
      if (page.kind !== "answered") return false;
      if (page.answer.events.length > 0) this.#options.onEvents(page.answer.events);
      this.#position = page.answer.position;
      if (!page.answer.more || this.#options.signal.aborted) return true;
    }
  }

  /** Listens until the stream is cut, or until it proves to be silent. */
  async listen(): Promise<"cut" | "silent"> {
    const { client, signal, firstWordMs = FIRST_WORD_MS } = this.#options;
    const silence = new AbortController();
    const stop = (): void => silence.abort();
    signal.addEventListener("abort", stop, { once: true });
    let isSilent = true;
    let timer = setTimeout(stop, firstWordMs);
    try {
      const stream = await client.openStream(this.#position, silence.signal);
      const parser = createParser({ onEvent: () => void this.#followNudge(stop) });
      const decoder = new TextDecoder();
      for await (const chunk of chunks(stream)) {
        isSilent = false;
        clearTimeout(timer);
        timer = setTimeout(stop, SILENCE_MS);
        this.#options.onConnection("live");
        parser.feed(decoder.decode(chunk, { stream: true }));
      }
      return "cut";
    } catch {
      return isSilent && silence.signal.aborted && !signal.aborted ? "silent" : "cut";
    } finally {
      clearTimeout(timer);
      signal.removeEventListener("abort", stop);
      silence.abort();
    }
  }

  /** Nothing else would say again that there is more: a fetch that fails is a cut, after which all is asked anew. */
  async #followNudge(cut: () => void): Promise<void> {
    if (!(await this.catchUp())) cut();
  }

  async poll(): Promise<void> {
    const { signal, pollMs = POLL_MS, onConnection } = this.#options;
    for (let polls = 0; polls < POLLS_BETWEEN_TRIES && !signal.aborted; polls += 1) {
      if (!(await this.catchUp())) return;
      onConnection("polling");
      await pause(pollMs, signal);
    }
  }
}

async function* chunks(response: Response): AsyncGenerator<Uint8Array> {
  const reader = response.body?.getReader();
  if (reader === undefined) return;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    reader.releaseLock();
  }
}
