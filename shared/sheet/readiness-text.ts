/** Readiness as a cell says it: "Short: 34 BACK-STD until 2026-12-04, and 2 more". English; the only place with these words. */
import type { WireReadiness } from "../wire/plan.ts";

export function readinessText({ state, canMakeNow, shortages }: Omit<WireReadiness, "number">): string {
  const [first] = shortages;
  if (first === undefined) return "Ready";
  const until = first.coveredOn === null ? "" : ` until ${first.coveredOn}`;
  const more = shortages.length === 1 ? "" : `, and ${shortages.length - 1} more`;
  const now = state === "part" ? `In part (${canMakeNow} now)` : "Short";
  return `${now}: ${first.quantity} ${first.item}${until}${more}`;
}
