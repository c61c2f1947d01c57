/** What open orders still have to make, and what they still need for it. */
import { forPieces } from "../chunks.ts";
import type { Transaction } from "../open-database.ts";

const OPEN = ["open", "released", "in-progress"] as const;

export function openOrdersByNumber(transaction: Transaction, numbers: readonly string[]) {
  return forPieces(numbers, (piece) =>
    transaction
      .selectFrom("manufacturing_order as mo")
      .innerJoin("unit", "unit.code", "mo.unit_code")
      .select([
        "mo.id",
        "mo.number",
        "mo.store_id as storeId",
        "mo.quantity",
        "mo.produced_quantity as produced",
      ])
      .select(["mo.schedule_date as scheduleDate", "unit.decimals"])
      .where("mo.number", "in", piece)
      .where("mo.status", "in", OPEN)
      .where("mo.type", "=", "manufacture")
      .execute(),
  );
}

export function materialsOfOrders(transaction: Transaction, orderIds: readonly number[]) {
  return forPieces(orderIds, (piece) =>
    transaction
      .selectFrom("mo_material as material")
      .innerJoin("item", "item.id", "material.item_id")
      .select(["material.mo_id as orderId", "material.position", "material.item_id as itemId"])
      .select(["item.number as item", "item.unit_code as stockUnit", "material.unit_code as unit"])
      .select(["material.quantity", "material.issued_quantity as issued"])
      .select(["material.quantity_per as quantityPer", "material.is_fixed as isFixed"])
      .where("material.mo_id", "in", piece)
      .orderBy("material.mo_id")
      .orderBy("material.position")
      .execute(),
  );
}

export type OpenOrder = Awaited<ReturnType<typeof openOrdersByNumber>>[number];
export type OpenMaterial = Awaited<ReturnType<typeof materialsOfOrders>>[number];
