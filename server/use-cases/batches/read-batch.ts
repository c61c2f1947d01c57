/** What became of a press. */
import type { Batch } from "../../../shared/wire/batch.ts";
import { findBatch, type BatchName } from "../../store/batches/batch-store.ts";
import type { Ports } from "../ports.ts";
import { toWireBatch } from "./wire-batch.ts";

export async function readBatch(ports: Ports, name: BatchName): Promise<Batch | null> {
  const batch = await ports.database.read((transaction) => findBatch(transaction, name));
  return batch === null ? null : toWireBatch(batch);
}
