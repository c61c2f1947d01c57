/** What people set in the materials of orders, as it is kept. */
import {
  scaledQuantity,
  neededForOne,
  type LineAim,
  type MaterialEdit,
} from "../../../shared/order/own-materials.ts";
import { decimal, decimalText, ZERO, type Decimal } from "../../../shared/quantity/decimal.ts";
import { ONE, quotient, ratioOf, ratioText } from "../../../shared/quantity/ratio.ts";
import { conversionRatio, type UnitConversion } from "../../../shared/quantity/unit.ts";
import type { Insertable } from "kysely";
import { rowsInPieces } from "../chunks.ts";
import { loadConversions } from "../facts/conversion-facts.ts";
import type { Transaction } from "../open-database.ts";
import type { MoMaterialTable } from "../tables.ts";

const ONCE: Decimal = { units: 1n, scale: 0 };

/** In the order they were made. */
export async function editsOf(transaction: Transaction, orderId: number): Promise<readonly MaterialEdit[]> {
  const rows = await storedEdits(transaction, orderId);
  if (rows.length === 0) return [];
  const conversions = await loadConversions(transaction);
  return rows.map((row) => ({
    origin: row.origin_item_id === null ? null : { itemId: row.origin_item_id, nth: row.origin_nth ?? 0 },
    position: row.position,
    to: aimOf(row, conversions),
    by: row.edited_by,
    at: row.edited_at,
  }));
}

function storedEdits(transaction: Transaction, orderId: number) {
  return transaction
    .selectFrom("mo_material_edit as edit")
    .leftJoin("unit as typed", "typed.code", "edit.unit_code")
    .leftJoin("item", "item.id", "edit.item_id")
    .leftJoin("unit as stock", "stock.code", "item.unit_code")
    .selectAll("edit")
    .select(["stock.code as stockUnit", "stock.decimals as stockDecimals", "typed.decimals as typedDecimals"])
    .where("edit.mo_id", "=", orderId)
    .orderBy("edit.id")
    .execute();
}

type Row = Awaited<ReturnType<typeof storedEdits>>[number];

/** Null for a line that was removed. */
function aimOf(row: Row, conversions: readonly UnitConversion[]): LineAim | null {
  const { item_id: itemId, unit_code: unit, quantity, of_quantity: of, stockUnit } = row;
  if (itemId === null || unit === null || quantity === null || of === null) return null;
  const to = stockUnit ?? unit;
  const ratio = unit === to ? ONE : conversionRatio(conversions, itemId, { from: unit, to });
  const inStock =
    ratio === null
      ? { unit, decimals: row.typedDecimals ?? 0, ratio: ONE }
      : { unit: to, decimals: row.stockDecimals ?? 0, ratio };
  return {
    itemId,
    unit,
    inStock,
    isFixed: row.is_fixed === 1,
    quantity: decimal(quantity),
    of: decimal(of),
  };
}

/** In place of all it had. */
export async function writeEdits(
  transaction: Transaction,
  orderId: number,
  edits: readonly MaterialEdit[],
): Promise<void> {
  await transaction.deleteFrom("mo_material_edit").where("mo_id", "=", orderId).execute();
  const rows = edits.map(({ origin, position, to, by, at }) => ({
    mo_id: orderId,
    origin_item_id: origin?.itemId ?? null,
    origin_nth: origin?.nth ?? null,
    position,
    item_id: to?.itemId ?? null,
    unit_code: to?.unit ?? null,
    quantity: to === null ? null : decimalText(to.quantity),
    of_quantity: to === null ? null : decimalText(to.of),
    is_fixed: to?.isFixed === true ? (1 as const) : (0 as const),
    edited_at: at,
    edited_by: by,
  }));
  for (const piece of rowsInPieces(rows, 11))
    await transaction.insertInto("mo_material_edit").values(piece).execute();
}

/** A part that is split off keeps what was set, each line in its own measure. */
export async function copyEdits(transaction: Transaction, from: number, to: number): Promise<void> {
  const edits = await editsOf(transaction, from);
  if (edits.length > 0) await writeEdits(transaction, to, edits);
}

/** Equal for orders whose lines were set alike, whatever their quantities. */
export async function ownMaterials(transaction: Transaction, orderId: number): Promise<string> {
  const edits = await editsOf(transaction, orderId);
  const told = edits.map(({ origin, to }) => {
    const share =
      to === null ? "" : ratioText(quotient(ratioOf(to.quantity), ratioOf(to.isFixed ? ONCE : to.of)));
    return JSON.stringify([origin?.itemId, origin?.nth, to?.itemId, to?.unit, to?.isFixed, share]);
  });
  return told.toSorted().join(" ");
}

type MaterialRow = Insertable<MoMaterialTable>;

interface RowOf {
  readonly orderId: number;
  readonly position: number;
  /** Of the order. */
  readonly quantity: Decimal;
  /** The line it is instead of. */
  readonly base: MaterialRow | null;
}

export function editedRow(aim: LineAim, { orderId, position, quantity, base }: RowOf): MaterialRow {
  const isSame = base?.item_id === aim.itemId;
  return {
    mo_id: orderId,
    position,
    item_id: aim.itemId,
    quantity: decimalText(scaledQuantity(aim, quantity)),
    unit_code: aim.inStock.unit,
    quantity_per: decimalText(neededForOne(aim)),
    is_fixed: aim.isFixed ? 1 : 0,
    // What was typed is all that is wanted.
    scrap_percent: decimalText(ZERO),
    issued_quantity: isSame ? base.issued_quantity : decimalText(ZERO),
    bom_line_id: isSame ? (base.bom_line_id ?? null) : null,
    instruction: base?.instruction ?? "",
  };
}
