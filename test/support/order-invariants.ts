/** What is true of all orders and of stock at any time, whatever was done; a list of what is not. */
import { foldEvents } from "../../shared/event/fold-events.ts";
import { coveredBy } from "../../shared/order/covered-by.ts";
import { isUnfinished } from "../../shared/order/life.ts";
import { scaledQuantity } from "../../shared/order/own-materials.ts";
import {
  add,
  compare,
  decimal,
  decimalText,
  larger,
  sum,
  ZERO,
  type Decimal,
} from "../../shared/quantity/decimal.ts";
import { sharesOf } from "../../server/store/demand/coverage-store.ts";
import { editsOf } from "../../server/store/orders/material-edits.ts";
import { eventsAfter } from "../../server/store/event-store.ts";
import { movementReasons } from "../../server/store/stock/stock-ledger.ts";
import type { Transaction } from "../../server/store/open-database.ts";
import {
  snapshotOf,
  workingMaterials,
  workingOrders,
  type WorkingMaterial,
  type WorkingOrder,
} from "../../server/store/orders/working-orders.ts";

export async function whatIsWrong(transaction: Transaction): Promise<readonly string[]> {
  const rows = await transaction.selectFrom("manufacturing_order").select("number").orderBy("id").execute();
  const orders = await workingOrders(transaction, { numbers: rows.map((row) => row.number) });
  const wrong = [...(await wrongInLedger(transaction)), ...(await wrongInLog(transaction, orders))];
  for (const order of orders) {
    const materials = await workingMaterials(transaction, [order.id]);
    const found = [
      ...wrongInState(order, materials),
      ...(await wrongInStock(transaction, order, materials)),
      ...(await wrongInCoverage(transaction, order)),
      ...(await wrongInEdits(transaction, order, materials)),
    ];
    wrong.push(...found.map((what) => `${order.number} (${order.type}, ${order.status}): ${what}`));
  }
  return wrong;
}

function wrongInState(order: WorkingOrder, materials: readonly WorkingMaterial[]): readonly string[] {
  const { status, type, produced, scrapped, quantity } = order;
  const isBegun = status !== "open" && status !== "released" && status !== "cancelled";
  const out = sum(materials.map((one) => one.issued));
  const rules: readonly (readonly [string, boolean])[] = [
    ["on hold although it is over", isUnfinished(status) || order.holdReason === null],
    ["more was made than is allowed", compare(produced, quantity) <= 0],
    ["reported before it began", isBegun || isNothing(add(produced, scrapped))],
    ["something below zero", [produced, scrapped, ...materials.map((one) => one.issued)].every(isNoDebt)],
    ["materials are out before its release", status !== "open" || isNothing(out)],
    ["cancelled with materials out", status !== "cancelled" || isNothing(out)],
    ["taken apart as if it were made", status !== "disassembled" || type === "disassemble"],
    [
      "made as if it were taken apart",
      type !== "disassemble" || (status !== "produced" && status !== "closed"),
    ],
  ];
  return rules.flatMap(([what, isRight]) => (isRight ? [] : [what]));
}

/** What its movements say left and came is what the order says was issued and made. */
async function wrongInStock(
  transaction: Transaction,
  order: WorkingOrder,
  materials: readonly WorkingMaterial[],
): Promise<readonly string[]> {
  const moved = await transaction
    .selectFrom("stock_movement")
    .select(["item_id", "quantity", "reason"])
    .where("mo_id", "=", order.id)
    .execute();
  const total = (itemId: number, ...reasons: readonly string[]): Decimal =>
    sum(
      moved
        .filter((row) => row.item_id === itemId && reasons.includes(row.reason))
        .map((row) => decimal(row.quantity)),
    );
  const isApart = order.type === "disassemble";
  const made = isApart
    ? add(total(order.itemId, "disassembly-consumed"), add(order.produced, order.scrapped))
    : add(total(order.itemId, "production"), negative(order.produced));
  const wrong = isNothing(made) ? [] : ["its product's movements do not add up"];
  for (const itemId of new Set(materials.map((one) => one.itemId))) {
    const issued = sum(materials.filter((one) => one.itemId === itemId).map((one) => one.issued));
    const left = isApart ? negative(total(itemId, "disassembly-returned")) : total(itemId, "issue", "return");
    if (!isNothing(add(left, issued)))
      wrong.push(`${decimalText(issued)} of item ${itemId} are out, stock says ${decimalText(left)}`);
  }
  const known = new Set([order.itemId, ...materials.map((one) => one.itemId)]);
  // A line may be removed once all of it is back.
  const strangers = [...new Set(moved.map((row) => row.item_id))].filter((id) => !known.has(id));
  if (!strangers.every((id) => isNothing(total(id, ...movementReasons))))
    wrong.push("it moved what it has no line for");
  return wrong;
}

