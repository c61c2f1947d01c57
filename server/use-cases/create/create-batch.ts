/**
 * One press of Create, exactly once. The key is claimed and everything is written in a single transaction: a
 * killed process leaves nothing, a lost answer is given again, and a second press with the key makes nothing (R1–R7).
 */
import { isSettledByDraft } from "../../../shared/planning/draft-orders.ts";
import type { Batch } from "../../../shared/wire/batch.ts";
import { JobCancelled, type Job } from "../../jobs/job.ts";
import { findBatch, type StoredBatch } from "../../store/batches/batch-store.ts";
import type { Transaction } from "../../store/open-database.ts";
import {
  BatchWriter,
  readyRows,
  type BatchToWrite,
  type WrittenBatch,
} from "../../store/batches/write-batch.ts";
import { recordCancelledPress } from "../batches/cancel-batch.ts";
import { draftRows, settleRows } from "./plan-rows.ts";
import type { Ports } from "../ports.ts";
import { hashOf, type Press } from "./press.ts";
import { refuseChanged } from "./refuse-changed.ts";
import { toWireBatch } from "../batches/wire-batch.ts";

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
  /** Whether orders are written as soon as they are drafted, before the second half of planning. */
  readonly mayHurry: boolean;
}

/** Throws `JobCancelled`. */
async function planAndWrite(transaction: Transaction, write: Write): Promise<WrittenBatch> {
  const { ports, press, job, mayHurry } = write;
  const { request } = press;
  const writer = await BatchWriter.begin(transaction, headOf(write));
  const hurries = mayHurry && isSettledByDraft(request.rules);
  const drafted = await draftRows(request, {
    ...ports,
    job,
    tellsLoad: false,
    reads: (work) => work(transaction),
    ...(hurries && { take: (orders) => writer.sendOrders(orders) }),
  });
  const planned = await settleRows(drafted, job, hurries ? "writing" : "planning");
  const rows = await job.along(refuseChanged(planned, request.fingerprints));
  if (!hurries) await writer.sendOrders(readyRows(rows), (orders) => job.reach("writing", orders));
  else if (rows !== planned.rows) throw new HurriedTooMuch();
  return writer.finish(rows);
}

/** Orders were written as they were drafted, and then not all of them were to be made. */
class HurriedTooMuch extends Error {
  override readonly name = "HurriedTooMuch";
}

function headOf({ ports, press, hash }: Write): BatchToWrite {
  const { request, actor } = press;
  const { key, source, rules } = request;
  const when = { today: ports.clock.today(), at: ports.clock.now() };
  return { key, hash, source, type: "manufacture", link: rules.link, state: "done", actor, ...when };
}
