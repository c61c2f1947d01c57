/** A flat BOM and a quantity to the materials of an order, in the BOM's own line order, each rounded up once. */
import { type Decimal } from "../quantity/decimal.ts";
import { ONE, timesRoundedDown, timesRoundedUp } from "../quantity/ratio.ts";
import type { FlatBom, FlatLine } from "./flat-bom.ts";
import type { PlannedMaterial } from "./planned-material.ts";

export function explode(quantity: Decimal, flat: FlatBom): readonly PlannedMaterial[] {
  return flat.lines.map((line, index) => ({
    position: index + 1,
    line,
    quantity: neededFor(quantity, line),
  }));
}

const ONCE: Decimal = { units: ONE.numerator, scale: 0 };

/** Rounded up to the unit's decimals; a fixed line is needed once. */
export function neededFor(quantity: Decimal, { per, isFixed, unit }: FlatLine): Decimal {
  return timesRoundedUp(isFixed ? ONCE : quantity, per, unit.decimals);
}

/** Fine enough to tell any recipe's share of one. */
const SHARE_DECIMALS = 9;

/** What one of the item takes, or the order when the line is fixed, in the line's unit. */
export function neededForOne({ per }: FlatLine): Decimal {
  return timesRoundedUp(ONCE, per, SHARE_DECIMALS);
}

/** What comes back of each component when so many of the item are taken apart, rounded down. */
export function takeApart(quantity: Decimal, flat: FlatBom): readonly PlannedMaterial[] {
  return flat.lines.map((line, index) => {
    const of = line.isFixed ? ONCE : quantity;
    return { position: index + 1, line, quantity: timesRoundedDown(of, line.per, line.unit.decimals) };
  });
}
