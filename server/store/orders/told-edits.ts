/** What was set in an order's materials and by whom, with the item numbers people know. */
import { editKind, type EditKind } from "../../../shared/order/own-materials.ts";
import { decimalText } from "../../../shared/quantity/decimal.ts";
import { editsOf } from "./material-edits.ts";
import type { Transaction } from "../open-database.ts";

export interface ToldEdit {
  readonly kind: EditKind;
  readonly position: number | null;
  /** The bill of materials' own component; null for a line that was added. */
  readonly instead: string | null;
  /** As typed; empty for a line that was removed. */
  readonly quantity: string;
  readonly unit: string;
  /** The order's quantity it was typed for. */
  readonly of: string;
  readonly isFixed: boolean;
  readonly by: string;
  readonly at: string;
}

export async function toldEdits(transaction: Transaction, orderId: number): Promise<readonly ToldEdit[]> {
  const edits = await editsOf(transaction, orderId);
  const ids = edits.flatMap(({ origin }) => origin?.itemId ?? []);
  const rows =
    ids.length === 0
      ? []
      : await transaction.selectFrom("item").select(["id", "number"]).where("id", "in", ids).execute();
  const numbers = new Map(rows.map(({ id, number }) => [id, number]));
  return edits.map((edit) => ({
    kind: editKind(edit),
    position: edit.position,
    instead: numbers.get(edit.origin?.itemId ?? 0) ?? null,
    quantity: edit.to === null ? "" : decimalText(edit.to.quantity),
    unit: edit.to?.unit ?? "",
    of: edit.to === null ? "" : decimalText(edit.to.of),
    isFixed: edit.to?.isFixed ?? false,
    by: edit.by,
    at: edit.at,
  }));
}
