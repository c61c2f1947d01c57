/** Coverage row after row: what an earlier row of the press takes of a line is not left for the next one (R2). */
import { add, ZERO, type Decimal } from "../quantity/decimal.ts";
import { checkCoverage, type CoverageChecked } from "./check-coverage.ts";
import type { CheckedLine, CheckRules } from "./check-lines.ts";
import { checkStockNeed, isSuggested, stockNeedOf } from "./check-stock-need.ts";
import type { DemandLine } from "./demand-line.ts";
import type { Facts, StockNeed } from "./facts.ts";
import { rowKey, type KnownLine } from "./known-line.ts";

interface Taken {
  readonly quantity: Decimal;
  /** The first row that takes of it. */
  readonly row: number;
}

export class CoveredSoFar {
  readonly #facts: Pick<Facts, "pressed" | "stockNeeds">;
  readonly #rules: CheckRules;
  /** By the line's id. */
  readonly #taken = new Map<number, Taken>();
  readonly #takenOfStock = new Map<StockNeed, Decimal>();

  constructor(facts: Pick<Facts, "pressed" | "stockNeeds">, rules: CheckRules) {
    this.#facts = facts;
    this.#rules = rules;
  }

  /** Rows are told in their order. */
  check(one: CheckedLine): CheckedLine {
    if (!one.ok) return one;
    const { demand, warnings } = one;
    const { row } = demand;
    const coverage = this.#coverageOf(demand);
    if (!coverage.ok) return { ok: false, row, problems: [{ row, ...coverage.problem }] };
    if (coverage.demand === demand && coverage.warnings.length === 0) return one;
    const more = coverage.warnings.map((warning) => ({ row, ...warning }));
    return { ok: true, demand: coverage.demand, warnings: [...warnings, ...more] };
  }

  #coverageOf(demand: DemandLine): CoverageChecked {
    const need = stockNeedOf(demand, this.#facts.stockNeeds);
    const isNew = need !== null && isSuggested(demand, need);
    const known = demand.known ?? (isNew ? null : this.#pressedBefore(demand));
    const covered = checkCoverage(demand, known === null ? null : this.#withTaken(known), this.#rules);
    if (!covered.ok) return covered;
    if (known !== null) this.#take(known, covered.demand);
    return known === null && need !== null ? this.#ofStock(covered.demand, need) : covered;
  }

  #ofStock(demand: DemandLine, need: StockNeed): CoverageChecked {
    const taken = this.#takenOfStock.get(need) ?? ZERO;
    const checked = checkStockNeed(demand, { need, taken }, this.#rules);
    if (checked.ok) this.#takenOfStock.set(need, add(taken, checked.demand.quantity));
    return checked;
  }

  #pressedBefore(demand: DemandLine): KnownLine | null {
    const { pressed } = this.#facts;
    return pressed.size === 0 ? null : (pressed.get(rowKey(demand)) ?? null);
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
