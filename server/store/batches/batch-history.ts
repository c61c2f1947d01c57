/** Batches newest first, with what became of their orders; and the rows of one. */
import type { ExpressionBuilder } from "kysely";
import { isUnfinished } from "../../../shared/order/life.ts";
import { parseMoNumber } from "../../../shared/row/mo-number.ts";
import { codeKey } from "../../../shared/validation/facts.ts";
import type { BatchListQuery, BatchSummary } from "../../../shared/wire/batch-history.ts";
import type { Transaction } from "../open-database.ts";
import type { Tables } from "../tables.ts";

type StoredSummary = Pick<Tables["batch"], "id" | "number" | "state" | "actor" | "created_at"> &
  Pick<Tables["batch"], "source_workbook" | "source_sheet" | "undone_at" | "undone_by" | "undo_reason">;

export async function batchPage(
  transaction: Transaction,
  { state, actor, search, before, limit }: BatchListQuery,
): Promise<readonly BatchSummary[]> {
  let page = transaction.selectFrom("batch").selectAll().orderBy("batch.id", "desc").limit(limit);
  if (state !== undefined) page = page.where("batch.state", "=", state);
  if (actor !== undefined) page = page.where("batch.actor", "=", actor);
  if (before !== undefined)
    page = page.where("batch.id", "<", (eb) =>
      eb.selectFrom("batch as last").select("last.id").where("last.number", "=", before.trim().toUpperCase()),
    );
  const wanted = search?.trim() ?? "";
  if (wanted !== "") page = page.where((eb) => fits(eb, wanted));
  return summariesOf(transaction, await page.execute());
}

export async function batchSummary(transaction: Transaction, number: string): Promise<BatchSummary | null> {
  const found = await transaction.selectFrom("batch").selectAll().where("number", "=", number).execute();
  return (await summariesOf(transaction, found))[0] ?? null;
}

/** After every text that begins like this. */
const LAST = "\u{10FFFF}";

/** Each way of finding has its index: the numbers are unique, and items are known by their key and their batches. */
function fits(eb: ExpressionBuilder<Tables, "batch">, search: string) {
  const digits = /^(?:b-?)?(\d+)$/i.exec(search)?.[1];
  const batchNumber = digits === undefined ? search.toUpperCase() : `B-${digits.padStart(6, "0")}`;
  const key = codeKey(search);
  const items = eb
    .selectFrom("item")
    .select("item.id")
    .where("item.number_key", ">=", key)
    .where("item.number_key", "<", key + LAST);
  const ofItems = eb
    .selectFrom("manufacturing_order as mo")
    .select("mo.batch_id")
    .where("mo.item_id", "in", items);
  const ways = [eb("batch.number", "=", batchNumber), eb("batch.id", "in", ofItems)];
  const number = parseMoNumber(search);
  if (number === null) return eb.or(ways);
  const ofOrder = eb
    .selectFrom("manufacturing_order as mo")
    .select("mo.batch_id")
    .where("mo.number", "=", number);
  return eb.or([...ways, eb("batch.id", "in", ofOrder)]);
}

async function summariesOf(
  transaction: Transaction,
  batches: readonly StoredSummary[],
): Promise<readonly BatchSummary[]> {
  if (batches.length === 0) return [];
  const ids = batches.map(({ id }) => id);
  const rows = new Map((await rowCounts(transaction, ids)).map((counts) => [counts.id, counts]));
  const statuses = await statusCounts(transaction, ids);
  return batches.map((batch) => {
    const own = statuses.filter((one) => one.id === batch.id);
    const total = (list: typeof own): number => list.reduce((sum, { count }) => sum + count, 0);
    const { all = 0, created = 0 } = rows.get(batch.id) ?? {};
    return {
      ...named(batch),
      created,
      refused: all - created,
      orders: total(own),
      unfinished: total(own.filter(({ status }) => isUnfinished(status))),
      cancelled: total(own.filter(({ status }) => status === "cancelled")),
    };
  });
}

function named(
  batch: StoredSummary,
): Pick<BatchSummary, "number" | "state" | "actor" | "createdAt" | "source" | "undone"> {
  const { number, state, actor, undone_at: at, undone_by: by } = batch;
  return {
    number,
    state,
    actor,
    createdAt: batch.created_at,
    source: { workbook: batch.source_workbook, sheet: batch.source_sheet },
    undone: at === null ? null : { at, actor: by ?? "", reason: batch.undo_reason ?? "" },
  };
}

/** Merged rows have one order between them: rows are counted, not orders. */
function rowCounts(transaction: Transaction, ids: readonly number[]) {
  return transaction
    .selectFrom("batch_row")
    .select(["batch_id as id", (eb) => eb.fn.countAll<number>().as("all")])
    .select((eb) => eb.fn.count<number>("mo_id").as("created"))
    .where("batch_id", "in", ids)
    .groupBy("batch_id")
    .execute();
}

function statusCounts(transaction: Transaction, ids: readonly number[]) {
  return transaction
    .selectFrom("manufacturing_order")
    .select(["batch_id as id", "status", (eb) => eb.fn.countAll<number>().as("count")])
    .where("batch_id", "in", ids)
    .groupBy(["batch_id", "status"])
    .execute();
}
