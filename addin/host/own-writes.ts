/**
 * When the add-in itself is writing. Before ExcelApi 1.14 no event says who caused it: what changes while we write, and
 * in the moment after, is taken for ours, or every paint would have the pane read and plan everything again. Whoever
 * types just then also moves the selection, which is news of its own.
 */
const AFTERWARDS_MS = 1_000;

export class OwnWrites {
  #going = 0;
  #ended = -Infinity;

  async during<Result>(work: () => Promise<Result>): Promise<Result> {
    this.#going += 1;
    try {
      return await work();
    } finally {
      this.#going -= 1;
      this.#ended = performance.now();
    }
  }

  mayBeBehind(triggerSource: string | undefined): boolean {
    if (triggerSource !== undefined) return triggerSource === "ThisLocalAddin";
    return this.#going > 0 || performance.now() - this.#ended < AFTERWARDS_MS;
  }
}
