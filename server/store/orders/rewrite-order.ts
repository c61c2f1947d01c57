/** Materials and operations of an order written anew: what was issued, set by somebody or started stays so. */
import type { Insertable, Selectable } from "kysely";
import { decimal, decimalText, isAboveZero, larger, ZERO } from "../../../shared/quantity/decimal.ts";
import { layOver } from "../../../shared/order/own-materials.ts";
import type { PlannedWork } from "../../../shared/planning/plan-one.ts";
import type { Transaction } from "../open-database.ts";
import { rowsInPieces } from "../chunks.ts";
import { editedRow, editsOf, writeEdits } from "./material-edits.ts";
import { materialRows, operationRows } from "./rows-of-orders.ts";
import type { MoMaterialTable } from "../tables.ts";
import { workingMaterials, type WorkingMaterial } from "./working-orders.ts";

export interface Rewrite {
  readonly id: number;
  readonly work: Pick<PlannedWork, "materials" | "operations" | "demand">;
  /** As they are now. */
  readonly materials: readonly WorkingMaterial[];
}

type Row = Insertable<MoMaterialTable>;

/** Returns the materials as they are then. */
export async function rewriteOrder(
  transaction: Transaction,
  { id, work, materials }: Rewrite,
): Promise<readonly WorkingMaterial[]> {
  const before = await transaction
    .selectFrom("mo_material")
    .selectAll()
    .where("mo_id", "=", id)
    .orderBy("position")
    .execute();
  await transaction.deleteFrom("mo_material").where("mo_id", "=", id).execute();
  const planned = await withEdits(transaction, { id, work });
  const rows = withIssued(planned, issuedOf(before, materials));
  for (const piece of rowsInPieces(rows, 11))
    await transaction.insertInto("mo_material").values(piece).execute();
  await rewriteOperations(transaction, { id, work });
  return workingMaterials(transaction, [id]);
}

/** What people set in it is laid over the plan, in its new quantity. */
async function withEdits(
  transaction: Transaction,
  { id, work }: Pick<Rewrite, "id" | "work">,
): Promise<readonly Row[]> {
  const planned = materialRows({ id, order: work });
  const edits = await editsOf(transaction, id);
  if (edits.length === 0) return planned;
  const lines = planned.map((row) => ({ position: row.position, itemId: row.item_id, row }));
  const laid = layOver(lines, edits);
  await writeEdits(transaction, id, laid.edits);
  const { quantity } = work.demand;
  return laid.lines.flatMap(({ position, line, edit }) => {
    const base = line?.row ?? null;
    if (edit?.to) return [editedRow(edit.to, { orderId: id, position, quantity, base })];
    return base === null ? [] : [base];
  });
}

/** The materials that are out of the store, as the desk knows them. */
function issuedOf(
  rows: readonly Selectable<MoMaterialTable>[],
  materials: readonly WorkingMaterial[],
): readonly Row[] {
  return rows.flatMap((row) => {
    const issued = materials.find((one) => one.position === row.position)?.issued ?? ZERO;
    return isAboveZero(issued) ? [{ ...row, issued_quantity: decimalText(issued) }] : [];
  });
}

/**
 * What was issued goes with the component, wherever it stands now; it is never needed less than it was issued. What
 * the plan has no line for any more stays at the end, so that it can be returned.
 */
function withIssued(planned: readonly Row[], issued: readonly Row[]): readonly Row[] {
  const left = [...issued];
  const rows = planned.map((row) => {
    const same = left.filter((one) => one.item_id === row.item_id && one.unit_code === row.unit_code);
    const before = same.find((one) => one.position === row.position) ?? same[0];
    if (before === undefined) return row;
    left.splice(left.indexOf(before), 1);
    return { ...row, ...atLeast(row.quantity, before.issued_quantity) };
  });
  const last = Math.max(0, ...rows.map((row) => row.position));
  const kept = left.map((row, index) => ({
    ...row,
    ...atLeast("0", row.issued_quantity),
    position: last + index + 1,
  }));
  return [...rows, ...kept];
}

function atLeast(quantity: string, issued: string) {
  const needed = larger(decimal(quantity), decimal(issued));
  return { quantity: decimalText(needed), issued_quantity: issued };
}

async function rewriteOperations(
  transaction: Transaction,
  { id, work }: Pick<Rewrite, "id" | "work">,
): Promise<void> {
  await transaction.deleteFrom("mo_operation").where("mo_id", "=", id).where("status", "=", "open").execute();
  const begun = await transaction
    .selectFrom("mo_operation")
    .select("position")
    .where("mo_id", "=", id)
    .execute();
  const kept = new Set(begun.map(({ position }) => position));
  const rows = operationRows({ id, order: work }).filter(({ position }) => !kept.has(position));
  for (const piece of rowsInPieces(rows, 11))
    await transaction.insertInto("mo_operation").values(piece).execute();
}
