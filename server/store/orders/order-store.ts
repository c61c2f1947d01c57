/** Reading manufacturing orders: summaries, lists, states, and one whole. */
import type { KnownOrder, OrderListQuery, OrderSummary } from "../../../shared/wire/order.ts";
import { codeKey } from "../../../shared/validation/facts.ts";
import { decimalText, ZERO } from "../../../shared/quantity/decimal.ts";
import { forPieces } from "../chunks.ts";
import { coverageOf } from "../demand/coverage-store.ts";
import { changesBeside, driftsOf, type Drift } from "../demand/drift-store.ts";
import type { Transaction } from "../open-database.ts";

function summaries(transaction: Transaction) {
  return transaction
    .selectFrom("manufacturing_order as mo")
    .innerJoin("item", "item.id", "mo.item_id")
    .innerJoin("store", "store.id", "mo.store_id")
    .innerJoin("batch", "batch.id", "mo.batch_id")
    .select(["mo.id", "mo.number", "mo.status", "mo.type", "mo.quantity", "mo.version"])
    .select([
      "mo.hold_reason as holdReason",
      "mo.produced_quantity as producedQuantity",
      "mo.scrapped_quantity as scrappedQuantity",
      "mo.due_date as dueDate",
    ])
    .select(["mo.priority", "mo.parent_id as parentId", "mo.link"])
    .select(["mo.unit_code as unit", "mo.schedule_date as scheduleDate", "mo.need_date as needDate"])
    .select([
      "mo.created_at as createdAt",
      "mo.created_by as createdBy",
      "mo.memo",
      "mo.bom_revision_id as revisionId",
    ])
    .select([
      "mo.output_location_id as locationId",
      "item.number as item",
      "item.description",
      "store.code as store",
    ])
    .select("batch.number as batch");
}

export type StoredOrder = OrderSummary & {
  readonly id: number;
  readonly memo: string;
  readonly revisionId: number;
  readonly locationId: number | null;
  readonly parentId: number | null;
  readonly link: "regular" | "dynamic";
};

export function findOrder(transaction: Transaction, number: string): Promise<StoredOrder | undefined> {
  return summaries(transaction).where("mo.number", "=", number).executeTakeFirst();
}

/** Newest first, from below the order the page before ended with. */
export async function orderPage(
  transaction: Transaction,
  query: OrderListQuery,
): Promise<readonly OrderSummary[]> {
  let page = summaries(transaction).orderBy("mo.id", "desc").limit(query.limit);
  if (query.status !== undefined) page = page.where("mo.status", "=", query.status);
  if (query.store !== undefined) page = page.where("store.code_key", "=", codeKey(query.store));
  if (query.item !== undefined) page = page.where("item.number_key", "=", codeKey(query.item));
  if (query.batch !== undefined) page = page.where("batch.number", "=", query.batch);
  if (query.after !== undefined) {
    const { after } = query;
    page = page.where("mo.id", "<", (eb) =>
      eb.selectFrom("manufacturing_order").select("id").where("number", "=", after),
    );
  }
  return (await page.execute()).map(toSummary);
}

function toSummary({
  id: _id,
  memo: _memo,
  revisionId: _revision,
  locationId: _location,
  parentId: _parent,
  link: _link,
  ...summary
}: StoredOrder): OrderSummary {
  return summary;
}

/** As events tell orders, with what they make. */
export function ordersByNumber(
  transaction: Transaction,
  numbers: readonly string[],
): Promise<readonly KnownOrder[]> {
  return forPieces(numbers, (piece) =>
    transaction
      .selectFrom("manufacturing_order as mo")
      .innerJoin("item", "item.id", "mo.item_id")
      .select(["item.number as item", "mo.unit_code as unit", "mo.link"])
      .select(["mo.number", "mo.status", "mo.quantity", "mo.version"])
      .select([
        "mo.hold_reason as holdReason",
        "mo.produced_quantity as producedQuantity",
        "mo.due_date as dueDate",
      ])
      .where("mo.number", "in", piece)
      .execute(),
  );
}

