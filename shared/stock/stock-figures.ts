/**
 * What there is of an item in a store, what is asked of it and what is coming, by XoroERP's names. Its current pages
 * take what open MOs still need off ATS; the older ones did not: we follow the current ones.
 */
import { add, compare, isAboveZero, larger, subtract, ZERO, type Decimal } from "../quantity/decimal.ts";

/** As booked; everything else follows from it. */
export interface StockParts {
  readonly available: Decimal;
  readonly notAvailable: Decimal;
  readonly allocated: Decimal;
  readonly onSo: Decimal;
  readonly onSoDraft: Decimal;
  /** Without what is made instead of bought. */
  readonly onPo: Decimal;
  readonly onPoDraft: Decimal;
  /** What open MOs still take of it. */
  readonly onMoMinus: Decimal;
  /** What open MOs still make of it. */
  readonly onMoPlus: Decimal;
  readonly reorderPoint: Decimal | null;
  readonly reorderQuantity: Decimal | null;
}

export interface StockFigures extends StockParts {
  readonly onHand: Decimal;
  readonly netAvailable: Decimal;
  readonly ats: Decimal;
  readonly atsIncPo: Decimal;
  /** ATS (Inc PO) and what is being made: what nobody needs to order again. */
  readonly projected: Decimal;
}

export const NO_STOCK: StockParts = {
  available: ZERO,
  notAvailable: ZERO,
  allocated: ZERO,
  onSo: ZERO,
  onSoDraft: ZERO,
  onPo: ZERO,
  onPoDraft: ZERO,
  onMoMinus: ZERO,
  onMoPlus: ZERO,
  reorderPoint: null,
  reorderQuantity: null,
};

export function stockFigures(parts: StockParts): StockFigures {
  const { available, notAvailable, allocated, onSo, onPo, onMoMinus, onMoPlus } = parts;
  const ats = subtract(subtract(available, onSo), onMoMinus);
  const atsIncPo = add(ats, onPo);
  return {
    ...parts,
    onHand: add(available, notAvailable),
    netAvailable: larger(ZERO, subtract(available, allocated)),
    ats,
    atsIncPo,
    projected: add(atsIncPo, onMoPlus),
  };
}

/** Why so much is suggested. */
export type ToOrderRule = "reorder" | "above-point" | "shortage" | "sufficient";

export interface ToOrder {
  readonly quantity: Decimal;
  readonly rule: ToOrderRule;
}

/** At the reorder point or below: the reorder quantity, and what is missing to the point. */
export function toOrder(figures: StockFigures, includesReorderData: boolean): ToOrder {
  const { projected, reorderPoint, reorderQuantity } = figures;
  if (includesReorderData && reorderPoint !== null) {
    if (compare(projected, reorderPoint) > 0) return { quantity: ZERO, rule: "above-point" };
    const missing = subtract(reorderPoint, projected);
    return { quantity: add(reorderQuantity ?? ZERO, missing), rule: "reorder" };
  }
  const shortage = subtract(ZERO, projected);
  return isAboveZero(shortage)
    ? { quantity: shortage, rule: "shortage" }
    : { quantity: ZERO, rule: "sufficient" };
}
