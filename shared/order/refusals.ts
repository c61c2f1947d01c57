/** Why a change of an order was refused, as data; the sentences are in refusal-sentences.ts. */
import { transitionRefusals } from "./life.ts";
import type { RefusedLine } from "./material-refusals.ts";

export const changeRefusals = [
  ...transitionRefusals,
  "order-unknown",
  "order-number-damaged",
  "stale-version",
  "quantity-unreadable",
  "need-date-unreadable",
  "nothing-to-report",
  "over-production",
  "position-unknown",
  "return-too-much",
  "below-produced",
  "field-changed",
  "not-before-start",
  "cannot-be-planned",
  "split-does-not-add-up",
  "merge-differs",
  "merge-needs-two",
  "nothing-changed",
  "work-started",
  "merged-away",
  "merged-with-others",
  "made-for-other",
  "materials-refused",
] as const;
export type ChangeRefusal = (typeof changeRefusals)[number];

/** Figures for the sentence: the most that is allowed, the field that changed. */
export interface Refused {
  readonly ok: false;
  readonly refusal: ChangeRefusal;
  readonly params: Readonly<Record<string, string>>;
  /** Where it is about several lines: each that is wrong. */
  readonly lines?: readonly RefusedLine[];
}

export function refuse(refusal: ChangeRefusal, params: Refused["params"] = {}): Refused {
  return { ok: false, refusal, params };
}
