/** Material lines of an order that somebody changed: these are written, all others stay as they are. */
import type { Materials } from "../../../shared/order/change-materials.ts";
import type { Decimal } from "../../../shared/quantity/decimal.ts";
import { editedRow, writeEdits } from "./material-edits.ts";
import type { Transaction } from "../open-database.ts";
import { workingMaterials, type WorkingMaterial } from "./working-orders.ts";

interface ChangedLines {
  readonly orderId: number;
  /** Of the order. */
  readonly quantity: Decimal;
  readonly before: Pick<Materials, "lines">;
  readonly after: Materials;
}

/** Returns the materials as they are then. */
export async function saveLines(
  transaction: Transaction,
  { orderId, quantity, before, after }: ChangedLines,
): Promise<readonly WorkingMaterial[]> {
  const rows = await transaction
    .selectFrom("mo_material")
    .selectAll()
    .where("mo_id", "=", orderId)
    .orderBy("position")
    .execute();
  const gone = before.lines.filter((line) => !after.lines.includes(line));
  const come = after.lines.filter((line) => !before.lines.includes(line));
  for (const { position } of gone)
    await transaction
      .deleteFrom("mo_material")
      .where("mo_id", "=", orderId)
      .where("position", "=", position)
      .execute();
  for (const { position } of come) {
    const aim = after.edits.find((edit) => edit.position === position)?.to;
    const base = rows.find((row) => row.position === position) ?? null;
    if (aim)
      await transaction
        .insertInto("mo_material")
        .values(editedRow(aim, { orderId, position, quantity, base }))
        .execute();
  }
  await writeEdits(transaction, orderId, after.edits);
  return workingMaterials(transaction, [orderId]);
}
