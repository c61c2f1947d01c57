/** How far a press is: asked while it runs, and after. */
import type { PressProgress } from "../../../shared/wire/batch.ts";
import { batchSize } from "../../store/batches/batch-store.ts";
import type { Ports } from "../ports.ts";

export async function pressProgress(ports: Ports, key: string): Promise<PressProgress> {
  const job = ports.jobs.find(key);
  if (job !== null) {
    const { stage, done, total } = job.progress;
    return { state: stage, done, total };
  }
  const batch = await ports.database.read((transaction) => batchSize(transaction, key));
  if (batch === null) return { state: "unknown", done: 0, total: 0 };
  return { state: batch.state, done: batch.rows, total: batch.rows };
}
