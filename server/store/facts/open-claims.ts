/** What open orders still have to take of items. */
import { sql } from "kysely";
import { decimal, decimalText, subtract } from "../../../shared/quantity/decimal.ts";
import { forPieces } from "../chunks.ts";
import type { Transaction } from "../open-database.ts";

export type ClaimsWanted = "by-order" | "by-day";

export interface ClaimRow {
  readonly item_id: number;
  readonly store_id: number;
  readonly unit_code: string;
  readonly schedule_date: string;
  /** Below zero or nothing, when more was issued than planned. */
  readonly quantity: string;
  /** Empty when it is several orders'. */
  readonly number: string;
}

export async function openClaims(
  transaction: Transaction,
  itemIds: readonly number[],
  wanted: ClaimsWanted,
): Promise<readonly ClaimRow[]> {
  if (wanted === "by-order") return claimsOfOrders(transaction, itemIds, "any");
  const whole = await wholeClaimsByDay(transaction, itemIds);
  const broken = whole.flatMap((row) => (Number(row.broken) > 0 ? [row.item_id] : []));
  return [...whole, ...(await claimsOfOrders(transaction, [...new Set(broken)], "broken"))];
}

function materials(transaction: Transaction, itemIds: readonly number[]) {
  return transaction
    .selectFrom("mo_material as material")
    .innerJoin("manufacturing_order as mo", "mo.id", "material.mo_id")
    .where("material.item_id", "in", itemIds)
    .where("mo.status", "in", ["open", "released", "in-progress"])
    .where("mo.type", "=", "manufacture");
}

async function claimsOfOrders(
  transaction: Transaction,
  itemIds: readonly number[],
  amounts: "any" | "broken",
): Promise<readonly ClaimRow[]> {
  const rows = await forPieces(itemIds, (ids) => {
    const all = materials(transaction, ids)
      .select(["material.item_id", "material.unit_code", "material.quantity", "material.issued_quantity"])
      .select(["mo.store_id", "mo.number", "mo.schedule_date"])
      .orderBy("mo.id")
      .orderBy("material.position");
    return (amounts === "any" ? all : all.where(isBroken)).execute();
  });
  return rows.map(({ issued_quantity: issued, ...row }) => ({
    ...row,
    quantity: decimalText(subtract(decimal(row.quantity), decimal(issued))),
  }));
}

/** Whole amounts of so many digits fit 64 bits, and so does the sum of millions of them. */
const DIGITS_ADDED_UP = sql.lit(12);
/** Amounts are text, because the databases' own numbers are not exact decimals; short whole ones they add up exactly. */
const isBroken = sql<boolean>`(material.quantity like '%.%' or material.issued_quantity like '%.%'
  or length(material.quantity) > ${DIGITS_ADDED_UP} or length(material.issued_quantity) > ${DIGITS_ADDED_UP})`;
const left = sql`cast(material.quantity as bigint) - cast(material.issued_quantity as bigint)`;

function wholeClaimsByDay(transaction: Transaction, itemIds: readonly number[]) {
  return forPieces(itemIds, (ids) =>
    materials(transaction, ids)
      .select(["material.item_id", "material.unit_code", "mo.store_id", "mo.schedule_date"])
      .select(
        sql<string>`cast(sum(case when ${isBroken} then 0 when ${left} < 0 then 0 else ${left} end) as text)`.as(
          "quantity",
        ),
      )
      .select(sql<number | string>`sum(case when ${isBroken} then 1 else 0 end)`.as("broken"))
      .select(sql<string>`''`.as("number"))
      .groupBy(["material.item_id", "mo.store_id", "material.unit_code", "mo.schedule_date"])
      .execute(),
  );
}
