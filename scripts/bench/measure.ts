/** Figures of one run on one machine: only their ratios mean anything elsewhere. */

export interface Measured {
  readonly name: string;
  /** Ours over the yardstick's. */
  readonly ratio: number;
  /** The ratio is to be at most this. */
  readonly bar: number;
  readonly note: string;
}

/** Milliseconds of the fastest of so many tries: the one the machine disturbed least. */
export function fastest(tries: number, work: () => unknown): number {
  const times = Array.from({ length: tries }, () => {
    const begun = performance.now();
    work();
    return performance.now() - begun;
  });
  return Math.min(...times);
}

export function report(measured: Measured): Measured {
  const verdict = measured.ratio <= measured.bar ? "ok" : "OVER";
  const ratio = measured.ratio.toFixed(2);
  console.log(`${verdict.padEnd(5)}${measured.name}: ${ratio} (at most ${measured.bar}) · ${measured.note}`);
  return measured;
}
