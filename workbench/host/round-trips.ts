/** Counts what an add-in pays for: one round trip for each context.sync() of its own. */
import type { Batch } from "./executor.ts";

export interface RoundTrip {
  readonly kind: "read" | "write";
  readonly characters: number;
}

export class RoundTrips {
  #log: RoundTrip[] = [];

  get log(): readonly RoundTrip[] {
    return this.#log;
  }

  get reads(): number {
    return this.#log.filter((trip) => trip.kind === "read").length;
  }

  get writes(): number {
    return this.#log.filter((trip) => trip.kind === "write").length;
  }

  reset(): void {
    this.#log = [];
  }

  /** Office.js's own housekeeping, which arrives at times of its own, is not counted. */
  record(batch: Batch, characters: number): void {
    if (isOnlyHousekeeping(batch)) return;
    const isWrite = batch.Actions.some(
      (action) => action.ActionType === 4 || action.Name === "Clear" || writes(batch, action.ObjectPathId),
    );
    this.#log.push({ kind: isWrite ? "write" : "read", characters });
  }
}

const housekeeping = ["_RemoveReference", "NotifyActionHandlerReady", "_NotifyActionHandlerReady"];

export function isOnlyHousekeeping(batch: Batch): boolean {
  return batch.Actions.every((action) => isHousekeeping(batch, action));
}

function isHousekeeping(batch: Batch, action: Batch["Actions"][number]): boolean {
  if (action.Name !== undefined && housekeeping.includes(action.Name)) return true;
  const name = batch.ObjectPaths[String(action.ObjectPathId ?? 0)]?.Name ?? "";
  return (
    action.ActionType === 1 &&
    (name.startsWith("Microsoft.") ||
      batch.Actions.some((other) => other.Name !== undefined && housekeeping.includes(other.Name)))
  );
}

/** columns.add, worksheets.add and the like are method paths, not actions. */
function writes(batch: Batch, pathId: number | undefined): boolean {
  return batch.ObjectPaths[String(pathId ?? 0)]?.Name === "Add";
}
