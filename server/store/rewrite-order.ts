/** Materials and operations of an order written anew; what was issued stays issued. */
import { decimalText, larger, ZERO, decimal } from "../../shared/quantity/decimal.ts";
import type { PlannedWork } from "../../shared/planning/plan-one.ts";
import type { Transaction } from "./open-database.ts";
import { rowsInPieces } from "./chunks.ts";
import { materialRows, operationRows } from "./rows-of-orders.ts";
import { workingMaterials, type WorkingMaterial } from "./working-orders.ts";

export interface Rewrite {
  readonly id: number;
  readonly work: Pick<PlannedWork, "materials" | "operations" | "demand">;
  /** As they are now. */
  readonly materials: readonly WorkingMaterial[];
}

/** Returns the materials as they are then. A material that was issued is never needed less than that. */
export async function rewriteOrder(
  transaction: Transaction,
  { id, work, materials }: Rewrite,
): Promise<readonly WorkingMaterial[]> {
  await transaction.deleteFrom("mo_material").where("mo_id", "=", id).execute();
  await transaction.deleteFrom("mo_operation").where("mo_id", "=", id).execute();
  const rows = materialRows({ id, order: work }).map((row) => {
    const before = materials.find((one) => one.position === row.position && one.itemId === row.item_id);
    const issued = before?.issued ?? ZERO;
    const quantity = decimalText(larger(decimal(row.quantity), issued));
    return { ...row, quantity, issued_quantity: decimalText(issued) };
  });
  for (const piece of rowsInPieces(rows, 11))
    await transaction.insertInto("mo_material").values(piece).execute();
  for (const piece of rowsInPieces(operationRows({ id, order: work }), 11))
    await transaction.insertInto("mo_operation").values(piece).execute();
  return workingMaterials(transaction, [id]);
}
