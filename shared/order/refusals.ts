/** Why a change of an order was refused, as data; the sentences are in refusal-sentences.ts. */
import { transitionRefusals } from "./life.ts";

export const changeRefusals = [
  ...transitionRefusals,
  "order-unknown",
  "order-number-damaged",
  "stale-version",
  "quantity-unreadable",
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
] as const;
export type ChangeRefusal = (typeof changeRefusals)[number];

/** Figures for the sentence: the most that is allowed, the field that changed. */
export interface Refused {
  readonly ok: false;
  readonly refusal: ChangeRefusal;
  readonly params: Readonly<Record<string, string>>;
}

export function refuse(refusal: ChangeRefusal, params: Refused["params"] = {}): Refused {
  return { ok: false, refusal, params };
}
