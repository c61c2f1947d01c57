/** Long work in steps, each yielding how much is through: whoever has others to serve can do so between them. */

export type Steps<Result> = Generator<number, Result, undefined>;

const ENTRIES_A_STEP = 100;

export function* mapInSteps<From, To>(list: readonly From[], map: (entry: From) => To): Steps<To[]> {
  const mapped: To[] = [];
  for (const [index, entry] of list.entries()) {
    if (index % ENTRIES_A_STEP === 0) yield index;
    mapped.push(map(entry));
  }
  return mapped;
}

/** For those who have nobody else to serve. */
export function allSteps<Result>(steps: Steps<Result>): Result {
  for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value;
}
