/**
 * The same need twice in one press is nearly always a repeated paste; two different rows for one item are two needs
 * (R11). Told by what rows were understood to mean, so that another spelling of it is no second need (R2).
 */
import type { DemandLine } from "./demand-line.ts";
import { rowKey } from "./known-line.ts";

export class RepeatedRows {
  readonly #firstRow = new Map<string, number>();

  /** The earlier row that asks for the same; null when this is the first. Rows are told in their order. */
  earlierThan(demand: DemandLine): number | null {
    const key = demand.known === undefined ? rowKey(demand) : `line ${String(demand.known.id)}`;
    const earlier = this.#firstRow.get(key);
    if (earlier === undefined) this.#firstRow.set(key, demand.row);
    return earlier ?? null;
  }
}
