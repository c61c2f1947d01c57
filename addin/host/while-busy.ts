/** What must be done though Excel may be busy when it is first asked: somebody may type in a cell for a long time (R30). */
import { refusalOf } from "./host-errors.ts";
import { isBusy, type HostRefusal } from "./workbook.ts";

const AGAIN_MS = 1_000;

/** Resolves with what the attempt gives, as soon as the host is free. */
export async function whenFree<Result>(attempt: () => Promise<Result>): Promise<Result> {
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (!isBusy(refusalOf(error))) throw error;
    }
    await aMoment();
  }
}

/** The same for work that tells its refusal as a value. */
export async function untilFree<Result extends { readonly refusal: HostRefusal | null }>(
  attempt: () => Promise<Result>,
): Promise<Result> {
  for (;;) {
    const result = await attempt();
    if (!isBusy(result.refusal)) return result;
    await aMoment();
  }
}

/** Resolves after the first attempt; where that met a busy host, the next ones are made behind the caller's back. */
export async function soonerOrLater(attempt: () => Promise<void>): Promise<void> {
  try {
    await attempt();
  } catch (error) {
    if (!isBusy(refusalOf(error))) throw error;
    // What fails for good by then has nobody to be told any more: it is as if it had never been asked.
    void aMoment().then(() => whenFree(attempt).catch(() => undefined));
  }
}

function aMoment(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
}
