/**
 * One press of Create, exactly once. The key is claimed and everything is written in a single transaction: a
 * killed process leaves nothing, a lost answer is given again, and a second press with the key makes nothing (R1–R7).
 */
import type { Problem } from "../../shared/row/problem.ts";
import { problemAt } from "../../shared/row/problem.ts";
import type { Batch } from "../../shared/wire/batch.ts";
import type { PlannedRow } from "../../shared/planning/plan-orders.ts";
import { JobCancelled, type Job } from "../jobs/job.ts";
import { findBatch, type StoredBatch } from "../store/batch-store.ts";
import type { Transaction } from "../store/open-database.ts";
import { writeBatch, type WrittenBatch } from "../store/write-batch.ts";
import { recordCancelledPress } from "./cancel-batch.ts";
import { fingerprint, whatChanged } from "./fingerprint.ts";
import { planRows, type Planned, type Reads } from "./plan-rows.ts";
import type { Ports } from "./ports.ts";
import { hashOf, type Press } from "./press.ts";
import { toWireBatch } from "./wire-batch.ts";

export type BatchMade =
  | { readonly outcome: "created"; readonly batch: Batch }
  /** By an earlier request with this key. */
  | { readonly outcome: "repeated"; readonly batch: Batch }
  /** The key belongs to a request with other rows. */
  | { readonly outcome: "key-reused" };

export function createBatch(ports: Ports, press: Press): Promise<BatchMade> {
  const { key, lines } = press.request;
  return ports.jobs.run(key, lines.length, async (job) => {
    try {
      return await createOnce(ports, press, job);
    } catch (error) {
      if (!(error instanceof JobCancelled)) throw error;
      return { outcome: "created", batch: await recordCancelledPress(ports, press) };
    }
  });
}

async function createOnce(ports: Ports, press: Press, job: Job): Promise<BatchMade> {
  const hash = hashOf(press.request);
  const made = await ports.database.write(async (transaction) => {
    const earlier = await findBatch(transaction, { key: press.request.key });
    if (earlier?.requestHash === "") throw new JobCancelled("The press was cancelled before it came");
    if (earlier !== null) return answerAgain(earlier, hash);
    const { stored, position } = await planAndWrite(transaction, { ports, press, hash, job });
    return { outcome: "created", batch: toWireBatch(stored), position } as const;
  });
  if (made.outcome === "created") ports.feed.announce(made.position);
  return made;
}

function answerAgain(earlier: StoredBatch, hash: string): Exclude<BatchMade, { outcome: "created" }> {
  if (earlier.requestHash !== hash) return { outcome: "key-reused" };
  return { outcome: "repeated", batch: toWireBatch(earlier) };
}

interface Write {
  readonly ports: Ports;
  readonly press: Press;
  readonly hash: string;
  readonly job: Job;
}

/** Throws `JobCancelled`. */
async function planAndWrite(
  transaction: Transaction,
  { ports, press, hash, job }: Write,
): Promise<WrittenBatch> {
  const { request, actor } = press;
  const today = ports.clock.today();
  const reads: Reads = (work) => work(transaction);
  const planned = await planRows(request, { ...ports, reads, job, tellsLoad: false });
  const rows = refuseChanged(planned, new Map(request.fingerprints.map((one) => [one.row, one.fingerprint])));
  const { key, source } = request;
  const by = { actor, today, at: ports.clock.now() };
  return writeBatch(
    transaction,
    { key, hash, source, type: "manufacture", link: request.rules.link, state: "done", rows, ...by },
    (done) => job.reach("writing", done),
  );
}

/**
 * The preview is a contract: a row whose plan is no longer the one that was shown is refused with the difference, and
 * with it the rows that were merged into it.
 */
function refuseChanged(
  { rows, projected }: Pick<Planned, "rows" | "projected">,
  expected: ReadonlyMap<number, string>,
): readonly PlannedRow[] {
  const changed = new Map<number, Problem>();
  for (const row of rows) {
    const shown = expected.get(row.row);
    if (shown === undefined || row.outcome !== "ready") continue;
    const params = whatChanged(shown, fingerprint(row.order, projected));
    if (params === null) continue;
    const at = { field: "item", value: row.order.demand.item.number } as const;
    changed.set(row.row, { row: row.row, ...problemAt(at, "plan-changed", { params: { ...params } }) });
  }
  if (changed.size === 0) return rows;
  return rows.map((row) => {
    const problem = changed.get(row.outcome === "merged" ? row.into : row.row);
    if (problem === undefined || row.outcome === "refused") return row;
    return { outcome: "refused", row: row.row, problems: [{ ...problem, row: row.row }] };
  });
}
