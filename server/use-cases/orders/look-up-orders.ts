/** The states of the orders that stand in a workbook, and the position from which to follow them. */
import { parseMoNumber } from "../../../shared/row/mo-number.ts";
import type { Lookup } from "../../../shared/wire/order.ts";
import { lastEventPosition } from "../../store/event-store.ts";
import { ordersByNumber } from "../../store/orders/order-store.ts";
import type { Ports } from "../ports.ts";

export function lookUpOrders(ports: Ports, asked: readonly string[]): Promise<Lookup> {
  const numbers = [...new Set(asked.flatMap((text) => parseMoNumber(text) ?? []))];
  return ports.database.read(async (transaction) => {
    const found = await ordersByNumber(transaction, numbers);
    const known = new Set(found.map((order) => order.number));
    return {
      position: await lastEventPosition(transaction),
      orders: [...found],
      unknown: asked.filter((text) => !known.has(parseMoNumber(text) ?? "")),
    };
  });
}
