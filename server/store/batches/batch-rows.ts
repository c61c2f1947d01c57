/** What became of each row of a press, as it is kept and as it is told. */
import { decimalText, type Decimal } from "../../../shared/quantity/decimal.ts";
import { moNumber } from "../../../shared/row/mo-number.ts";
import type { Problem } from "../../../shared/row/problem.ts";
import type { PlannedRow } from "../../../shared/planning/plan-orders.ts";
import type { StoredBatchRow } from "./batch-store.ts";
import { eachInTurns } from "../in-turns.ts";
import { insertRows } from "../insert-rows.ts";
import type { Transaction } from "../open-database.ts";
import type { NumberedOrder } from "../orders/rows-of-orders.ts";

export interface RowResult {
  readonly row: number;
  /** Null when the row was refused. */
  readonly orderId: number | null;
  /** Of its order. */
  readonly share: Decimal | null;
  readonly problems: readonly Problem[];
}

/** `orders`: those of rows, without sub-assemblies. */
export function resultsOf(
  rows: readonly PlannedRow[],
  orders: readonly NumberedOrder[],
): readonly RowResult[] {
  const idByRow = new Map(orders.map((one) => [one.row, one.id]));
  return rows.map((row) => {
    if (row.outcome === "refused")
      return { row: row.row, orderId: null, share: null, problems: row.problems };
    const orderId = idByRow.get(row.outcome === "merged" ? row.into : row.row) ?? null;
    return { row: row.row, orderId, share: shareOf(row), problems: row.warnings };
  });
}

/** The first of merged rows is the one that the order is planned as. */
function shareOf(row: Exclude<PlannedRow, { outcome: "refused" }>): Decimal {
  if (row.outcome === "merged") return row.share.quantity;
  const { merged, quantity } = row.order.demand;
  return merged?.[0]?.quantity ?? quantity;
}

export async function insertBatchRows(
  transaction: Transaction,
  batchId: number,
  results: readonly RowResult[],
): Promise<void> {
  await eachInTurns(results, async (piece) => {
    const rows = piece.map(({ row, orderId, share, problems }) => ({
      batch_id: batchId,
      row,
      outcome: orderId === null ? ("refused" as const) : ("created" as const),
      mo_id: orderId,
      quantity: share === null ? null : decimalText(share),
      problems: JSON.stringify(problems),
    }));
    await insertRows(transaction, "batch_row", rows);
  });
}

/** As they are read again later, when nothing was done to the orders yet. */
export function storedRows(results: readonly RowResult[]): readonly StoredBatchRow[] {
  return results
    .map(({ row, orderId, problems }) => ({
      row,
      order:
        orderId === null ? null : ({ number: moNumber(orderId), status: "open", holdReason: null } as const),
      problems,
    }))
    .toSorted((one, other) => one.row - other.row);
}

interface Filling {
  readonly key: string;
  readonly hash: string;
  readonly rows: readonly PlannedRow[];
}

/** A press that was cancelled before it came gets its rows when it comes. */
export async function fillCancelledBatch(
  transaction: Transaction,
  { key, hash, rows }: Filling,
): Promise<void> {
  const { id } = await transaction
    .updateTable("batch")
    .set({ request_hash: hash })
    .where("request_key", "=", key)
    .returning("id")
    .executeTakeFirstOrThrow();
  await insertBatchRows(transaction, id, resultsOf(rows, []));
}
