/** What the pane shows of batches, as one value. */
import type { BatchState } from "../../shared/order/undo-batch.ts";
import type { BatchLine, BatchSummary, BatchUndo } from "../../shared/wire/batch-history.ts";
import type { HostRefusal } from "../host/workbook.ts";

export interface BatchFilter {
  readonly search: string;
  /** Null for all. */
  readonly state: BatchState | null;
  readonly isMine: boolean;
}

export const NO_FILTER: BatchFilter = { search: "", state: null, isMine: false };

export type Listing =
  | { readonly kind: "loading" }
  | {
      readonly kind: "listed";
      readonly batches: readonly BatchSummary[];
      /** Where the next page begins; null when this is all. */
      readonly next: string | null;
      readonly isLoadingMore: boolean;
      /** Why it may be behind; null when it is fresh. */
      readonly behind: string | null;
    }
  | { readonly kind: "unlisted"; readonly why: string };

export interface OpenedBatch {
  readonly summary: BatchSummary;
  readonly lines: readonly BatchLine[];
  readonly rest:
    | { readonly kind: "loading" }
    | { readonly kind: "none" }
    | { readonly kind: "untold"; readonly why: string };
}

export type Undoing =
  | { readonly kind: "closed" }
  | { readonly kind: "asking"; readonly number: string }
  | { readonly kind: "offered"; readonly number: string; readonly undo: BatchUndo }
  | { readonly kind: "undoing"; readonly number: string; readonly undo: BatchUndo }
  | {
      readonly kind: "done";
      readonly number: string;
      readonly undo: BatchUndo;
      /** What this undo cancelled. */
      readonly takenBack: BatchUndo["takesBack"];
    }
  | { readonly kind: "failed"; readonly number: string; readonly why: string };

/** Emptying the MO cells of cancelled orders, so that their rows can be made again. */
export type Clearing =
  | { readonly kind: "none" }
  | { readonly kind: "clearing" }
  | { readonly kind: "cleared"; readonly rows: number }
  /** None of them is cancelled for good: another order makes their quantity. */
  | { readonly kind: "live-on" }
  | { readonly kind: "refused"; readonly refusal: HostRefusal }
  | { readonly kind: "failed"; readonly why: string };

export interface HistoryState {
  readonly filter: BatchFilter;
  readonly listing: Listing;
  readonly opened: OpenedBatch | null;
  readonly undoing: Undoing;
  readonly clearing: Clearing;
  /** The numbers it is about. */
  readonly clearingOf: string;
  /** Answers to undos of this pane, by batch. */
  readonly undone: ReadonlyMap<string, BatchUndo>;
}

export const FIRST_HISTORY: HistoryState = {
  filter: NO_FILTER,
  listing: { kind: "loading" },
  opened: null,
  undoing: { kind: "closed" },
  clearing: { kind: "none" },
  clearingOf: "",
  undone: new Map(),
};
