/** Materials that a report of production takes: its share of each, less what was issued by hand. */
import {
  add,
  divideRoundingDown,
  divideRoundingUp,
  isAboveZero,
  multiply,
  subtract,
  ZERO,
  type Decimal,
} from "../quantity/decimal.ts";
import type { Production } from "./report-production.ts";

export interface OrderMaterial {
  readonly position: number;
  /** For the whole order. */
  readonly quantity: Decimal;
  readonly issued: Decimal;
  readonly isFixed: boolean;
  readonly decimals: number;
}

/**
 * What is still to be issued once `done` says what was made in all. 4 of 10 tables take 4 tenths of each material,
 * rounded up; a fixed material is taken whole with the first piece. Never below zero.
 */
export function backflush(material: OrderMaterial, done: Production): Decimal {
  const run = add(done.produced, done.scrapped);
  if (!isAboveZero(run)) return ZERO;
  const share = material.isFixed
    ? material.quantity
    : divideRoundingUp(multiply(material.quantity, run), done.quantity, material.decimals);
  const missing = subtract(share, material.issued);
  return isAboveZero(missing) ? missing : ZERO;
}

/**
 * What comes back of a component when a product is taken apart: the share of what was taken apart, rounded down,
 * less what came back before. Scrapped products yield nothing.
 */
export function yieldOf(material: OrderMaterial, done: Production): Decimal {
  const exact = multiply(material.quantity, done.produced);
  const share = material.isFixed
    ? material.quantity
    : divideRoundingDown(exact, done.quantity, material.decimals);
  const missing = subtract(share, material.issued);
  return isAboveZero(done.produced) && isAboveZero(missing) ? missing : ZERO;
}
