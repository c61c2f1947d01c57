/** A report of what was made: good and scrapped pieces, part of an order or all the rest. */
import {
  add,
  compare,
  decimal,
  decimalText,
  divideRoundingUp,
  isAboveZero,
  larger,
  multiply,
  subtract,
  ZERO,
  type Decimal,
} from "../quantity/decimal.ts";
import { refuse, type Refused } from "./refusals.ts";

export interface Production {
  readonly quantity: Decimal;
  readonly produced: Decimal;
  readonly scrapped: Decimal;
}

export interface ProductionReport {
  /** Good pieces; null reports all that is left. */
  readonly quantity: Decimal | null;
  readonly scrapped: Decimal;
  /** The order is done, whatever is missing. */
  readonly isComplete: boolean;
}

export interface ProductionLimits {
  readonly unit: string;
  readonly decimals: number;
  /** More than the order's quantity may be made by so many percent. */
  readonly overPercent: Decimal;
}

export interface Reported {
  readonly ok: true;
  /** In all, this report included. */
  readonly produced: Decimal;
  readonly scrapped: Decimal;
  readonly isComplete: boolean;
}

const HUNDRED = decimal("100");

/** Scrapped pieces are not made again by themselves: an order is done when good and scrapped reach its quantity. */
export function reportProduction(
  order: Production,
  report: ProductionReport,
  limits: ProductionLimits,
): Reported | Refused {
  const scrapped = add(order.scrapped, report.scrapped);
  const rest = larger(ZERO, subtract(order.quantity, add(order.produced, scrapped)));
  const good = report.quantity ?? rest;
  const isNothing = !isAboveZero(good) && !isAboveZero(report.scrapped);
  if (isNothing && !report.isComplete) return refuse("nothing-to-report", { left: decimalText(rest) });
  const produced = add(order.produced, good);
  const most = mostAllowed(order.quantity, limits);
  if (compare(produced, most) > 0)
    return refuse("over-production", { most: decimalText(most), unit: limits.unit });
  const reached = compare(add(produced, scrapped), order.quantity) >= 0;
  return { ok: true, produced, scrapped, isComplete: report.isComplete || reached };
}

/** Of 10 pieces with 15 %: 11. Rounded down, never below the order itself. */
function mostAllowed(quantity: Decimal, { decimals, overPercent }: ProductionLimits): Decimal {
  const exact = multiply(quantity, add(HUNDRED, overPercent));
  const up = divideRoundingUp(exact, HUNDRED, decimals);
  const isOver = compare(multiply(up, HUNDRED), exact) > 0;
  return larger(quantity, isOver ? subtract(up, { units: 1n, scale: decimals }) : up);
}
