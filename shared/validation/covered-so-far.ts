/** Coverage row after row: what an earlier row of the press takes of a line is not left for the next one (R2). */
import { add, type Decimal } from "../quantity/decimal.ts";
import { checkCoverage } from "./check-coverage.ts";
import type { CheckedLine, CheckRules } from "./check-lines.ts";
import type { DemandLine } from "./demand-line.ts";
import type { Facts } from "./facts.ts";
import { rowKey, type KnownLine } from "./known-line.ts";

interface Taken {
  readonly quantity: Decimal;
  /** The first row that takes of it. */
  readonly row: number;
}

export class CoveredSoFar {
  readonly #pressed: Facts["pressed"];
  readonly #rules: CheckRules;
  /** By the line's id. */
  readonly #taken = new Map<number, Taken>();

  constructor(pressed: Facts["pressed"], rules: CheckRules) {
    this.#pressed = pressed;
    this.#rules = rules;
  }

  /** Rows are told in their order. */
  check(one: CheckedLine): CheckedLine {
    if (!one.ok) return one;
    const { demand, warnings } = one;
    const { row } = demand;
    const known = demand.known ?? this.#pressedBefore(demand);
    const coverage = checkCoverage(demand, known === null ? null : this.#withTaken(known), this.#rules);
    if (!coverage.ok) return { ok: false, row, problems: [{ row, ...coverage.problem }] };
    if (known !== null) this.#take(known, coverage.demand);
    if (coverage.demand === demand && coverage.warnings.length === 0) return one;
    const more = coverage.warnings.map((warning) => ({ row, ...warning }));
    return { ok: true, demand: coverage.demand, warnings: [...warnings, ...more] };
  }

  #pressedBefore(demand: DemandLine): KnownLine | null {
    return this.#pressed.size === 0 ? null : (this.#pressed.get(rowKey(demand)) ?? null);
  }

  #withTaken(known: KnownLine): KnownLine {
    const taken = this.#taken.get(known.id);
    if (taken === undefined) return known;
    const earlier = { number: `row ${String(taken.row)}`, actor: "this press" };
    return {
      ...known,
      covered: add(known.covered, taken.quantity),
      orders: [...known.orders, earlier],
    };
  }

  #take({ id }: KnownLine, { row, quantity }: DemandLine): void {
    const before = this.#taken.get(id);
    const taken =
      before === undefined ? { row, quantity } : { ...before, quantity: add(before.quantity, quantity) };
    this.#taken.set(id, taken);
  }
}
