/** A change of demand as a cell and the pane say it. English; the only place with these words. */
import type { DemandDrift } from "../wire/drift.ts";

/** "32 → 40 EA", "needed 2027-03-19 → 2027-04-02"; what did not change is left out. */
export function driftParts(drift: DemandDrift): readonly string[] {
  const { status, unit, was, is, done, item, store, wasNeeded, isNeeded } = drift;
  if (isOver(status)) return [`${was} ${unit} are no longer wanted`];
  const what = [item, store].flatMap((one) => (one === undefined ? [] : [`${one.was} → ${one.is}`]));
  const quantity = was === is ? [] : [`${was} → ${is} ${unit}`];
  const day = wasNeeded === isNeeded ? [] : [`needed ${dayText(wasNeeded)} → ${dayText(isNeeded)}`];
  const shipped = done === undefined ? [] : [`${done.was} → ${done.is} ${unit} shipped from other stock`];
  return [...what, ...quantity, ...shipped, ...day];
}

export function driftTitle({ status }: DemandDrift): string {
  return isOver(status) ? `Demand ${status}` : "Demand changed";
}

/** What stands at the end of an MO's message; empty when its demand is as it was. */
export function driftNote(drifts: readonly DemandDrift[]): string {
  return drifts
    .map(
      (drift) =>
        `${driftTitle(drift)}: ${driftParts(drift).join(", ")} (${drift.document} line ${drift.line}).`,
    )
    .join(" ");
}

const NOTE = /(^|\s)Demand (changed|cancelled|closed): .*$/s;

/** The message with this note at its end, in place of an earlier one: all else in the cell stays. */
export function withNote(message: string, note: string): string {
  const own = message.replace(NOTE, "");
  return [own, note].filter((text) => text !== "").join(" ");
}

function isOver(status: DemandDrift["status"]): boolean {
  return status === "closed" || status === "cancelled";
}

function dayText(day: string | null): string {
  return day ?? "no date";
}
