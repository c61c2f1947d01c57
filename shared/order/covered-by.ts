/** How much of what it is for an order covers: what it made, and what it can still make. Scrapped pieces are not made again. */
import { add, larger, subtract, ZERO, type Decimal } from "../quantity/decimal.ts";
import type { Production } from "./report-production.ts";

/** `isDone`: no more is to come of it. */
export function coveredBy({ quantity, produced, scrapped }: Production, isDone: boolean): Decimal {
  return isDone ? produced : add(produced, larger(ZERO, subtract(quantity, add(produced, scrapped))));
}
