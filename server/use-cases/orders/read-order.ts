/** One manufacturing order with all that belongs to it. */
import { possibleActions, type OrderState } from "../../../shared/order/life.ts";
import type { Order, OrderSummary } from "../../../shared/wire/order.ts";
import { toldEdits, type ToldEdit } from "../../store/orders/told-edits.ts";
import {
  bomOfRevision,
  demandOf,
  findOrder,
  locationCode,
  materialsOf,
  operationsOf,
  relativesOf,
} from "../../store/orders/order-store.ts";
import { readReadiness } from "./read-readiness.ts";
import type { Ports } from "../ports.ts";

export async function readOrder(ports: Ports, number: string): Promise<Order | null> {
  const order = await readStored(ports, number);
  if (order === null) return null;
  const [readiness] = await readReadiness(ports, [number]);
  return { ...order, readiness: readiness ?? null };
}

function readStored(ports: Ports, number: string): Promise<Omit<Order, "readiness"> | null> {
  return ports.database.read(async (transaction) => {
    const stored = await findOrder(transaction, number);
    if (stored === undefined) return null;
    const { id, revisionId, locationId, parentId, ...order } = stored;
    const bom = await bomOfRevision(transaction, revisionId);
    const materials = await materialsOf(transaction, id);
    const edits = await toldEdits(transaction, id);
    return {
      ...order,
      bom: bom.name,
      revision: bom.revision,
      outputLocation: locationId === null ? null : await locationCode(transaction, locationId),
      possibleActions: [...possibleActions(stateOf(order, materials))],
      ...(await relativesOf(transaction, { id, parentId })),
      materials: materials.map((material) => ({ ...material, edit: editAt(material.position, edits) })),
      removedMaterials: edits.flatMap(({ kind, instead: item, by, at }) =>
        kind === "removed" && item !== null ? [{ item, by, at }] : [],
      ),
      operations: await operationsOf(transaction, id),
      demand: await demandOf(transaction, id),
    };
  });
}

function editAt(position: number, edits: readonly ToldEdit[]) {
  const edit = edits.find((one) => one.position === position && one.kind !== "removed");
  if (edit === undefined) return null;
  const { kind, by, at, instead } = edit;
  return { kind, by, at, insteadOf: kind === "replaced" ? instead : null };
}

function stateOf(
  { status, holdReason, type, producedQuantity, scrappedQuantity }: OrderSummary,
  materials: readonly { readonly issuedQuantity: string }[],
): OrderState {
  const hasProduced = producedQuantity !== "0" || scrappedQuantity !== "0";
  const hasIssued = materials.some(({ issuedQuantity }) => issuedQuantity !== "0");
  return { status, holdReason, type, hasProduced, hasIssued };
}
