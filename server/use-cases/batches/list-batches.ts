/** Batches newest first, one by its number, and its rows: page by page. */
import type {
  BatchLines,
  BatchLinesQuery,
  BatchListQuery,
  BatchPage,
  BatchSummary,
} from "../../../shared/wire/batch-history.ts";
import { batchPage, batchSummary } from "../../store/batches/batch-history.ts";
import { batchLines } from "../../store/batches/batch-lines.ts";
import type { Ports } from "../ports.ts";

export async function listBatches(ports: Ports, query: BatchListQuery): Promise<BatchPage> {
  const found = await ports.database.read((transaction) =>
    batchPage(transaction, { ...query, limit: query.limit + 1 }),
  );
  const batches = found.slice(0, query.limit);
  return { batches, next: found.length > query.limit ? (batches.at(-1)?.number ?? null) : null };
}

export function readBatchSummary(ports: Ports, number: string): Promise<BatchSummary | null> {
  return ports.database.read((transaction) => batchSummary(transaction, number));
}

export async function readBatchLines(
  ports: Ports,
  number: string,
  query: BatchLinesQuery,
): Promise<BatchLines | null> {
  const found = await ports.database.read((transaction) =>
    batchLines(transaction, number, { ...query, limit: query.limit + 1 }),
  );
  if (found === null) return null;
  const lines = found.slice(0, query.limit);
  return { lines, next: found.length > query.limit ? (lines.at(-1)?.row ?? null) : null };
}
