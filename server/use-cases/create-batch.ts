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
import { loadFacts } from "../store/catalog-facts.ts";
import type { Transaction } from "../store/open-database.ts";
import { writeBatch } from "../store/write-batch.ts";
import { recordCancelledPress } from "./cancel-batch.ts";
import { factsFor, fingerprint, planRows, whatChanged } from "./plan-rows.ts";
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
    const position = await planAndWrite(transaction, { ports, press, hash, job });
    const batch = await findBatch(transaction, { key: press.request.key });
    if (batch === null) throw new Error(`Batch ${press.request.key} was written but cannot be read`);
    return { outcome: "created", batch: toWireBatch(batch), position } as const;
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

/** Returns the position of the last event written. Throws `JobCancelled`. */
async function planAndWrite(transaction: Transaction, { ports, press, hash, job }: Write): Promise<number> {
  const { request, actor } = press;
  const facts = await loadFacts(transaction, request.lines, factsFor(request.rules));
  const today = ports.clock.today();
  const planned = await planRows(request, { facts, today, conventions: ports.conventions }, job);
  const rows = refuseChanged(planned, new Map(request.fingerprints.map((one) => [one.row, one.fingerprint])));
  const { key, source } = request;
  const by = { actor, today, at: ports.clock.now() };
  return writeBatch(
    transaction,
    { key, hash, source, type: "manufacture", state: "done", rows, ...by },
    (done) => job.reach("writing", done),
  );
}

/** The preview is a contract: a row whose plan is no longer the one that was shown is refused with the difference. */
function refuseChanged(
  rows: readonly PlannedRow[],
  expected: ReadonlyMap<number, string>,
): readonly PlannedRow[] {
  return rows.map((row) => {
    const shown = expected.get(row.row);
    if (shown === undefined || row.outcome === "refused") return row;
    const changed = whatChanged(shown, fingerprint(row.order));
    if (changed === null) return row;
    const at = { field: "item", value: row.order.demand.item.number } as const;
    const problem: Problem = { row: row.row, ...problemAt(at, "plan-changed", { params: changed }) };
    return { outcome: "refused", row: row.row, problems: [problem] };
  });
}
