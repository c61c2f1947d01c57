/** One manufacturing order with all that belongs to it. */
import { possibleActions } from "../../shared/order/life.ts";
import type { Order } from "../../shared/wire/order.ts";
import {
  bomOfRevision,
  demandOf,
  findOrder,
  locationCode,
  materialsOf,
  operationsOf,
} from "../store/order-store.ts";
import type { Ports } from "./ports.ts";

export function readOrder(ports: Ports, number: string): Promise<Order | null> {
  return ports.database.read(async (transaction) => {
    const stored = await findOrder(transaction, number);
    if (stored === undefined) return null;
    const { id, revisionId, locationId, ...order } = stored;
    const bom = await bomOfRevision(transaction, revisionId);
    const { status, holdReason } = order;
    return {
      ...order,
      bom: bom.name,
      revision: bom.revision,
      outputLocation: locationId === null ? null : await locationCode(transaction, locationId),
      possibleActions: [
        ...possibleActions({ status, holdReason, hasProduced: order.producedQuantity !== "0" }),
      ],
      materials: await materialsOf(transaction, id),
      operations: await operationsOf(transaction, id),
      demand: await demandOf(transaction, id),
    };
  });
}
