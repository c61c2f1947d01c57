/** Orders whose demand has changed since they were made: what their line said then, and what it says now (R18). */
import { decimal, decimalText, type Decimal } from "../../../shared/quantity/decimal.ts";
import { inStockUnit } from "../../../shared/quantity/in-stock-unit.ts";
import type { UnitConversion } from "../../../shared/quantity/unit.ts";
import { forPieces } from "../chunks.ts";
import { loadConversions } from "../facts/conversion-facts.ts";
import type { Transaction } from "../open-database.ts";

export interface Drift {
  readonly orderId: number;
  readonly number: string;
  readonly link: "regular" | "dynamic";
  readonly isFollowing: boolean;
  readonly lineId: number;
  readonly document: string;
  readonly line: string;
  readonly status: "draft" | "released" | "closed" | "cancelled";
  /** The item's stock unit, which both quantities are in. */
  readonly unit: string;
  readonly was: Decimal;
  readonly is: Decimal;
  readonly wasNeeded: string | null;
  readonly isNeeded: string | null;
}

/** Of orders that are not finished; those of one order, or all. */
export async function driftsOf(transaction: Transaction, orderId: number | null): Promise<readonly Drift[]> {
  const all = shares(transaction);
  const rows = await (orderId === null ? all : all.where("mo.id", "=", orderId)).execute();
  return toDrifts(rows, await loadConversions(transaction));
}

export async function driftsAmong(
  transaction: Transaction,
  numbers: readonly string[],
): Promise<readonly Drift[]> {
  const rows = await forPieces([...new Set(numbers)], (piece) =>
    shares(transaction).where("mo.number", "in", piece).execute(),
  );
  return toDrifts(rows, await loadConversions(transaction));
}

function toDrifts(rows: readonly Row[], conversions: readonly UnitConversion[]): readonly Drift[] {
  return rows.flatMap((row) => {
    const is = inStockUnit(conversions, row, decimal(row.quantity));
    if (is === null || row.was === null) return [];
    const { orderId, number, link, lineId, document, line, status, wasNeeded, isNeeded } = row;
    const unit = row.stockUnit;
    const isOver = status === "closed" || status === "cancelled";
    const was = decimal(row.was);
    if (!isOver && decimalText(was) === decimalText(is) && wasNeeded === isNeeded) return [];
    // A dynamic order follows until it is released; from then on it is told like the others.
    const isFollowing = link === "dynamic" && row.orderStatus === "open";
    const whose = { orderId, number, link, isFollowing, lineId, document, line, status };
    return [{ ...whose, unit, was, is, wasNeeded, isNeeded }];
  });
}

function shares(transaction: Transaction) {
  return transaction
    .selectFrom("coverage")
    .innerJoin("demand_line as line", "line.id", "coverage.demand_line_id")
    .innerJoin("manufacturing_order as mo", "mo.id", "coverage.mo_id")
    .innerJoin("item", "item.id", "line.item_id")
    .innerJoin("unit", "unit.code", "item.unit_code")
    .where("coverage.seen_quantity", "is not", null)
    .where("mo.status", "in", ["open", "released", "in-progress"])
    .select(["mo.id as orderId", "mo.number", "mo.link", "mo.status as orderStatus", "line.id as lineId"])
    .select(["line.document", "line.line", "line.status", "line.quantity", "line.unit_code as lineUnit"])
    .select(["line.item_id as itemId", "item.unit_code as stockUnit", "unit.decimals"])
    .select(["coverage.seen_quantity as was", "coverage.seen_need_date as wasNeeded"])
    .select("line.need_date as isNeeded")
    .orderBy("mo.id")
    .orderBy("line.id");
}

type Row = Awaited<ReturnType<ReturnType<typeof shares>["executeTakeFirstOrThrow"]>>;

/** From now on the order is as its line is. */
export async function markSeen(
  transaction: Transaction,
  { orderId, lineId, is, isNeeded }: Drift,
): Promise<void> {
  await transaction
    .updateTable("coverage")
    .set({ seen_quantity: decimalText(is), seen_need_date: isNeeded })
    .where("mo_id", "=", orderId)
    .where("demand_line_id", "=", lineId)
    .execute();
}
