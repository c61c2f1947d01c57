/**
 * A press given up while it runs. Its transaction is taken back whole, and its key is kept: a request that was on its
 * way all the same makes nothing.
 */
import { problemAt } from "../../../shared/row/problem.ts";
import type { PlannedRow } from "../../../shared/planning/plan-orders.ts";
import type { Batch } from "../../../shared/wire/batch.ts";
import { findBatch } from "../../store/batches/batch-store.ts";
import { fillCancelledBatch } from "../../store/batches/batch-rows.ts";
import { writeBatch } from "../../store/batches/write-batch.ts";
import type { Ports } from "../ports.ts";
import { hashOf, type Press } from "../create/press.ts";
import { toWireBatch } from "./wire-batch.ts";

/** What became of the press: cancelled, or done, because it was too late. A key nobody used yet is kept from use. */
export async function cancelBatch(ports: Ports, key: string, actor: string): Promise<Batch> {
  await ports.jobs.cancel(key);
  const source = { workbook: "", sheet: "" };
  return recordCancelled(ports, { key, hash: "", actor, source, rows: [] });
}

export function recordCancelledPress(ports: Ports, { request, actor }: Press): Promise<Batch> {
  const { key, source } = request;
  return recordCancelled(ports, { key, hash: hashOf(request), actor, source, rows: cancelledRows(request) });
}

interface Cancelled {
  readonly key: string;
  /** Empty while nobody knows what the request was. */
  readonly hash: string;
  readonly actor: string;
  readonly source: { readonly workbook: string; readonly sheet: string };
  readonly rows: readonly PlannedRow[];
}

async function recordCancelled(ports: Ports, cancelled: Cancelled): Promise<Batch> {
  const { key, hash, rows } = cancelled;
  const [today, at] = [ports.clock.today(), ports.clock.now()];
  const batch = await ports.database.write(async (transaction) => {
    const earlier = await findBatch(transaction, { key });
    if (earlier === null)
      await writeBatch(
        transaction,
        { ...cancelled, type: "manufacture", link: "regular", state: "cancelled", today, at },
        rows,
      );
    else if (earlier.state === "cancelled" && earlier.requestHash === "" && hash !== "")
      await fillCancelledBatch(transaction, { key, hash, rows });
    return findBatch(transaction, { key });
  });
  if (batch === null) throw new Error(`Batch ${key} was cancelled but cannot be read`);
  return toWireBatch(batch);
}

function cancelledRows({ lines }: Press["request"]): readonly PlannedRow[] {
  return lines.map(({ row, item }) => {
    const problem = problemAt({ field: "item", value: item }, "press-cancelled");
    return { outcome: "refused", row, problems: [{ row, ...problem }] };
  });
}
