/** A batch is taken back as far as work has not started (promise 8); what stays is named. Undoing again changes nothing. */
import { refusalSentence } from "../../../shared/order/refusal-sentences.ts";
import {
  judgeUndo,
  stateAfterUndo,
  type BatchState,
  type UndoVerdict,
} from "../../../shared/order/undo-batch.ts";
import type { BatchUndo, StayingOrder } from "../../../shared/wire/batch-history.ts";
import {
  ordersOfBatch,
  undoableBatch,
  writeUndo,
  type OrderOfBatch,
  type UndoableBatch,
} from "../../store/batches/batch-undo.ts";
import type { Transaction } from "../../store/open-database.ts";
import type { Ports } from "../ports.ts";

export type UndoAnswer =
  { readonly outcome: "answered"; readonly undo: BatchUndo } | { readonly outcome: "unknown" };

interface Judged {
  readonly order: OrderOfBatch;
  readonly verdict: UndoVerdict;
}

/** What an undo would do now. */
export function previewUndo(ports: Ports, number: string): Promise<UndoAnswer> {
  return ports.database.read(async (transaction) => {
    const found = await judgedBatch(transaction, number);
    if (found.outcome !== "judged") return found;
    return { outcome: "answered", undo: toWire(found.batch, found.batch.state, found.judged) };
  });
}

export interface UndoOfBatch {
  readonly number: string;
  readonly reason: string;
  readonly actor: string;
}

export async function undoBatch(ports: Ports, { number, reason, actor }: UndoOfBatch): Promise<UndoAnswer> {
  const { position, ...answer } = await ports.database.write(async (transaction) => {
    const found = await judgedBatch(transaction, number);
    if (found.outcome !== "judged") return { ...found, position: null };
    const { batch, judged } = found;
    const verdicts = judged.map(({ verdict }) => verdict);
    const state = stateAfterUndo(batch.state, verdicts);
    const takesBack = judged.flatMap(({ order, verdict }) => (verdict.kind === "takes-back" ? [order] : []));
    const stays = verdicts.filter(({ kind }) => kind === "stays").length;
    const by = { reason: reason.trim(), actor, at: ports.clock.now() };
    const isNews = takesBack.length > 0 || state !== batch.state;
    const last = isNews ? await writeUndo(transaction, { batch, state, takesBack, stays, ...by }) : null;
    return { outcome: "answered" as const, undo: toWire(batch, state, judged.map(asDone)), position: last };
  });
  if (position !== null) ports.feed.announce(position);
  return answer;
}

type Found =
  | Exclude<UndoAnswer, { outcome: "answered" }>
  | { readonly outcome: "judged"; readonly batch: UndoableBatch; readonly judged: readonly Judged[] };

async function judgedBatch(transaction: Transaction, number: string): Promise<Found> {
  const batch = await undoableBatch(transaction, number);
  if (batch === undefined) return { outcome: "unknown" };
  const orders = await ordersOfBatch(transaction, batch.id);
  const verdicts = judgeUndo(orders);
  const judged = orders.flatMap((order, index): readonly Judged[] => {
    const verdict = verdicts[index];
    return verdict === undefined ? [] : [{ order, verdict }];
  });
  return { outcome: "judged", batch, judged };
}

function asDone({ order, verdict }: Judged): Judged {
  return { order, verdict: verdict.kind === "stays" ? verdict : { kind: "cancelled" } };
}

function toWire({ number }: UndoableBatch, state: BatchState, judged: readonly Judged[]): BatchUndo {
  const ofKind = (kind: UndoVerdict["kind"]) =>
    judged.flatMap(({ order, verdict }) => (verdict.kind === kind ? [order.told] : []));
  const stays = judged.flatMap(({ order, verdict }) =>
    verdict.kind === "stays" ? [toStaying(order, verdict)] : [],
  );
  return { batch: number, state, takesBack: ofKind("takes-back"), stays, cancelled: ofKind("cancelled") };
}

function toStaying(
  { told, snapshot: { status, holdReason } }: OrderOfBatch,
  { why }: Extract<UndoVerdict, { kind: "stays" }>,
): StayingOrder {
  const { refusal: code, params } = why;
  return { ...told, status, holdReason, code, params: { ...params }, message: refusalSentence(why) };
}
