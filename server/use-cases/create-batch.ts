/**
 * One press of Create, exactly once. The key is claimed and everything is written in a single transaction: a
 * killed process leaves nothing, a lost answer is given again, and a second press with the key makes nothing (R1–R7).
 */
import { draftedOrders, isSettledByDraft } from "../../shared/planning/plan-orders.ts";
import type { Batch } from "../../shared/wire/batch.ts";
import { JobCancelled, type Job } from "../jobs/job.ts";
import { sideBySide } from "../jobs/side-by-side.ts";
import { findBatch, type StoredBatch } from "../store/batch-store.ts";
import type { Transaction } from "../store/open-database.ts";
import {
  BatchWriter,
  readyRows,
  type BatchToWrite,
  type Reached,
  type WrittenBatch,
} from "../store/write-batch.ts";
import { recordCancelledPress } from "./cancel-batch.ts";
import { draftRows, settleRows, type Reads } from "./plan-rows.ts";
import type { Ports } from "./ports.ts";
import { hashOf, type Press } from "./press.ts";
import { refuseChanged } from "./refuse-changed.ts";
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
  try {
    return await planAndKeep(ports, { press, job, mayHurry: true });
  } catch (error) {
    if (!(error instanceof HurriedTooMuch)) throw error;
    return planAndKeep(ports, { press, job, mayHurry: false });
  }
}

async function planAndKeep(
  ports: Ports,
  { press, ...how }: Omit<Write, "ports" | "hash">,
): Promise<BatchMade> {
  const hash = hashOf(press.request);
  const made = await ports.database.write(async (transaction) => {
    const earlier = await findBatch(transaction, { key: press.request.key });
    if (earlier?.requestHash === "") throw new JobCancelled("The press was cancelled before it came");
    if (earlier !== null) return answerAgain(earlier, hash);
    const { stored, position } = await planAndWrite(transaction, { ports, press, hash, ...how });
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
  /** Whether orders are written while the second half of planning still goes on. */
  readonly mayHurry: boolean;
}

/** Throws `JobCancelled`. */
async function planAndWrite(transaction: Transaction, write: Write): Promise<WrittenBatch> {
  const { ports, press, job, mayHurry } = write;
  const { fingerprints } = press.request;
  const reads: Reads = (work) => work(transaction);
  const drafted = await draftRows(press.request, { ...ports, reads, job, tellsLoad: false });
  const writer = await BatchWriter.begin(transaction, headOf(write));
  const reached: Reached = (orders) => job.reach("writing", orders);
  if (mayHurry && isSettledByDraft(drafted.rules)) {
    const [planned] = await sideBySide(
      settleRows(drafted, job),
      writer.sendOrders(draftedOrders(drafted.draft), reached),
    );
    if (refuseChanged(planned, fingerprints) !== planned.rows) throw new HurriedTooMuch();
    return writer.finish(planned.rows);
  }
  const rows = refuseChanged(await settleRows(drafted, job), fingerprints);
  await writer.sendOrders(readyRows(rows), reached);
  return writer.finish(rows);
}

/** Orders were written ahead of the second half of planning, and then not all of them were to be made. */
class HurriedTooMuch extends Error {
  override readonly name = "HurriedTooMuch";
}

function headOf({ ports, press, hash }: Write): BatchToWrite {
  const { request, actor } = press;
  const { key, source, rules } = request;
  const when = { today: ports.clock.today(), at: ports.clock.now() };
  return { key, hash, source, type: "manufacture", link: rules.link, state: "done", actor, ...when };
}
