/** Long work in steps that leave the screen free: nothing on the pane's thread takes longer than a moment. */

/** Well below what people notice, and long enough that pausing costs little. */
const MOMENT_MS = 12;

/** Null when the work was given up, because `isWanted` said no at a pause. */
export async function inSteps<Result>(
  steps: Generator<undefined, Result, undefined>,
  isWanted: () => boolean,
): Promise<Result | null> {
  for (let begun = performance.now(); ;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() - begun < MOMENT_MS) continue;
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (!isWanted()) return null;
    begun = performance.now();
  }
}

/** For work that nobody may give up. */
export async function wholeInSteps<Result extends object>(
  steps: Generator<undefined, Result, undefined>,
): Promise<Result> {
  const result = await inSteps(steps, () => true);
  if (result === null) throw new Error("Work that nobody may give up was given up");
  return result;
}
