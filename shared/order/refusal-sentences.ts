/** Why an action was refused, for people. English; the only place with these words. */
import type { TransitionRefusal } from "./life.ts";

export const requestRefusals = ["order-unknown", "order-number-damaged", "stale-version"] as const;
export type ActionRefusal = TransitionRefusal | (typeof requestRefusals)[number];

const sentences: Record<ActionRefusal, string> = {
  "wrong-status": "The order's status does not allow this now.",
  "on-hold": "The order is on hold; resume it first.",
  "not-on-hold": "The order is not on hold.",
  "already-on-hold": "The order is on hold already.",
  "reason-missing": "A hold needs its reason.",
  "already-produced": "Production was reported, so the order cannot be cancelled.",
  "order-unknown": "There is no such order.",
  "order-number-damaged": "That is not an MO number: its form or check digit is wrong.",
  "stale-version": "The order has changed since you last saw it. Look again, then decide.",
};

export function refusalSentence(refusal: ActionRefusal): string {
  return sentences[refusal];
}
