/** Waiting that can be cut short. */

/** Growing waits between tries, in ms, with some spread so that many panes do not come back at once. */
export function retryDelay(tries: number): number {
  const steps = [500, 1_000, 2_000, 4_000, 8_000, 15_000];
  const step = steps[Math.min(tries, steps.length - 1)] ?? 15_000;
  return step * (0.8 + Math.random() * 0.4);
}

/** Ends after `ms`, or at once when the signal comes. */
export function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted === true) {
      resolve();
      return;
    }
    const end = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal?.addEventListener("abort", end);
  });
}
