/** What one stream tells its reader: the newest position beyond the reader's own, or null when nothing happened for a while. */
import type { Feed } from "./feed.ts";

export interface Reader {
  /** The reader's cursor. */
  readonly after: number;
  /** The last position in the log, asked once at the start. */
  readonly newest: () => Promise<number>;
  readonly quietMs: number;
  readonly gone: AbortSignal;
}

/** Newest only: a slow reader is told once, not once for every event it missed. */
export async function* nudges(feed: Feed, reader: Reader): AsyncGenerator<number | null> {
  let told = reader.after;
  let newest = reader.after;
  let wake = (): void => undefined;
  const unlisten = feed.listen((position) => {
    newest = Math.max(newest, position);
    wake();
  });
  const onGone = (): void => wake();
  reader.gone.addEventListener("abort", onGone);
  const pause = (): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, reader.quietMs);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  try {
    newest = Math.max(newest, await reader.newest());
    while (!reader.gone.aborted) {
      if (newest > told) {
        told = newest;
        yield told;
      } else {
        await pause();
        if (newest <= told) yield null;
      }
    }
  } finally {
    unlisten();
    reader.gone.removeEventListener("abort", onGone);
  }
}
