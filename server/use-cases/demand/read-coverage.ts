/** Of many orders: whom they are for, and how far each of those lines is on orders. */
import { parseMoNumber } from "../../../shared/row/mo-number.ts";
import type { LineCoverage, OrderCoverage } from "../../../shared/wire/coverage.ts";
import { pushTo } from "../../store/facts/push-to.ts";
import { linesOfOrders } from "../../store/orders/lines-of-orders.ts";
import type { Ports } from "../ports.ts";
import { lineTold } from "./line-told.ts";

export async function readCoverage(
  ports: Ports,
  texts: readonly string[],
): Promise<readonly OrderCoverage[]> {
  const numbers = texts.flatMap((text) => parseMoNumber(text) ?? []);
  const lines = await ports.database.read((transaction) => linesOfOrders(transaction, [...new Set(numbers)]));
  const byOrder = new Map<string, LineCoverage[]>();
  for (const line of lines) pushTo(byOrder, line.number, lineTold(line));
  return [...byOrder].map(([number, of]) => ({ number, lines: of }));
}