async function wrongInCoverage(transaction: Transaction, order: WorkingOrder): Promise<readonly string[]> {
  const shares = await sharesOf(transaction, order.id);
  const all = sum(shares.map((share) => share.quantity));
  if (shares.length === 0 || order.status === "cancelled") return [];
  const covers = coveredBy(order, !isUnfinished(order.status));
  return compare(all, covers) === 0 ? [] : ["it covers something else than it made and can still make"];
}

/**
 * What somebody set is what the order takes, in its quantity now; more only when that much was out already when it was
 * laid over the plan. Afterwards more may be issued by hand than the line needs.
 */
async function wrongInEdits(
  transaction: Transaction,
  order: WorkingOrder,
  materials: readonly WorkingMaterial[],
): Promise<readonly string[]> {
  if (!isUnfinished(order.status)) return [];
  const edits = await editsOf(transaction, order.id);
  return edits.flatMap(({ position, to }) => {
    const line = materials.find((one) => one.position === position);
    if (to === null) return [];
    const quantity = scaledQuantity(to, order.quantity);
    const isAsSet =
      line?.itemId === to.itemId &&
      compare(line.quantity, quantity) >= 0 &&
      compare(line.quantity, larger(quantity, line.issued)) <= 0;
    return isAsSet ? [] : [`position ${String(position)} is not as it was set`];
  });
}

/** Levels are the sums of their movements. */
async function wrongInLedger(transaction: Transaction): Promise<readonly string[]> {
  const levels = await transaction.selectFrom("stock_level").selectAll().execute();
  const movements = await transaction.selectFrom("stock_movement").selectAll().execute();
  const place = (row: { item_id: number; store_id: number; location_id: number }): string =>
    `item ${row.item_id} in store ${row.store_id}, location ${row.location_id}`;
  const sums = new Map<string, Decimal>();
  for (const row of movements) sums.set(place(row), add(sums.get(place(row)) ?? ZERO, decimal(row.quantity)));
  for (const row of levels)
    sums.set(place(row), add(sums.get(place(row)) ?? ZERO, negative(decimal(row.available))));
  return [...sums].flatMap(([where, rest]) =>
    isNothing(rest) ? [] : [`${where}: movements and level differ by ${decimalText(rest)}`],
  );
}

/** Who follows the log knows every order as it is. */
async function wrongInLog(
  transaction: Transaction,
  orders: readonly WorkingOrder[],
): Promise<readonly string[]> {
  const states = foldEvents(new Map(), await eventsAfter(transaction, { after: 0, limit: 1_000_000 }));
  return orders.flatMap((order) => {
    const [told, is] = [states.get(order.number), snapshotOf(order)].map((one) => JSON.stringify(one));
    return told === is ? [] : [`the log tells ${told ?? "nothing"}, the order is ${is ?? ""}`];
  });
}

function negative({ units, scale }: Decimal): Decimal {
  return { units: -units, scale };
}

function isNothing({ units }: Decimal): boolean {
  return units === 0n;
}

function isNoDebt({ units }: Decimal): boolean {
  return units >= 0n;
}
