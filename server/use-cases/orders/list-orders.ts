/** Manufacturing orders, newest first, page by page. */
import type { OrderListQuery, OrderPage } from "../../../shared/wire/order.ts";
import { orderPage } from "../../store/orders/order-store.ts";
import type { Ports } from "../ports.ts";

export async function listOrders(ports: Ports, query: OrderListQuery): Promise<OrderPage> {
  const found = await ports.database.read((transaction) =>
    orderPage(transaction, { ...query, limit: query.limit + 1 }),
  );
  const orders = found.slice(0, query.limit);
  return { orders, next: found.length > query.limit ? (orders.at(-1)?.number ?? null) : null };
}
