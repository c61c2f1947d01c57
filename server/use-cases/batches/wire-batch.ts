/** A stored batch as it is told to clients. */
import { toWireProblem } from "../../../shared/wire/lines.ts";
import type { Batch, BatchRow } from "../../../shared/wire/batch.ts";
import type { StoredBatch, StoredBatchRow } from "../../store/batches/batch-store.ts";

export function toWireBatch(batch: StoredBatch): Batch {
  const rows = batch.rows.map(toWireRow);
  const numbers = rows.flatMap((row) => (row.outcome === "created" ? [row.number] : []));
  const [created, orders] = [numbers.length, new Set(numbers).size];
  const { number, key, state, actor, createdAt } = batch;
  return { number, key, state, created, orders, refused: rows.length - created, actor, createdAt, rows };
}

function toWireRow(stored: StoredBatchRow): BatchRow {
  const problems = stored.problems.map(toWireProblem);
  if (stored.order === null) return { outcome: "refused", row: stored.row, problems };
  return { outcome: "created", row: stored.row, ...stored.order, warnings: problems };
}
