/** Orders whose demand has changed since they were made: what their line said then, and what it says now (R18). */
import { lineDifference } from "../../../shared/order/line-difference.ts";
import { compare, decimal, decimalText, subtract, type Decimal } from "../../../shared/quantity/decimal.ts";
import { inStockUnit } from "../../../shared/quantity/in-stock-unit.ts";
import type { UnitConversion } from "../../../shared/quantity/unit.ts";
import { codeKey } from "../../../shared/validation/facts.ts";
import { forPieces } from "../chunks.ts";
import { loadConversions } from "../facts/conversion-facts.ts";
import type { Transaction } from "../open-database.ts";
import { doneOfOtherStock, type LineBalance } from "../../../shared/validation/line-balance.ts";
import { coverageOf } from "./coverage-store.ts";

export interface Drift {
  readonly orderId: number;
  readonly number: string;
  readonly link: "regular" | "dynamic";
  readonly isFollowing: boolean;
  readonly lineId: number;
  readonly document: string;
  readonly line: string;
  readonly status: "draft" | "released" | "closed" | "cancelled";
  /** The item's stock unit, which all amounts are in. */
  readonly unit: string;
  readonly was: Decimal;
  readonly is: Decimal;
  /** Shipped or received beside what the line's own orders made. */
  readonly wasDone: Decimal;
  readonly isDone: Decimal;
  readonly wasNeeded: string | null;
  readonly isNeeded: string | null;
  /** What the order makes, and what the line wants by now. */
  readonly wasItem: string;
  readonly isItem: string;
  readonly wasStore: string;
  readonly isStore: string;
}

/** Of orders that are not finished; those of one order, or all. */
export async function driftsOf(transaction: Transaction, orderId: number | null): Promise<readonly Drift[]> {
  const all = shares(transaction);
  const rows = await (orderId === null ? all : all.where("mo.id", "=", orderId)).execute();
  return toDrifts(transaction, rows);
}

export async function driftsAmong(
  transaction: Transaction,
  numbers: readonly string[],
): Promise<readonly Drift[]> {
  const rows = await forPieces([...new Set(numbers)], (piece) =>
    shares(transaction).where("mo.number", "in", piece).execute(),
  );
  return toDrifts(transaction, rows);
}

async function toDrifts(transaction: Transaction, rows: readonly Row[]): Promise<readonly Drift[]> {
  const conversions = await loadConversions(transaction);
  const read = rows.flatMap((row) => readShare(row, conversions) ?? []);
  const shipped = read.filter(({ wasDone, isDone }) => compare(wasDone, isDone) !== 0);
  const lines = await coverageOf(transaction, [...new Set(shipped.map(({ lineId }) => lineId))]);
  return read.flatMap((drift) => {
    const line = lines.get(drift.lineId);
    const settled = line === undefined ? drift : { ...drift, isDone: doneOfOtherStock(line) };
    return isDifferent(settled, line) ? [settled] : [];
  });
}

/** Null when nothing says how much the line wants in the item's unit, or nothing of it is on the order any more. */
function readShare(row: Row, conversions: readonly UnitConversion[]): Drift | null {
  const { orderId, number, link, lineId, document, line, status, wasNeeded, isNeeded } = row;
  const { wasItem, isItem, isStore } = row;
  const isOtherItem = row.madeId !== row.itemId;
  if (row.was === null || ((isOver(status) || isOtherItem) && row.share === "0")) return null;
  const amounts = amountsOf(row, conversions);
  if (amounts === null) return null;
  const { unit, is, isDone } = amounts;
  const wasDone = row.wasDone === null || isOtherItem ? isDone : decimal(row.wasDone);
  const wasStore = row.wasStore ?? isStore;
  // A dynamic order follows until it is released; from then on it is told like the others. What it makes, and where,
  // is never changed unasked: the line's number may stand for another line by now.
  const isSame = !isOtherItem && codeKey(wasStore) === codeKey(isStore);
  const isFollowing = link === "dynamic" && row.orderStatus === "open" && isSame;
  return {
    orderId,
    number,
    link,
    isFollowing,
    lineId,
    document,
    line,
    status,
    unit,
    was: decimal(row.was),
    is,
    wasDone,
    isDone,
    wasNeeded,
    isNeeded,
    wasItem,
    isItem: isOtherItem ? isItem : wasItem,
    wasStore,
    isStore,
  };
}

/** Of another item they are told as the line has them where nothing converts its unit. */
function amountsOf(row: Row, conversions: readonly UnitConversion[]) {
  const [quantity, done] = [decimal(row.quantity), decimal(row.done)];
  const is = inStockUnit(conversions, row, quantity);
  const isDone = inStockUnit(conversions, row, done);
  if (is !== null && isDone !== null) return { unit: row.stockUnit, is, isDone };
  return row.madeId === row.itemId ? null : { unit: row.lineUnit, is: quantity, isDone: done };
}

