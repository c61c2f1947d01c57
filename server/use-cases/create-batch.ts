/**
 * One press of Create, exactly once. The key is claimed and everything is written in a single transaction: a
 * killed process leaves nothing, a lost answer is given again, and a second press with the key makes nothing (R1–R7).
 */
import { createHash } from "node:crypto";
import type { Problem } from "../../shared/row/problem.ts";
import { problemAt } from "../../shared/row/problem.ts";
import type { Batch, BatchRequest } from "../../shared/wire/batch.ts";
import { findBatch, type StoredBatch } from "../store/batch-store.ts";
import { loadFacts } from "../store/catalog-facts.ts";
import type { Transaction } from "../store/open-database.ts";
import { writeBatch } from "../store/write-batch.ts";
import { depthFor, planRows, whatChanged, type FingerprintedRow } from "./plan-rows.ts";
import type { Ports } from "./ports.ts";
import { toWireBatch } from "./wire-batch.ts";

export type BatchMade =
  | { readonly outcome: "created"; readonly batch: Batch }
  /** By an earlier request with this key. */
  | { readonly outcome: "repeated"; readonly batch: Batch }
  /** The key belongs to a request with other rows. */
  | { readonly outcome: "key-reused" };

interface Press {
  readonly request: BatchRequest;
  readonly actor: string;
}

export async function createBatch(ports: Ports, press: Press): Promise<BatchMade> {
  const hash = hashOf(press.request);
  const made = await ports.database.write(async (transaction) => {
    const earlier = await findBatch(transaction, { key: press.request.key });
    if (earlier !== null) return answerAgain(earlier, hash);
    const position = await planAndWrite(transaction, { ports, press, hash });
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
}

/** Returns the position of the last event written. */
async function planAndWrite(transaction: Transaction, { ports, press, hash }: Write): Promise<number> {
  const { request, actor } = press;
  const facts = await loadFacts(transaction, request.lines, depthFor(request.rules));
  const today = ports.clock.today();
  const planned = planRows(request, { facts, today, conventions: ports.conventions });
  const rows = refuseChanged(planned, new Map(request.fingerprints.map((one) => [one.row, one.fingerprint])));
  const { key, source } = request;
  const type = "manufacture";
  return writeBatch(transaction, { key, hash, actor, source, type, rows, today, at: ports.clock.now() });
}

/** The preview is a contract: a row whose plan is no longer the one that was shown is refused with the difference. */
function refuseChanged(
  rows: readonly FingerprintedRow[],
  expected: ReadonlyMap<number, string>,
): readonly FingerprintedRow[] {
  return rows.map((row) => {
    const shown = expected.get(row.row);
    if (shown === undefined || row.outcome === "refused") return row;
    const changed = whatChanged(shown, row.fingerprint);
    if (changed === null) return row;
    const at = { field: "item", value: row.order.demand.item.number } as const;
    const problem: Problem = { row: row.row, ...problemAt(at, "plan-changed", { params: changed }) };
    return { outcome: "refused", row: row.row, problems: [problem] };
  });
}

/** Fingerprints stay out of it: a retry after a reload may not have the preview any more. */
function hashOf({ lines, rules }: BatchRequest): string {
  return createHash("sha256")
    .update(JSON.stringify([lines, rules]))
    .digest("hex");
}
