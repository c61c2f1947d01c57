/** Reading batches: one press of Create with what became of each row. */
import { z } from "zod";
import type { OrderStatus } from "../../../shared/order/life.ts";
import type { BatchState } from "../../../shared/order/undo-batch.ts";
import { draftFields } from "../../../shared/row/draft-line.ts";
import { problemCodes, type Problem } from "../../../shared/row/problem.ts";
import type { Transaction } from "../open-database.ts";
import type { BatchTable } from "../tables.ts";

export interface StoredBatchRow {
  readonly row: number;
  /** Null when the row was refused. */
  readonly order: {
    readonly number: string;
    readonly status: OrderStatus;
    readonly holdReason: string | null;
  } | null;
  readonly problems: readonly Problem[];
}

export interface StoredBatch {
  readonly number: string;
  readonly key: string;
  readonly requestHash: string;
  readonly state: BatchState;
  readonly actor: string;
  readonly createdAt: string;
  readonly rows: readonly StoredBatchRow[];
}

export type BatchName = { readonly key: string } | { readonly number: string };

export const storedProblems = z.array(
  z.object({
    row: z.number(),
    field: z.enum(draftFields),
    code: z.enum(problemCodes),
    severity: z.enum(["error", "warning"]),
    value: z.string(),
    params: z.record(z.string(), z.string()),
  }),
);

export async function findBatch(transaction: Transaction, name: BatchName): Promise<StoredBatch | null> {
  const all = transaction.selectFrom("batch").selectAll();
  const query =
    "key" in name ? all.where("request_key", "=", name.key) : all.where("number", "=", name.number);
  const batch = await query.executeTakeFirst();
  if (batch === undefined) return null;
  const rows = await transaction
    .selectFrom("batch_row")
    .leftJoin("manufacturing_order", "manufacturing_order.id", "batch_row.mo_id")
    .where("batch_row.batch_id", "=", batch.id)
    .select(["batch_row.row", "batch_row.problems", "manufacturing_order.number"])
    .select(["manufacturing_order.status", "manufacturing_order.hold_reason"])
    .orderBy("batch_row.row")
    .execute();
  return {
    number: batch.number,
    key: batch.request_key,
    requestHash: batch.request_hash,
    state: batch.state,
    actor: batch.actor,
    createdAt: batch.created_at,
    rows: rows.map(({ row, problems, number, status, hold_reason: holdReason }) => ({
      row,
      order: number === null || status === null ? null : { number, status, holdReason },
      problems: storedProblems.parse(JSON.parse(problems)),
    })),
  };
}

/** Null when no batch has the key. */
export async function batchSize(
  transaction: Transaction,
  key: string,
): Promise<{ readonly state: BatchTable["state"]; readonly rows: number } | null> {
  const batch = await transaction
    .selectFrom("batch")
    .select(["id", "state"])
    .where("request_key", "=", key)
    .executeTakeFirst();
  if (batch === undefined) return null;
  const { rows } = await transaction
    .selectFrom("batch_row")
    .select((eb) => eb.fn.countAll<number>().as("rows"))
    .where("batch_id", "=", batch.id)
    .executeTakeFirstOrThrow();
  return { state: batch.state, rows };
}
