/** Taking a batch back: which of its orders can still be cancelled, which stay, and why. Pure. */
import { isUnfinished, type OrderState } from "./life.ts";
import { refuse, type Refused } from "./refusals.ts";

/** `cancelled`: given up before it was whole, so none of its rows was made. */
export const batchStates = ["done", "cancelled", "part-undone", "undone"] as const;
export type BatchState = (typeof batchStates)[number];

export interface UndoableOrder {
  readonly id: number;
  readonly number: string;
  readonly state: OrderState;
  readonly parentId: number | null;
  /** The order it is made for, when that is another batch's and not finished. */
  readonly foreignParent: string | null;
  /** The order that makes its quantity since it was merged away, wherever the merges led. */
  readonly survivor: { readonly id: number; readonly number: string; readonly isCancelled: boolean } | null;
  /** An order of another batch whose quantity was merged into this one. */
  readonly foreignPart: string | null;
}

export type UndoVerdict =
  | { readonly kind: "takes-back" }
  /** It is cancelled, but another order of the batch makes its quantity until that one is taken back. */
  | { readonly kind: "goes-along" }
  /** Nothing is to be done: it is cancelled, and nobody makes its quantity. */
  | { readonly kind: "cancelled" }
  | { readonly kind: "stays"; readonly why: Refused };

/** A verdict for each order, in their order. */
export function judgeUndo(orders: readonly UndoableOrder[]): readonly UndoVerdict[] {
  const byId = new Map(orders.map((order) => [order.id, order]));
  const known = new Map<number, UndoVerdict>();
  const judge = (order: UndoableOrder): UndoVerdict => {
    const before = known.get(order.id);
    if (before !== undefined) return before;
    const verdict = judgeOne(order, (id) => {
      const other = byId.get(id ?? -1);
      return other === undefined ? null : { order: other, verdict: judge(other) };
    });
    known.set(order.id, verdict);
    return verdict;
  };
  return orders.map(judge);
}

type Judged = { readonly order: UndoableOrder; readonly verdict: UndoVerdict } | null;

function judgeOne(order: UndoableOrder, judged: (id: number | null) => Judged): UndoVerdict {
  if (order.survivor !== null) {
    const { id, number: into, isCancelled } = order.survivor;
    if (isCancelled) return { kind: "cancelled" };
    const isGoing = judged(id)?.verdict.kind === "takes-back";
    return isGoing ? { kind: "goes-along" } : stays(refuse("merged-away", { into }));
  }
  if (order.state.status === "cancelled") return { kind: "cancelled" };
  const begun = whatHasBegun(order.state);
  if (begun !== null) return stays(begun);
  if (order.foreignPart !== null) return stays(refuse("merged-with-others", { number: order.foreignPart }));
  const parent = stillWaiting(order, judged(order.parentId));
  return parent === null ? { kind: "takes-back" } : stays(refuse("made-for-other", { parent }));
}

/** A sub-assembly goes and stays with the order that waits for it. */
function stillWaiting({ foreignParent }: UndoableOrder, parent: Judged): string | null {
  if (parent === null) return foreignParent;
  return parent.verdict.kind === "stays" && isUnfinished(parent.order.state.status)
    ? parent.order.number
    : null;
}

function whatHasBegun({ status, hasProduced, hasIssued }: OrderState): Refused | null {
  if (hasProduced || status === "produced" || status === "closed") return refuse("already-produced");
  if (status !== "open" && status !== "released") return refuse("work-started");
  return hasIssued ? refuse("materials-issued") : null;
}

function stays(why: Refused): UndoVerdict {
  return { kind: "stays", why };
}

/** What the batch is called after an undo; as before when it took nothing back. */
export function stateAfterUndo(before: BatchState, verdicts: readonly UndoVerdict[]): BatchState {
  if (verdicts.length === 0) return before;
  if (verdicts.every(({ kind }) => kind !== "stays")) return "undone";
  return verdicts.some(({ kind }) => kind === "takes-back") ? "part-undone" : before;
}