export function materialsOf(transaction: Transaction, moId: number) {
  return transaction
    .selectFrom("mo_material as material")
    .innerJoin("item", "item.id", "material.item_id")
    .where("material.mo_id", "=", moId)
    .select(["material.position", "item.number as item", "item.description", "material.quantity"])
    .select(["material.unit_code as unit", "material.instruction"])
    .select("material.issued_quantity as issuedQuantity")
    .orderBy("material.position")
    .execute();
}

export function operationsOf(transaction: Transaction, moId: number) {
  return transaction
    .selectFrom("mo_operation as operation")
    .innerJoin("work_center", "work_center.id", "operation.work_center_id")
    .where("operation.mo_id", "=", moId)
    .select([
      "operation.position",
      "work_center.code as workCenter",
      "operation.resource",
      "operation.instruction",
    ])
    .select(["operation.setup_minutes as setupMinutes", "operation.run_minutes as runMinutes"])
    .select(["operation.planned_minutes as minutes", "operation.planned_start as begin"])
    .select("operation.planned_end as end")
    .orderBy("operation.position")
    .execute();
}

/** Whom an order is for, how much of it, and how much of that demand all orders cover. */
export async function demandOf(transaction: Transaction, moId: number) {
  const rows = await transaction
    .selectFrom("coverage")
    .innerJoin("demand_line", "demand_line.id", "coverage.demand_line_id")
    .where("coverage.mo_id", "=", moId)
    .select(["demand_line.kind", "demand_line.document", "demand_line.line", "coverage.quantity"])
    .select(["coverage.reason", "demand_line.id"])
    .orderBy("demand_line.id")
    .execute();
  const lines = await coverageOf(
    transaction,
    rows.map((row) => row.id),
  );
  const drifts = await driftsOf(transaction, moId);
  return rows.map(({ id, ...row }) => {
    const { quantity: wanted, covered } = lines.get(id) ?? { quantity: ZERO, covered: ZERO };
    const drift = drifts.find(({ lineId }) => lineId === id);
    return {
      ...row,
      wanted: decimalText(wanted),
      covered: decimalText(covered),
      drift: drift === undefined ? null : driftTold(drift),
    };
  });
}

function driftTold({ was, is, wasNeeded, isNeeded, status, ...drift }: Drift) {
  return { was: decimalText(was), is: decimalText(is), wasNeeded, isNeeded, status, ...changesBeside(drift) };
}

export function bomOfRevision(transaction: Transaction, revisionId: number) {
  return transaction
    .selectFrom("bom_revision")
    .innerJoin("bom", "bom.id", "bom_revision.bom_id")
    .where("bom_revision.id", "=", revisionId)
    .select(["bom.name", "bom_revision.revision"])
    .executeTakeFirstOrThrow();
}

/** Where finished products of a store go: its first output location. */
export async function outputLocation(transaction: Transaction, storeId: number): Promise<number | null> {
  const row = await transaction
    .selectFrom("location")
    .select("id")
    .where("store_id", "=", storeId)
    .where("is_output", "=", 1)
    .orderBy("id")
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? null;
}

export async function locationCode(transaction: Transaction, locationId: number): Promise<string> {
  const query = transaction.selectFrom("location").select("code").where("id", "=", locationId);
  return (await query.executeTakeFirstOrThrow()).code;
}

export async function relativesOf(
  transaction: Transaction,
  { id, parentId }: Pick<StoredOrder, "id" | "parentId">,
): Promise<{ readonly parent: string | null; readonly children: string[] }> {
  const rows = await transaction
    .selectFrom("manufacturing_order")
    .select(["id", "number"])
    .where((eb) => eb.or([eb("parent_id", "=", id), eb("id", "=", parentId ?? -1)]))
    .orderBy("id")
    .execute();
  return {
    parent: rows.find((row) => row.id === parentId)?.number ?? null,
    children: rows.filter((row) => row.id !== parentId).map((row) => row.number),
  };
}
