/** A unit of measure: EA has 0 decimals, M 2. Amounts in a unit are rounded up to its decimals. */
import type { Decimal } from "./decimal.ts";
import { ONE, product, quotient, ratioOf, type Ratio } from "./ratio.ts";

export interface Unit {
  readonly code: string;
  readonly decimals: number;
}

/** One `from` is `factor` of `to`; above zero. For one item, or for all when the item is null. */
export interface UnitConversion {
  readonly itemId: number | null;
  readonly from: string;
  readonly to: string;
  readonly factor: Decimal;
}

/**
 * How many `to` one `from` of the item is, exact, both ways and over several steps (a box of 12, a dozen, a piece).
 * The fewest steps win, an item's own conversions before the general ones. Null when no way leads there.
 */
export function conversionRatio(
  conversions: readonly UnitConversion[],
  itemId: number,
  { from, to }: { readonly from: string; readonly to: string },
): Ratio | null {
  const reached = new Map<string, Ratio>([[from, ONE]]);
  const steps = stepsOf(conversions, itemId);
  for (const [unit, ratio] of reached) {
    if (unit === to) return ratio;
    for (const step of steps)
      if (step.from === unit && !reached.has(step.to)) reached.set(step.to, product(ratio, step.ratio));
  }
  return null;
}

/** What a quantity of the item can be said in: its stock unit first, then those fewest steps away. */
export function unitsToSay(
  conversions: readonly UnitConversion[],
  itemId: number,
  stockUnit: string,
): readonly string[] {
  const reached = new Set([stockUnit]);
  const steps = stepsOf(conversions, itemId);
  for (const unit of reached) for (const step of steps) if (step.from === unit) reached.add(step.to);
  return [...reached];
}

function stepsOf(conversions: readonly UnitConversion[], itemId: number): readonly Step[] {
  const own = conversions.filter((one) => one.itemId === itemId);
  const general = conversions.filter((one) => one.itemId === null);
  return [...own, ...general].flatMap(bothWays);
}

interface Step {
  readonly from: string;
  readonly to: string;
  readonly ratio: Ratio;
}

function bothWays({ from, to, factor }: UnitConversion): readonly Step[] {
  const ratio = ratioOf(factor);
  return [
    { from, to, ratio },
    { from: to, to: from, ratio: quotient(ONE, ratio) },
  ];
}