function isOver(status: Drift["status"]): boolean {
  return status === "closed" || status === "cancelled";
}

/** Shipments alone are no change of what is wanted, unless they leave more on orders, or less, than still is. */
function isDifferent(drift: Drift, line: LineBalance | undefined): boolean {
  const { status, was, is, wasNeeded, isNeeded, wasItem, isItem, wasStore, isStore } = drift;
  if (wasItem !== isItem || codeKey(wasStore) !== codeKey(isStore)) return true;
  if (isOver(status) || compare(was, is) !== 0 || wasNeeded !== isNeeded) return true;
  return line !== undefined && differenceBy(drift, line).units !== 0n;
}

/** By how much the orders of its line are to become more, or less when it is below zero. */
export function differenceBy(
  { was, is, wasDone, isDone }: Drift,
  { covered }: Pick<LineBalance, "covered">,
): Decimal {
  return lineDifference({ was: subtract(was, wasDone), is: subtract(is, isDone), covered });
}

/** What differs beside quantity and day, for those who are told. */
export function changesBeside(
  drift: Pick<Drift, "wasDone" | "isDone" | "wasItem" | "isItem" | "wasStore" | "isStore">,
) {
  const done = { was: decimalText(drift.wasDone), is: decimalText(drift.isDone) };
  const item = { was: drift.wasItem, is: drift.isItem };
  const store = { was: drift.wasStore, is: drift.isStore };
  return {
    ...(done.was !== done.is && { done }),
    ...(item.was !== item.is && { item }),
    ...(codeKey(store.was) !== codeKey(store.is) && { store }),
  };
}

function shares(transaction: Transaction) {
  return transaction
    .selectFrom("coverage")
    .innerJoin("demand_line as line", "line.id", "coverage.demand_line_id")
    .innerJoin("manufacturing_order as mo", "mo.id", "coverage.mo_id")
    .innerJoin("item", "item.id", "line.item_id")
    .innerJoin("unit", "unit.code", "item.unit_code")
    .innerJoin("store", "store.id", "line.store_id")
    .innerJoin("item as made", "made.id", "mo.item_id")
    .where("coverage.seen_quantity", "is not", null)
    .where("mo.status", "in", ["open", "released", "in-progress"])
    .select(["mo.id as orderId", "mo.number", "mo.link", "mo.status as orderStatus", "line.id as lineId"])
    .select(["line.document", "line.line", "line.status", "line.quantity", "line.unit_code as lineUnit"])
    .select(["line.item_id as itemId", "item.unit_code as stockUnit", "unit.decimals"])
    .select(["line.done_quantity as done", "coverage.seen_done as wasDone", "coverage.quantity as share"])
    .select(["coverage.seen_quantity as was", "coverage.seen_need_date as wasNeeded"])
    .select(["line.need_date as isNeeded", "mo.item_id as madeId", "made.number as wasItem"])
    .select(["item.number as isItem", "coverage.seen_store as wasStore", "store.code as isStore"])
    .orderBy("mo.id")
    .orderBy("line.id");
}

type Row = Awaited<ReturnType<ReturnType<typeof shares>["executeTakeFirstOrThrow"]>>;

/** From now on the order is as its line is. */
export async function markSeen(
  transaction: Transaction,
  { orderId, lineId, is, isDone, isNeeded, isStore }: Drift,
): Promise<void> {
  const seen = { seen_quantity: decimalText(is), seen_done: decimalText(isDone) };
  await transaction
    .updateTable("coverage")
    .set({ ...seen, seen_need_date: isNeeded, seen_store: isStore })
    .where("mo_id", "=", orderId)
    .where("demand_line_id", "=", lineId)
    .execute();
}

/** One order took over all of it: the line's others, which saw the same, have none of it to take over. Returns them. */
export async function markTaken(
  transaction: Transaction,
  { orderId, lineId, was, wasDone, is, isDone }: Drift,
): Promise<readonly string[]> {
  const others = await transaction
    .selectFrom("coverage")
    .innerJoin("manufacturing_order as mo", "mo.id", "coverage.mo_id")
    .select(["mo.id", "mo.number"])
    .where("coverage.demand_line_id", "=", lineId)
    .where("mo.id", "!=", orderId)
    .where("mo.status", "in", ["open", "released", "in-progress"])
    .where("coverage.seen_quantity", "=", decimalText(was))
    .where((eb) => eb.or([eb("seen_done", "=", decimalText(wasDone)), eb("seen_done", "is", null)]))
    .orderBy("mo.id")
    .execute();
  if (others.length === 0) return [];
  await transaction
    .updateTable("coverage")
    .set({ seen_quantity: decimalText(is), seen_done: decimalText(isDone) })
    .where("demand_line_id", "=", lineId)
    .where(
      "mo_id",
      "in",
      others.map(({ id }) => id),
    )
    .execute();
  return others.map(({ number }) => number);
}
