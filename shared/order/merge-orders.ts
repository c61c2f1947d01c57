/** Which orders may become one: like ones, with nothing begun. */
import type { OrderState } from "./life.ts";
import { isUnfinished } from "./life.ts";
import { refuse, type Refused } from "./refusals.ts";

export interface Mergeable {
  readonly number: string;
  readonly state: OrderState;
  readonly itemId: number;
  readonly storeId: number;
  readonly revisionId: number;
  readonly parentId: number | null;
  /** What was set in its materials, told so that equal edits read equal. */
  readonly ownMaterials: string;
}

/** Null when all of them may be merged into the first. */
export function mayMerge(orders: readonly Mergeable[]): Refused | null {
  const [first, ...others] = orders;
  if (first === undefined || others.length === 0) return refuse("merge-needs-two");
  for (const other of others) {
    const what = difference(first, other);
    if (what !== null) return refuse("merge-differs", { number: other.number, what });
  }
  for (const { state } of orders) {
    if (!isUnfinished(state.status)) return refuse("wrong-status");
    if (state.holdReason !== null) return refuse("on-hold");
    if (state.hasProduced) return refuse("already-produced");
    if (state.hasIssued) return refuse("materials-issued");
  }
  return null;
}

function difference(first: Mergeable, other: Mergeable): string | null {
  if (first.state.type !== other.state.type) return "type";
  if (first.itemId !== other.itemId) return "item";
  if (first.storeId !== other.storeId) return "store";
  if (first.revisionId !== other.revisionId) return "bill of materials";
  if (first.ownMaterials !== other.ownMaterials) return "list of materials";
  return first.parentId === other.parentId ? null : "parent order";
}
